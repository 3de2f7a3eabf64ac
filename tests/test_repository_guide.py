"""docs/repository.md names everything there is, and its settings are sound."""

import re
from pathlib import Path

import yaml

from gongjian.cli.completion import SHELLS
from gongjian.model.repository import Repository
from gongjian.repository.drafting.archetypes import ARCHETYPES
from gongjian.repository.starter.services import CI_SERVICES
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs/repository.md").read_text(encoding="utf-8")


def rows(text: str) -> set[str]:
    return {
        key
        for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
        for key in re.findall("`([^`]+)`", row)
    }


def test_every_setting_is_told() -> None:
    table = GUIDE.partition("## gongjian.yaml")[2].partition("## CI")[0]
    assert rows(table) == set(Repository.model_fields) - {"gongjian"}


def test_the_settings_of_the_example_are_sound() -> None:
    (example,) = re.findall(r"```yaml\n(gongjian: repository/v1\n.*?)```", GUIDE, re.DOTALL)
    said = load(SourceFile.of(example), Repository)
    assert said.model_fields_set == set(Repository.model_fields)


def test_every_input_of_the_action_is_told() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert rows(GUIDE.partition("## CI")[2].partition("## 提交以前")[0]) >= set(inputs)


def test_archetypes_services_and_shells_are_told() -> None:
    assert "、".join(ARCHETYPES) in GUIDE
    assert all(f"`{service.target}`" in GUIDE for service in CI_SERVICES.values())
    assert all(f"gongjian completion {shell} >" in GUIDE for shell in SHELLS)


def test_hooks_are_told() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert all(f"`{hook['id']}`" in GUIDE for hook in hooks)
