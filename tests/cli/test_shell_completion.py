"""Completion in the shell: what is offered, quickly, and the scripts by the shells themselves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import BashComplete, CompletionItem

from gongjian.cli import codes
from gongjian.cli.program import COMMANDS, program, run
from gongjian.document.kinds import KINDS
from gongjian.report.formats import FORMATS
from gongjian.repository.drafting.archetypes import ARCHETYPES
from gongjian.rules.index import RULES
from gongjian.rules.packs import built_in_pack, pack_ids

VARIABLE = "_GONGJIAN_COMPLETE"


def offered(*words: str) -> list[CompletionItem]:
    *before, incomplete = words
    return BashComplete(program, {}, "gongjian", VARIABLE).get_completions(before, incomplete)


def values(*words: str) -> list[str]:
    return [item.value for item in offered(*words)]


def test_commands_and_options() -> None:
    assert values("") == list(COMMANDS)
    assert values("va") == ["validate"]
    assert {item.value: item.help for item in offered("")} == {
        name: text for name, (_, text) in COMMANDS.items()
    }
    assert values("--v") == ["--version"]
    assert {"--format", "--policy", "--select"} <= set(values("validate", "--"))


def test_values_of_options() -> None:
    assert values("validate", "--format", "") == list(FORMATS)
    assert values("validate", "--format", "s") == ["sarif"]
    assert values("validate", "--fail-on", "w") == ["warning"]
    assert values("render", "a.yaml", "--kind", "") == list(KINDS)
    assert values("new", "--kind", "") == values("init", "--kind", "") == list(ARCHETYPES)
    assert values("new", "--kind", "教共体") == ["教共体融合型", "教共体共建型", "教共体协作型"]
    assert values("new", "--mode", "共") == ["共建型", "共同体"]
    assert values("init", "--ci", "git") == ["github", "gitlab", "gitee"]
    assert values("completion", "") == ["bash", "zsh", "fish"]


def test_rules_with_their_titles() -> None:
    assert {item.value: item.help for item in offered("explain", "")} == {
        rule.id: rule.title for rule in RULES.values()
    }
    assert values("explain", "gj10") == [name for name in RULES if name.startswith("GJ10")]
    assert values("validate", "--ignore", "GJ401") == ["GJ401"]


def test_packs_with_their_titles() -> None:
    titles = {name: built_in_pack(name).title for name in pack_ids()}
    assert {item.value: item.help for item in offered("policies", "")} == titles
    assert values("validate", "--policy", "zhong") == ["zhongxin", "zhongzhuang"]
    assert [item.type for item in offered("validate", "--policy", "policies/")] == ["file"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    for name in ("plans/b.yaml", "plans/a.YML", "plans/notes.txt", "plans/.hidden.yaml", "gongjian.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", ["validate", "render", "fmt"])
def test_plan_files(command: str, folder: Path) -> None:
    assert values(command, "plans/") == ["plans/a.YML", "plans/b.yaml"]
    assert values(command, "plans/b") == ["plans/b.yaml"]
    assert values(command, "plans/.h") == ["plans/.hidden.yaml"]
    assert values(command, "g") == ["gongjian.yaml"]


@pytest.mark.parametrize("incomplete", ["", "p", "nowhere/", "plans/x", "~/"])
def test_the_shell_completes_paths_where_there_is_more_than_plans(incomplete: str, folder: Path) -> None:
    assert [(item.value, item.type) for item in offered("validate", incomplete)] == [(incomplete, "file")]


def test_names_that_a_shell_would_read_otherwise(folder: Path) -> None:
    (folder / "plans/my plan.yaml").write_text("", encoding="utf-8")
    assert [item.type for item in offered("validate", "plans/")] == ["file"]


def test_templates_of_the_repository_too(folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates/通报.md.j2").write_text("", encoding="utf-8")
    assert {"实施方案", "通报"} <= set(values("templates", ""))
    assert values("templates", "实") == ["实施方案"]
    assert values("templates", "--check", "plans/b") == ["plans/b.yaml"]


@pytest.mark.parametrize(("words", "unneeded"), [
    (("",), {"pydantic", "rich", "jinja2", "yaml", "gongjian.cli.validate"}),
    (("validate", "--f"), {"pydantic", "rich", "jinja2", "yaml"}),
    (("validate", "plans/"), {"pydantic", "rich", "jinja2", "yaml"}),
    (("policies", ""), {"pydantic", "rich", "jinja2", "yaml"}),
    (("templates", ""), {"pydantic", "rich", "jinja2", "yaml"}),
    (("new", "--kind", ""), {"pydantic", "rich", "jinja2", "yaml"}),
    (("explain", ""), {"rich", "jinja2", "yaml"}),
])  # fmt: skip
def test_completion_loads_nothing_heavy(words: tuple[str, ...], unneeded: set[str]) -> None:
    """By click's own way in, in a fresh process."""
    code = (
        "import sys, atexit; atexit.register(lambda: print('modules:', *sys.modules))\n"
        "from gongjian.cli import main; main()"
    )
    environment = {
        VARIABLE: "bash_complete",
        "COMP_WORDS": " ".join(["gongjian", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=True,
        encoding="utf-8",
    )  # fmt: skip
    *lines, modules = done.stdout.splitlines()
    assert all(line.startswith(("plain,", "file,")) for line in lines)
    assert lines
    assert unneeded.isdisjoint(modules.split())


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["completion", shell]) == codes.FINE
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_calls_the_program(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"{VARIABLE}={shell}_complete" in script(shell, capsys)


def needs(program: str) -> str:
    path = shutil.which(program)
    if not path:
        pytest.skip(f"needs {program}")
    return path


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """The environment of a shell that finds `gongjian`."""
    (tmp_path / "bin").mkdir()
    shim = tmp_path / "bin/gongjian"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gongjian "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    source = str(Path(__file__).parents[2] / "src")
    return os.environ | {
        "PATH": f"{shim.parent}:{os.environ['PATH']}",
        "PYTHONPATH": source,
        "HOME": str(tmp_path),
    }


def lines_of(command: list[str], environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_bash_completes(installed: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    calls = (
        "COMP_WORDS=(gongjian new --kind 教); COMP_CWORD=3; COMPREPLY=(); _gongjian_completion gongjian;"
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    command = [needs("bash"), "--norc", "-c", f"{script('bash', capsys)}\n{calls}"]
    assert lines_of(command, installed) == ["教共体融合型", "教共体共建型", "教共体协作型"]


def test_fish_completes(installed: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    command = [needs("fish"), "--no-config", "-c", f"{script('fish', capsys)}\ncomplete -C 'gongjian vali'"]
    assert [line.split("\t")[0] for line in lines_of(command, installed)] == ["validate"]


def test_zsh_can_read_the_script(installed: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert lines_of([needs("zsh"), "-n", "-c", script("zsh", capsys)], installed) == []
