"""The recipes, read: where they are, and the commands they run; and what they are run in."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]


def read(name: str) -> Any:
    """Read a recipe, every scalar as text (so that `on` stays `on`)."""
    return yaml.load((ROOT / name).read_text(encoding="utf-8"), yaml.BaseLoader)


def action_steps() -> list[dict[str, Any]]:
    """The steps of the composite action that run commands."""
    return [step for step in read("action.yml")["runs"]["steps"] if "run" in step]


class Script(NamedTuple):
    """What a recipe's shell runs: first this, then that."""

    install: str
    check: str


def scripts() -> dict[str, Script]:
    """The scripts of every recipe."""
    workflow = read("recipes/github.yml")["jobs"]["gongjian"]["steps"]
    gitlab = read("recipes/gitlab-ci.yml")["check-plans"]
    (stage,) = read("recipes/gitee-go.yml")["stages"]
    commands = stage["steps"][0]["commands"]
    return {
        "action": Script(*(step["run"] for step in action_steps())),
        "github": Script(*(step["run"] for step in workflow if "run" in step)),
        "gitlab": Script(*gitlab["before_script"], *gitlab["script"]),
        "gitee": Script("\n".join(commands[:-1]), commands[-1]),
    }


OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it the wrong way round: no isolation
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_COMPILE": "1",
}


def npm_program(name: str) -> str | None:
    """Find a program of npm: in the folder that `npm install --prefix` was given, or where programs are."""
    folder = os.environ.get("GONGJIAN_NPM")
    path = str(Path(folder) / "node_modules/.bin") if folder else None
    return shutil.which(name, path=path) or shutil.which(name)


def clean_environment() -> dict[str, str]:
    """Give the environment without what points into this checkout or says that this is a CI service."""
    return {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONPATH" and not name.startswith(("GITHUB_", "GONGJIAN", "GIT_", "PRE_COMMIT"))
    } | OFFLINE


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=某", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)
