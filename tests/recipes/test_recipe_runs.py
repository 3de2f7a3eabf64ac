"""Recipes run: their own commands, by a shell, in an environment of their own."""

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from recipe_files import action_steps, clean_environment, git, read, scripts

from gongjian import __version__

SERVICES = ("github", "gitlab", "gitee")


class Runner:
    """A CI service's machine."""

    def __init__(self, programs: Path, wheel: Path) -> None:
        self.programs = programs
        self.wheel = wheel

    def run(self, script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.programs}:/usr/bin:/bin"
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env=clean_environment() | {"PATH": path, "GONGJIAN": str(self.wheel)} | environment,
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )


@pytest.fixture(scope="session")
def runner(programs: Path, wheel: Path) -> Runner:
    return Runner(programs, wheel)


@pytest.fixture(scope="session")
def installed(runner: Runner, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A machine that a recipe has installed gongjian on."""
    done = runner.run(scripts()["gitee"].install, tmp_path_factory.mktemp("install"))
    assert done.returncode == 0, done.stdout + done.stderr
    return runner


def spoil(repository: Path) -> None:
    plan = repository / "plans/yongli.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("quota: ≥5次", "quota: ≥5此"), encoding="utf-8")


def test_every_recipe_installs_gongjian_alike(installed: Runner, tmp_path: Path) -> None:
    said = [scripts()[service].install.splitlines()[-1] for service in SERVICES]
    defaults = read("recipes/gitee-go.yml")["variables"]
    (only,) = {
        command.replace("python3 ", "python ").replace("$GONGJIAN", f"${{GONGJIAN:-{defaults['GONGJIAN']}}}")
        for command in said
    }
    assert only == f'python -m pip install --quiet "${{GONGJIAN:-gongjian=={__version__}}}"'
    assert installed.run("gongjian --version", tmp_path).stdout == f"gongjian {__version__}\n"


@pytest.mark.parametrize("service", SERVICES)
def test_a_recipe_passes_what_is_sound_and_no_more(service: str, installed: Runner, repository: Path) -> None:
    fine = installed.run(scripts()[service].check, repository)
    assert fine.returncode == 0, fine.stdout + fine.stderr
    assert "没有发现问题" in fine.stdout + fine.stderr
    spoil(repository)
    assert installed.run(scripts()[service].check, repository).returncode == 1


def test_gitlab_gets_its_reports(installed: Runner, repository: Path) -> None:
    spoil(repository)
    installed.run(scripts()["gitlab"].check, repository)
    reports = read("recipes/gitlab-ci.yml")["check-plans"]["artifacts"]["reports"]
    (finding,) = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert (finding["check_name"], finding["location"]["path"]) == ("GJ107", "plans/yongli.yaml")
    assert len(list(ElementTree.parse(repository / reports["junit"]).iter("failure"))) == 1


def test_github_marks_the_line(installed: Runner, repository: Path) -> None:
    spoil(repository)
    done = installed.run(scripts()["github"].check, repository, GITHUB_ACTIONS="true")
    assert "::error file=plans/yongli.yaml,line=" in done.stdout


class Action:
    """The composite action, with its inputs."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.defaults = {name: each["default"] for name, each in read("action.yml")["inputs"].items()}

    def step(
        self, number: int, folder: Path, inputs: dict[str, str], **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one of its steps."""
        step, inputs = action_steps()[number], self.defaults | inputs
        given = {name: self._filled(value, inputs) for name, value in step.get("env", {}).items()}
        below = folder / self._filled(step.get("working-directory", "."), inputs)
        return self.runner.run(step["run"], below, GITHUB_ACTIONS="true", **given, **environment)

    def check(self, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
        return self.step(1, folder, {name.replace("_", "-"): value for name, value in inputs.items()})

    @staticmethod
    def _filled(value: str, inputs: dict[str, str]) -> str:
        name = value.removeprefix("${{ inputs.").removesuffix(" }}")
        return inputs[name] if name != value else value


@pytest.fixture
def action(installed: Runner) -> Action:
    return Action(installed)


def test_the_action_installs_its_own_checkout(runner: Runner, sources: Path, tmp_path: Path) -> None:
    runner.run("python -m pip uninstall --quiet --yes gongjian", tmp_path)
    done = Action(runner).step(0, tmp_path, {"extras": "cel,calendar"}, GITHUB_ACTION_PATH=str(sources))
    assert done.returncode == 0, done.stdout + done.stderr
    assert runner.run("gongjian --version", tmp_path).stdout == f"gongjian {__version__}\n"


def test_the_action_checks_a_repository(action: Action, repository: Path) -> None:
    fine = action.check(repository.parent, working_directory=repository.name)
    assert fine.returncode == 0, fine.stdout + fine.stderr
    spoil(repository)
    found = action.check(repository, sarif="out/gongjian.sarif", junit="gongjian.xml")
    assert found.returncode == 1
    assert "::error file=plans/yongli.yaml,line=" in found.stdout
    assert json.loads((repository / "out/gongjian.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (repository / "gongjian.xml").is_file()


def test_inputs_of_the_action_are_words_and_no_commands(action: Action, repository: Path) -> None:
    (repository / "plans/$(touch gone) b.yaml").write_text("gongjian: plan/v1\n", encoding="utf-8")
    done = action.check(
        repository,
        paths="plans/$(touch gone) b.yaml\nplans/yongli.yaml\n",
        policies="yongli\nsongyang\n",
        fail_on="info",
    )
    assert done.returncode == 1
    assert "plans/$(touch gone) b.yaml:1:1: GJ102" in done.stdout
    assert "GJ303" in done.stdout
    assert not (repository / "gone").exists()


def test_the_action_checks_only_what_changed(action: Action, repository: Path) -> None:
    spoil(repository)
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "first")
    assert action.check(repository, changed_since="HEAD").returncode == 0
    assert action.check(repository).returncode == 1


def test_the_wheel_begins_a_repository_that_its_recipe_passes(installed: Runner, tmp_path: Path) -> None:
    done = installed.run(f"gongjian init --ci gitlab .\n{scripts()['gitlab'].check}", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / ".gitlab-ci.yml").is_file()
