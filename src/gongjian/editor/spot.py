"""Where the cursor stands, and the word it stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from gongjian.editor.outline import Reader
from gongjian.model.finding import Path

_REST_OF_KEY = re.compile(r"[^\s:：,\[\]{}#'\"]*")
_REST_OF_VALUE = re.compile(r"[^\s,\[\]{}#'\"]*")
_COLON = re.compile(r"[\"']? *:(?: |$)")
_WAIVING = re.compile(r"#[ \t]*gongjian:[ \t]*ignore\[(?:[^\]]*[,，、])?[ \t]*([^\],，、]*)$")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is being written.

    Attributes:
        kind: a key; a value; either of them (an item or a line of its own); a rule in a waiving comment.
        path: of the mapping that gets the key, of the value, or of what gets either.
        word: the part of the word that stands before the cursor.
        start: where the word begins: a column, in characters.
        end: where it ends.
        colon: a colon stands behind the word already.
        in_flow: inside of brackets.
        quoted: inside of quotation marks.
        in_item: behind the dash of an item, or on a line of its own inside of one.
    """

    kind: Literal["key", "value", "either", "rule"]
    path: Path
    word: str
    start: int
    end: int
    colon: bool = False
    in_flow: bool = False
    in_item: bool = False
    quoted: bool = False


def spot_at(lines: Sequence[str], row: int, column: int) -> Spot | None:
    """Tell where the cursor is, row and column in characters from 0; None where nothing can be proposed."""
    line = lines[row] if row < len(lines) else ""
    before, after = line[:column], line[column:]
    reader = Reader()
    for number, each in enumerate(lines[:row]):
        reader.read(number, each)
    reader.read(row, before)
    if reader.comment is not None:
        return _in_comment(before, after)
    if reader.quote and reader.quoted_on != row:
        return None
    if reader.brackets.frames:
        return _in_flow(reader, row, before, after)
    if not before.strip():
        reader.settle(column)
    if reader.in_text:
        return None
    return _in_block(reader, before, after)


def _in_comment(before: str, after: str) -> Spot | None:
    waiving = _WAIVING.search(before)
    if waiving is None:
        return None
    rest = re.match(r"[A-Za-z0-9]*", after)
    return Spot("rule", (), waiving[1], waiving.start(1), len(before) + (rest.end() if rest else 0))


def _in_flow(reader: Reader, row: int, before: str, after: str) -> Spot | None:
    frame = reader.brackets.frames[-1]
    is_key = frame.bracket == "{" and frame.key is None
    if frame.filled or (frame.text and frame.start[0] != row) or (before.endswith(":") and not is_key):
        return None
    word = frame.text
    start = frame.start[1] if word else len(before)
    return Spot(
        "key" if is_key else "value", reader.path, word, start, len(before) + _rest(after, is_key=is_key),
        colon=is_key and _has_colon(after), in_flow=True, quoted=bool(reader.quote),
    )  # fmt: skip


def _in_block(reader: Reader, before: str, after: str) -> Spot | None:
    tail = reader.tail
    if tail is None:
        if before.strip():
            return None  # behind a scalar or brackets that are closed
        end = len(before) + _rest(after, is_key=True)
        in_item = bool(reader.path) and isinstance(reader.path[-1], int)
        return Spot("either", reader.path, "", len(before), end, colon=_has_colon(after), in_item=in_item)
    if before.endswith((":", "-")) and not tail.text:
        return None  # a space must come first
    is_value = tail.behind_key
    in_item = tail.behind_item or (bool(reader.path) and isinstance(reader.path[-1], int))
    return Spot(
        "value" if is_value else "either",
        reader.path,
        tail.text,
        tail.column,
        len(before) + _rest(after, is_key=not is_value),
        colon=not is_value and _has_colon(after),
        in_item=in_item,
        quoted=bool(reader.quote),
    )


def _rest(after: str, *, is_key: bool) -> int:
    match = (_REST_OF_KEY if is_key else _REST_OF_VALUE).match(after)
    return match.end() if match else 0


def _has_colon(after: str) -> bool:
    """Tell whether what stands behind the cursor makes its word a key."""
    return bool(_COLON.match(after, _rest(after, is_key=True)))
