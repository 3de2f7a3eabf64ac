"""One change."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from gongjian.model.changes.wording import Piece
from gongjian.model.finding import Path

ChangeKind: TypeAlias = Literal["tightened", "loosened", "added", "removed", "moved", "renamed", "changed"]

KINDS: Final[dict[ChangeKind, str]] = {
    "tightened": "收紧",
    "loosened": "放宽",
    "added": "新增",
    "removed": "删去",
    "moved": "移动",
    "renamed": "改名",
    "changed": "改变",
}
"""Kinds of change, with what users read."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One field that changed.

    Attributes:
        field: its name.
        title: its Chinese title.
        old: what it said; "" for nothing.
        new: what it says; "" for nothing.
        pieces: of a text, what is the same, gone and new.
        note: what it comes to.
    """

    field: str
    title: str
    old: str
    new: str
    pieces: tuple[Piece, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed.

    Attributes:
        area: the part of the file that it is in: the name of a field of its schema, or `commitments`.
        title: the Chinese title of the part.
        kind: how it changed.
        what: the thing, in the words of the file.
        id: its id, where it has one.
        details: its fields that changed; of what is new or gone, those that tell most.
        old: its path in the old version; None for what is new.
        new: its path in the new version; None for what is gone.
    """

    area: str
    title: str
    kind: ChangeKind
    what: str
    id: str = ""
    details: tuple[Detail, ...] = ()
    old: Path | None = None
    new: Path | None = None
