"""The system refuses: a full disk, no permission, a folder that is gone. No bug of ours, and nothing a command foresaw."""

import contextlib
import os
import sys
from pathlib import Path
from typing import TextIO

import click

from gongjian.cli import codes

_REASONS = {
    5: "读写出错",
    9: "已经关上了",
    12: "内存不够",
    13: "没有权限",
    24: "打开的文件太多",
    28: "磁盘满了",
    30: "这里只能读，不能写",
    122: "磁盘配额用完了",
}
"""What is nobody's mistake here, by the system's error number."""


def refusal(error: OSError) -> str:
    """Say what the system refused, and what to do; "" when the error may well be a mistake of ours."""
    if _is_lost():
        return "当前文件夹已经不在了（被删去或者改了名），先用 cd 换到别的文件夹"
    reason = _REASONS.get(error.errno or 0)
    if reason is None:
        return ""
    if error.filename is None:
        return f"写不了要打印的内容：{reason}"
    return f"读写不了 {os.fsdecode(error.filename)}：{reason}"


def _is_lost() -> bool:
    """Tell whether the current folder is gone."""
    try:
        Path.cwd()
    except OSError:
        return True
    return False


def tell(message: str) -> None:
    """Say something on the error stream, if anybody can still hear it."""
    try:
        click.echo(message, err=True)
    except OSError:
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Leave a stream that cannot be written to, so that what is left in it does not fail once more at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def refused(error: OSError) -> int | None:
    """Say that the system refuses, and give the exit code; None when that is not what has happened."""
    message = refusal(error)
    if not message:
        return None
    let_go(sys.stdout)
    tell(message)
    return codes.USAGE
