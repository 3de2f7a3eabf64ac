"""The GitLab recipe, by gitlab-ci-local: the pipeline of a merge request, on this machine.

It is npm's: `npm install --prefix DIR gitlab-ci-local`, and `GONGJIAN_NPM=DIR`; it needs rsync, too.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from recipe_files import ROOT, clean_environment, git, npm_program

MERGE_REQUEST = ("CI_PIPELINE_SOURCE=merge_request_event",)
OTHER_BRANCH = ("CI_PIPELINE_SOURCE=push", "CI_COMMIT_BRANCH=draft", "CI_DEFAULT_BRANCH=main")


@pytest.fixture
def project(repository: Path) -> Path:
    """A plan repository as GitLab has it."""
    shutil.copy(ROOT / "recipes/gitlab-ci.yml", repository / ".gitlab-ci.yml")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "方案仓库")
    git(repository, "remote", "add", "origin", "git@gitlab.example.org:county/plans.git")
    return repository


class Pipeline:
    """What GitLab makes of the recipe."""

    def __init__(self, program: str, programs: Path, wheel: Path) -> None:
        self.program = program
        self.programs = programs
        self.wheel = wheel

    def run(
        self, folder: Path, variables: tuple[str, ...], *arguments: str
    ) -> subprocess.CompletedProcess[str]:
        told = [part for each in (*variables, f"GONGJIAN={self.wheel}") for part in ("--variable", each)]
        return subprocess.run(
            [self.program, "--force-shell-executor", *told, *arguments],
            cwd=folder,
            env=clean_environment() | {"PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )


@pytest.fixture
def pipeline(programs: Path, wheel: Path) -> Pipeline:
    program = npm_program("gitlab-ci-local")
    if not program or not shutil.which("rsync"):
        pytest.skip("needs gitlab-ci-local and rsync")
    return Pipeline(program, programs, wheel)


def test_a_merge_request_is_checked(pipeline: Pipeline, project: Path) -> None:
    done = pipeline.run(project, MERGE_REQUEST)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "PASS" in done.stdout
    assert json.loads((project / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []
    assert not list(ElementTree.parse(project / "gongjian-junit.xml").iter("failure"))


def test_a_finding_fails_the_job_and_leaves_its_reports(pipeline: Pipeline, project: Path) -> None:
    plan = project / "plans/yongli.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("quota: ≥5次", "quota: ≥5此"), encoding="utf-8")
    done = pipeline.run(project, MERGE_REQUEST)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "plans/yongli.yaml:108:18: GJ107" in done.stdout
    (issue,) = json.loads((project / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert (issue["check_name"], issue["location"]["path"]) == ("GJ107", "plans/yongli.yaml")
    assert len(list(ElementTree.parse(project / "gongjian-junit.xml").iter("failure"))) == 1


@pytest.mark.parametrize(("variables", "when"), [(MERGE_REQUEST, "on_success"), (OTHER_BRANCH, "never")])
def test_when_it_runs(pipeline: Pipeline, project: Path, variables: tuple[str, ...], when: str) -> None:
    listed = pipeline.run(project, variables, "--list-csv-all").stdout.splitlines()
    assert [line.split(";")[3] for line in listed if line.startswith("check-plans;")] == [when]
