"""Changes in words, the same in every report."""

from collections.abc import Callable
from dataclasses import dataclass

from gongjian.model.changes import KINDS, Change, Contrast, Detail, FileChange
from gongjian.model.file_kinds import schema_of


@dataclass(frozen=True)
class Style:
    """How a report writes what comes from files, what is gone in a text, and what is new."""

    plain: Callable[[str], str]
    old: Callable[[str], str]
    new: Callable[[str], str]


def summary(contrast: Contrast) -> str:
    """Say how much changed."""
    if not contrast.files:
        return "没有比较出改动" if contrast.problems else "没有改动"
    counts = "、".join(f"{KINDS[kind]} {count}" for kind, count in contrast.counts().items())
    return f"{len(contrast.files)} 个文件有改动：{counts}"


def kind_of(file: FileChange) -> str:
    """Say what kind of file it is: 方案, 政策包."""
    return schema_of(file.kind).model_config.get("title") or file.kind


def names_of(file: FileChange) -> str:
    """Give its name, or both when it has another one."""
    if file.old and file.new and file.old != file.new:
        return f"{file.old} → {file.new}"
    return file.new or file.old or ""


def called(file: FileChange) -> str:
    """Say what it is: 新增的方案 某小学结对共建方案（yongli-2022）."""
    state = "新增的" if file.old is None else "删去的" if file.new is None else ""
    kind = f"{state}{kind_of(file)}" if state or not file.title else ""
    name = f"{file.title}（{file.id}）" if file.id else file.title
    return f"{kind} {name}".strip() if file.title else f"{kind}{name}"


def what(change: Change) -> str:
    """Name the thing that changed."""
    return f"{change.what}（{change.id}）" if change.id and change.id != change.what else change.what


def told(change: Change, style: Style) -> str:
    """Say how a thing changed: its details, one behind the other."""
    return "；".join(_detail(detail, change, style) for detail in change.details)


def _detail(detail: Detail, change: Change, style: Style) -> str:
    named = detail.field == "quota" or detail.title == change.what
    title = "" if named else style.plain(detail.title)
    note = f"（{style.plain(detail.note)}）" if detail.note else ""
    words = _words(detail, change, style) if detail.old or detail.new else ""
    return f"{title}{' ' if title and words else ''}{words}{note}"


def _words(detail: Detail, change: Change, style: Style) -> str:
    if detail.pieces:
        writers = {"same": style.plain, "old": style.old, "new": style.new}
        return "".join(writers[kind](text) for kind, text in detail.pieces)
    if change.kind in ("added", "removed"):
        return style.plain(detail.new or detail.old)
    if not detail.old:
        return f"加上 {style.new(detail.new)}"
    if not detail.new:
        return f"删去 {style.old(detail.old)}"
    return f"{style.plain(detail.old)} → {style.plain(detail.new)}"
