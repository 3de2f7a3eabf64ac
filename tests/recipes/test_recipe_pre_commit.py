"""The pre-commit hooks, by pre-commit itself, on a scratch repository."""

import subprocess
import sys
from pathlib import Path

import pytest
from recipe_files import ROOT, clean_environment, git

pytest.importorskip("pre_commit", reason="needs pre-commit")
pytest.importorskip(
    "setuptools.command.bdist_wheel", reason="needs setuptools 70.1, which pre-commit builds with"
)


def pre_commit(
    repository: Path, home: Path, libraries: Path, *arguments: str
) -> subprocess.CompletedProcess[str]:
    environment = clean_environment() | {
        "PRE_COMMIT_HOME": str(home),
        "PYTHONPATH": str(libraries),  # the hook's environment has gongjian alone
        "PRE_COMMIT_COLOR": "never",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-m", "pre_commit", *arguments, "--all-files", "--verbose"]
    return subprocess.run(
        command,
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def make_crooked(repository: Path) -> Path:
    plan = repository / "plans/yongli.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("id: yongli", "id:   yongli"), encoding="utf-8")
    git(repository, "add", "-A")
    return plan


def test_the_hooks_of_this_repository(
    repository: Path, tmp_path: Path, libraries: Path, sources: Path
) -> None:
    plan = make_crooked(repository)
    done = pre_commit(repository, tmp_path / "home", libraries, "try-repo", str(sources))
    assert "gongjian fmt（整理版面）" in done.stdout, done.stdout + done.stderr
    assert "- files were modified by this hook" in done.stdout
    assert "没有发现问题" in done.stdout
    assert done.returncode == 1
    assert "\nid: yongli-2022\n" in plan.read_text(encoding="utf-8")


def test_the_recipe_for_plan_repositories(
    repository: Path, tmp_path: Path, libraries: Path, wheel: Path
) -> None:
    recipe = (ROOT / "recipes/pre-commit-config.yaml").read_text(encoding="utf-8")
    here = recipe.replace("[gongjian==0.1.0]", f"['{wheel}']")
    assert here != recipe
    (repository / ".pre-commit-config.yaml").write_text(here, encoding="utf-8")
    git(repository, "add", "-A")
    fine = pre_commit(repository, tmp_path / "home", libraries, "run")
    assert fine.returncode == 0, fine.stdout + fine.stderr
    (repository / "plans/b.yaml").write_text("gongjian: plan/v1\n", encoding="utf-8")
    git(repository, "add", "-A")
    found = pre_commit(repository, tmp_path / "home", libraries, "run")
    assert found.returncode == 1
    assert "plans/b.yaml:1:1: GJ102" in found.stdout
