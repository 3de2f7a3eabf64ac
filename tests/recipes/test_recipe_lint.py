"""Recipes as their services read them: schemas, linters, the version they install."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from recipe_files import ROOT, npm_program, read, scripts

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


def passes(command: list[str], folder: Path = ROOT) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The action and the recipe for GitHub, where GitHub looks for them."""
    workflow = tmp_path / ".github/workflows/gongjian.yml"
    workflow.parent.mkdir(parents=True)
    shutil.copy(ROOT / "recipes/github.yml", workflow)
    shutil.copy(ROOT / "action.yml", tmp_path / "action.yml")
    return tmp_path


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


def test_actionlint() -> None:
    if not shutil.which("actionlint"):
        pytest.skip("needs actionlint")
    passes(["actionlint", "recipes/github.yml"])


@pytest.mark.parametrize("name", ["action.yml", ".github/workflows/gongjian.yml"])
def test_action_validator(name: str, checkout: Path) -> None:
    program = npm_program("action-validator")
    if not program:
        pytest.skip("needs @action-validator/cli")
    passes([program, name], checkout)


def test_nothing_is_open_to_attack(checkout: Path) -> None:
    """Permissions, pinned actions, credentials, what is pasted into scripts: all that zizmor knows without a network."""
    if not (
        program := shutil.which(
            "zizmor", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        )
    ):
        pytest.skip("needs zizmor")
    passes([program, "--offline", "--no-progress", "--persona", "auditor", "."], checkout)


@pytest.mark.parametrize("name", ["action.yml", "recipes/github.yml"])
def test_actions_are_pinned(name: str) -> None:
    uses = re.findall(r"uses: (.*)", (ROOT / name).read_text(encoding="utf-8"))
    assert uses
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in uses)


@pytest.mark.parametrize("name", scripts())
def test_shell_is_sound(name: str, tmp_path: Path) -> None:
    if not shutil.which("shellcheck"):
        pytest.skip("needs shellcheck")
    path = tmp_path / "script.sh"
    path.write_text("\n".join(scripts()[name]), encoding="utf-8")
    passes(["shellcheck", "--shell=bash", str(path)])


def test_the_shell_of_the_continuous_integration_is_sound() -> None:
    if not shutil.which("shellcheck"):
        pytest.skip("needs shellcheck")
    passes(["shellcheck", ".ci/run"])


@pytest.mark.parametrize("name", scripts())
def test_nothing_is_pasted_into_a_script(name: str) -> None:
    """What users give reaches a shell by its environment, so that it is never a command."""
    assert "${{" not in "".join(scripts()[name])


def test_gitee_go_has_what_its_pipelines_need() -> None:
    pipeline = read("recipes/gitee-go.yml")
    assert list(pipeline) == ["version", "name", "displayName", "triggers", "variables", "stages"]
    assert pipeline["version"] == "1.0"
    (stage,) = pipeline["stages"]
    assert list(stage) == ["name", "displayName", "strategy", "trigger", "steps"]
    assert (stage["strategy"], stage["trigger"]) == ("naturally", "auto")
    (step,) = stage["steps"]
    assert list(step) == ["step", "name", "displayName", "pythonVersion", "commands"]
    assert step["step"] == "build@python"
    ids = [pipeline["name"], stage["name"], step["name"]]
    assert all(re.fullmatch(r"[0-9a-z_-]+", each) for each in ids)  # digits, small letters, - and _
    assert all(re.fullmatch(r"(?!GITEE_|GO_)\w{1,32}", name) for name in pipeline["variables"])


def test_gitee_go_takes_branches_by_their_whole_names() -> None:
    """Under `include` they would be regular expressions: `main` would take `maintenance` too."""
    triggers = read("recipes/gitee-go.yml")["triggers"]
    branches = {"branches": {"precise": ["master", "main"]}}
    assert triggers == {"trigger": "auto", "push": branches, "pr": branches}


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
