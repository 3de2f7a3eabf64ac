"""The program: its commands, and what becomes of every error."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from gongjian import __version__
from gongjian.cli import codes
from gongjian.cli.chinese import SETTINGS, LazyGroup, complaint

COMMANDS = {
    "init": ("init", "建方案仓库：设置、名册、例子、CI、编辑器提示，建好就能通过检查"),
    "new": ("new", "新写一份方案：逐项提问，或者按选项，写完就能通过检查"),
    "validate": ("validate", "检查方案：写法、内容、指标，指出在第几行、怎么改"),
    "render": ("render", "印出公文：docx（GB/T 9704 版式）、pdf、html、md"),
    "fmt": ("fmt", "整理方案文件的版面：次序、缩进、空格；内容和注释不动"),
    "diff": ("diff", "比较两个版本的意思：指标收紧还是放宽，人员、学校、日期改了什么"),
    "templates": ("templates", "列出、复制、检查公文模板"),
    "verify": ("verify", "查印好的 Word 文件：出自哪个方案，方案改过没有，有没有手工改动"),
    "quota": ("quota", "看一条指标怎么读：规范写法、公文说法、上下限"),
    "rules": ("rules", "列出全部检查规则"),
    "explain": ("explain", "讲解一条规则，附坏例和好例"),
    "policies": ("policies", "列出政策包，或一个政策包的各条要求"),
    "schema": ("schema", "打印文件格式的 JSON Schema，供编辑器使用"),
    "completion": ("completion", "打印 bash、zsh、fish 的命令补全脚本"),
    "lsp": ("lsp", "编辑器的语言服务器：边写边查、悬停说明、补全、快速修复"),
}

EXAMPLES = """
gongjian validate plans                           检查 plans 文件夹里的全部方案
gongjian render plans/yongli.yaml --format docx   印出一份方案
gongjian explain GJ107                            查一条规则
"""


@click.group(
    "gongjian",
    cls=LazyGroup,
    table=COMMANDS,
    epilog=EXAMPLES,
    options_metavar="[选项]",
    subcommand_metavar="命令 ...",
    context_settings=SETTINGS,
)
@click.version_option(__version__, "--version", message="gongjian %(version)s", help="显示版本号")
def program() -> None:
    """共建：城乡学校结对共建工具箱。方案写成 YAML，检查指标，印出公文。

    各命令的用法：gongjian 命令 --help
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code."""
    _speak_plainly()
    _start_quickly()
    try:
        code = program.main(args=arguments, prog_name="gongjian", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        return codes.USAGE
    except click.ClickException as error:
        return _wrong_usage(error)
    except (click.Abort, KeyboardInterrupt):
        _tell("已中断。")
        return codes.INTERRUPTED
    except OSError as error:
        return _refused(error)
    except Exception as error:  # noqa: BLE001 (every bug ends in a report, never in a traceback)
        return _bug(error)
    return code if isinstance(code, int) else codes.FINE


def _speak_plainly() -> None:
    """Never fail because a stream was closed, or because the terminal's encoding lacks a character."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 (it stays open)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _start_quickly() -> None:
    """Leave out what costs start-up time and serves us nothing.

    That is Pydantic's search for plugins of others, and walking the young objects again and
    again while modules, of which nothing is garbage, are being loaded.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(50_000, 20, 20)


def _wrong_usage(error: click.ClickException) -> int:
    if not isinstance(error, click.UsageError):
        click.echo(error.message, err=True)
        return codes.USAGE
    message = complaint(error)
    _tell(f"用法不对：{message}")
    context = getattr(error, "ctx", None)
    if context is not None:
        _tell(f"看用法：{context.command_path} --help")
    return codes.USAGE


def _refused(error: OSError) -> int:
    """Tell what the system refuses; that nobody listens any more (`| head`) needs no words."""
    from gongjian.cli.refusal import let_go, refused

    if isinstance(error, BrokenPipeError):
        let_go(sys.stdout)
        return codes.FINDINGS
    return refused(error) or _bug(error)


def _tell(message: str) -> None:
    from gongjian.cli.refusal import tell

    tell(message)


def _bug(error: Exception) -> int:
    """Save a report that can be sent to us, and say where it is."""
    import tempfile

    from gongjian.repository.writing import write_atomically

    report = _report(error)
    for folder in (Path.cwd, Path.home, lambda: Path(tempfile.gettempdir())):
        try:
            path = folder() / "gongjian-bug.txt"
            write_atomically(path, report.encode(errors="backslashreplace"))
        except (OSError, RuntimeError):  # there is no such folder, or it is not ours to write to
            continue
        _tell(f"程序出错了（{type(error).__name__}），这是我们的问题。报告存在 {path}，请发给维护者。")
        return codes.BUG
    _tell(report)
    return codes.BUG


def _report(error: Exception) -> str:
    import platform
    import traceback
    from importlib.metadata import PackageNotFoundError, version

    def version_of(package: str) -> str:
        try:
            return version(package)
        except PackageNotFoundError:
            return "-"

    packages = ", ".join(
        f"{name} {version_of(name)}" for name in ("click", "pydantic", "PyYAML", "yaml-rs", "jinja2", "rich")
    )
    return (
        f"gongjian {__version__}, Python {platform.python_version()}, {platform.platform()}\n{packages}\n"
        f"arguments: {sys.argv[1:]}\n\n{''.join(traceback.format_exception(error))}"
    )
