"""The program as a whole: help, wrong usage, start-up, bugs."""

import subprocess
import sys
from pathlib import Path

import pytest

from gongjian import __version__
from gongjian.cli import codes
from gongjian.cli.program import COMMANDS, run

HEAVY = ("pydantic", "pydantic_core", "rich", "jinja2", "yaml", "yaml_rs", "lxml")


def modules_after(*arguments: str) -> set[str]:
    """Give the modules that a fresh process has loaded after a command."""
    code = (
        "import sys\nfrom gongjian.cli.program import run\n"
        f"run({list(arguments)!r})\nprint('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["validate", "--help"], ["render", "--help"]]
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert modules_after(*arguments).isdisjoint(HEAVY)


def test_quota_command_needs_no_models() -> None:
    assert modules_after("quota", "≥2人/学期").isdisjoint({"pydantic", "jinja2", "yaml"})


def test_a_plan_that_names_no_pack_loads_none() -> None:
    plan = str(Path(__file__).parents[1] / "cases/good/base.yaml")
    unneeded = {
        "rich",
        "jinja2",
        "yaml",
        "gongjian.model.policy",
        "gongjian.model.entailment",
        "gongjian.document",
    }
    assert modules_after("validate", "--quiet", plan).isdisjoint(unneeded)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == codes.FINE
    assert capsys.readouterr().out == f"gongjian {__version__}\n"


def test_help_lists_every_command_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == codes.FINE
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown and text in shown for name, (_, text) in COMMANDS.items())
    assert not {"Usage", "Options", "Commands", "Show this"} & set(shown.replace(":", " ").split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_chinese_help_with_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == codes.FINE
    shown = capsys.readouterr().out
    assert shown.startswith(f"用法：gongjian {name} [选项]")
    assert "选项：" in shown
    assert f"例子：\n  gongjian {name}" in shown


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("readme", ["README.md", "README.en.md"])
def test_every_command_is_in_the_readme(name: str, readme: str) -> None:
    assert f"gongjian {name}" in (Path(__file__).parents[2] / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["validat"], "没有 validat 这个命令，你是不是想写 validate？"),
        (["xyz"], f"没有 xyz 这个命令；命令有：{'、'.join(COMMANDS)}"),
        (["validate", "--formt", "json"], "没有 --formt 这个选项，你是不是想写 --format？"),
        (["validate", "--zzz"], "没有 --zzz 这个选项"),
        (["validate", "--format"], "选项 --format 后面要写一个值"),
        (
            ["validate", "--format", "xml"],
            "--format：没有 xml 这种格式，可以是 text、json、sarif、junit、github、gitlab、markdown",
        ),
        (["validate", "--quiet=1"], "选项 --quiet 后面不能写值"),
        (["validate", "--fail-on", "never"], "--fail-on 不能是 never，可以是 error、warning、info"),
        (["validate", "--select", "GJ9"], "没有规则 GJ9；你是不是想写“GJ009”？"),
        (["render"], "缺少 方案文件或文件夹..."),
        (["quota"], "缺少 指标"),
        (["quota", "≥2次", "≥3次"], "多写了 ≥3次"),
        (["explain", "GJ1O7"], "没有规则 GJ1O7；你是不是想写“GJ107”？"),
        (
            ["schema", "plans"],
            "[plan|policy|ledger|registry|repository] 不能是 plans，可以是 plan、policy、ledger、registry、repository",
        ),
    ],
)
def test_wrong_usage_is_told_in_chinese(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == codes.USAGE
    assert capsys.readouterr().err.splitlines()[0] == f"用法不对：{message}"


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == codes.USAGE
    assert capsys.readouterr().out.startswith("用法：gongjian")


def test_a_bug_leaves_a_report_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("gongjian.repository.discovery.discover", broken)
    assert run(["validate"]) == codes.BUG
    shown = capsys.readouterr()
    report = (tmp_path / "gongjian-bug.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError: boom" in report
    assert f"gongjian {__version__}" in report
    assert shown.err.startswith("程序出错了（ZeroDivisionError），这是我们的问题。报告存在 ")
    assert "Traceback" not in shown.out + shown.err


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gongjian.repository.discovery.discover", interrupted)
    assert run(["validate"]) == codes.INTERRUPTED
    assert capsys.readouterr().err == "\n已中断。\n"


def test_a_closed_pipe_is_no_bug(tmp_path: Path) -> None:
    plan = Path(__file__).parents[1] / "cases/bad/several-mistakes.yaml"
    command = f'"{sys.executable}" -m gongjian validate "{plan}" | "{sys.executable}" -c "pass"'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
