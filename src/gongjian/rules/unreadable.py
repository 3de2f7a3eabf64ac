"""Why a file cannot be read, and what to do about it."""

import os

_REASONS = {
    1: "系统不允许",
    2: "文件不存在",
    5: "磁盘读写出错",
    13: "没有权限",
    20: "路径中间有一段是文件，不是文件夹",
    21: "这是文件夹，不是文件",
    36: "文件名太长",
    40: "链接绕成了圈",
}
"""Why a file cannot be read, by the system's error number."""

WHAT_TO_DO = {
    1: "改文件的权限，让运行检查的人能读",
    5: "把文件复制到别处再试；复制不了的，从 git 或备份里取回来",
    13: "改文件的权限，让运行检查的人能读",
}
"""What to do about it, where the path is not to blame."""


def why_unreadable(number: int | None, otherwise: str | None = "") -> str:
    """Say why a file cannot be read, by the system's error number; else in the system's words."""
    return _REASONS.get(number or 0) or otherwise or os.strerror(number or 0)


LINKS = {
    "链接绕成了圈": "绕成了圈",
    "文件不存在": "它指到的文件不存在",
    "没有权限": "没有读它指到的文件的权限",
}
"""The same of a link, about what it leads to."""
