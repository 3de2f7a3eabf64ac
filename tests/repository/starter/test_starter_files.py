"""The files of a new repository."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from gongjian.model.file_kinds import KINDS
from gongjian.repository.drafting.archetypes import ARCHETYPES
from gongjian.repository.starter.choice import Choice
from gongjian.repository.starter.files import refusals, starter_files, write_missing
from gongjian.repository.starter.services import CI_SERVICES, checkout_top, recipe, service_of

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 8, 20)
PAIR = Choice(ARCHETYPES["单对结对"])


def files(choice: Choice = PAIR, *, began: bool = False) -> dict[str, bytes]:
    return starter_files(choice, TODAY, began=began)


def test_what_a_repository_begins_with() -> None:
    assert list(files()) == [
        "gongjian.yaml", "学校名册.yaml", "plans/示例.yaml", "README.md",
        ".gitignore", ".editorconfig", ".pre-commit-config.yaml", ".vscode/settings.json", ".vscode/extensions.json",
        *(f"schema/{kind.partition('/')[0]}.schema.json" for kind in KINDS),
    ]  # fmt: skip


def test_one_that_began_gets_no_example() -> None:
    assert [name for name in files(began=True) if name.endswith((".yaml", ".md"))] == [
        ".pre-commit-config.yaml"
    ]


@pytest.mark.parametrize("name", CI_SERVICES)
def test_recipes_are_those_at_the_top(name: str) -> None:
    service = CI_SERVICES[name]
    written = files(Choice(PAIR.archetype, ci=name))[service.target]
    assert written == recipe(service.recipe) == (ROOT / "recipes" / service.recipe).read_bytes()
    assert service.target in (ROOT / "recipes" / service.recipe).read_text(encoding="utf-8").splitlines()[0]


def test_schemas_are_the_published_ones() -> None:
    for name, content in files().items():
        if name.startswith("schema/"):
            assert content == (ROOT / "docs" / name).read_bytes()


def test_the_editor_knows_a_schema_for_every_kind() -> None:
    written = files()
    schemas = json.loads(written[".vscode/settings.json"])["yaml.schemas"]
    assert [name.removeprefix("./") for name in schemas] == [
        name for name in written if name.startswith("schema/")
    ]
    assert schemas["./schema/registry.schema.json"] == [
        "学校名册.yaml",
        "%E5%AD%A6%E6%A0%A1%E5%90%8D%E5%86%8C.yaml",
    ]
    assert schemas["./schema/repository.schema.json"] == "gongjian.yaml"


def test_packs_that_want_other_schools_refuse() -> None:
    assert refusals(PAIR, TODAY) == []
    assert "应为2至3所" in refusals(Choice(PAIR.archetype, policies=("gongtongti",)), TODAY)[0]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("我的", encoding="utf-8")
    (tmp_path / "gongjian.yaml").symlink_to("nowhere")
    written = write_missing(tmp_path, files())
    assert written.kept == ("gongjian.yaml", "README.md")
    assert set(written.new) == set(files()) - set(written.kept)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "我的"
    assert not (tmp_path / "nowhere").exists()
    assert write_missing(tmp_path, files()).new == ()


@pytest.mark.parametrize(
    ("address", "service"),
    [
        ("git@github.com:a/b.git", "github"),
        ("https://gitlab.example.org/a/b.git", "gitlab"),
        ("https://gitee.com/a/b.git", "gitee"),
        ("/srv/git/b.git", "none"),
        ("", "none"),
    ],
)
def test_the_service_is_told_by_the_remote(address: str, service: str, tmp_path: Path) -> None:
    try:
        subprocess.run(["git", "init", "-q", tmp_path], check=True)
    except FileNotFoundError:
        pytest.skip("needs git")
    if address:
        subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", address], check=True)
    assert service_of(tmp_path / "not/yet/there") == service
    assert checkout_top(tmp_path) == tmp_path.resolve()


def test_without_git_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert service_of(tmp_path) == "none"
    assert checkout_top(tmp_path) is None
