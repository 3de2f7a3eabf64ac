"""Recipes as their services read them: schemas, linters, the version they install."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from recipe_files import ROOT, read, scripts

from gongjian import __version__

FILES = [
    "action.yml",
    ".pre-commit-hooks.yaml",
    *(f"recipes/{path.name}" for path in (ROOT / "recipes").iterdir()),
]
SCHEMAS = {
    "action.yml": ["--builtin-schema", "vendor.github-actions"],
    "recipes/github.yml": ["--builtin-schema", "vendor.github-workflows"],
    "recipes/gitlab-ci.yml": ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
}


def passes(command: list[str], **more: str) -> None:
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8", **more
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", SCHEMAS)
def test_its_service_would_accept_it(name: str) -> None:
    pytest.importorskip("check_jsonschema", reason="needs check-jsonschema")
    passes([sys.executable, "-m", "check_jsonschema", *SCHEMAS[name], name])


@pytest.mark.parametrize(("check", "name"), [
    ("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", "recipes/pre-commit-config.yaml"),
])  # fmt: skip
def test_pre_commit_would_accept_it(check: str, name: str) -> None:
    pytest.importorskip("pre_commit", reason="needs pre-commit")
    passes([sys.executable, "-m", "pre_commit", check, name])


@pytest.mark.parametrize("name", FILES)
def test_yaml_is_sound(name: str) -> None:
    pytest.importorskip("yamllint", reason="needs yamllint")
    rules = "{extends: relaxed, rules: {line-length: {max: 140}}}"
    passes([sys.executable, "-m", "yamllint", "--strict", "-d", rules, name])


@pytest.mark.parametrize("name", ["recipes/github.yml"])
def test_actionlint(name: str) -> None:
    if not shutil.which("actionlint"):
        pytest.skip("needs actionlint")
    passes(["actionlint", name])


@pytest.mark.parametrize("name", scripts())
def test_shell_is_sound(name: str, tmp_path: Path) -> None:
    if not shutil.which("shellcheck"):
        pytest.skip("needs shellcheck")
    path = tmp_path / "script.sh"
    path.write_text("\n".join(scripts()[name]), encoding="utf-8")
    passes(["shellcheck", "--shell=bash", str(path)])


@pytest.mark.parametrize("name", scripts())
def test_nothing_is_pasted_into_a_script(name: str) -> None:
    """What users give reaches a shell by its environment, so that it is never a command."""
    assert "${{" not in "".join(scripts()[name])


def test_gitee_go_has_what_its_pipelines_need() -> None:
    pipeline = read("recipes/gitee-go.yml")
    assert list(pipeline) == ["version", "name", "displayName", "triggers", "stages"]
    (stage,) = pipeline["stages"]
    (step,) = stage["steps"]
    assert step["step"] == "build@python"
    assert set(step) == {"step", "name", "displayName", "pythonVersion", "commands"}


@pytest.mark.parametrize("name", FILES)
def test_recipes_install_this_version(name: str) -> None:
    found = set(re.findall(r"gongjian==([\w.]+)", (ROOT / name).read_text(encoding="utf-8")))
    assert found <= {__version__}
    assert found or name in ("action.yml", ".pre-commit-hooks.yaml")


def test_python_is_new_enough() -> None:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in FILES]
    versions = re.findall(r"(?:python:|ersion: ['\"]|default: \")3\.(\d+)", "".join(texts))
    assert len(versions) == 4  # the action, GitHub, GitLab, Gitee
    assert all(int(version) >= 11 for version in versions)
