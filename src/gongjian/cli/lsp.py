"""`gongjian lsp`: the language server that editors start."""

import sys

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command

EXAMPLES = """
gongjian lsp    由编辑器启动，设置见 docs/editor.md
"""


@chinese_command("lsp", EXAMPLES)
def command() -> int:
    """编辑器的语言服务器（LSP，走标准输入输出）：边写边查、悬停说明、补全、快速修复。"""
    from gongjian.document.errors import MissingExtraError

    if not all(map(_is_there, _NEEDED)):
        click.echo(f"出错：{MissingExtraError('启动语言服务器', 'lsp')}", err=True)
        return codes.USAGE
    from gongjian.editor.server import serve

    if sys.stdin.isatty():
        click.echo(
            "语言服务器由编辑器启动，设置见 docs/editor.md；在终端里用不着，按 Ctrl-C 结束。", err=True
        )
    return serve()


_NEEDED = ("lsprotocol", "pygls.lsp.server")
"""The second is where earlier versions of pygls have nothing."""


def _is_there(module: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package around it is not there
        return False
