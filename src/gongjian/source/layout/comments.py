"""Comments → the entries they are about.

A comment behind something on the same line belongs to it, with the lines that go on below it in
the same column. A comment with a line of its own belongs to what comes next, unless it is indented
deeper: then to what is above it, or to the foot of the innermost block that it lines up with, as
what is commented out usually does. `# - …` flush with a list that is flush with its key is such an
item of the list. What programs read always belongs to what comes next.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from gongjian.source.layout.lines import Lines
from gongjian.source.layout.tree import Collection, Comment, Document, Entry, Scalar, binds

Kind: TypeAlias = Literal["start", "head", "value", "end", "close", "eof"]

_ITEM = re.compile(r"#+[ \t]*-[ \t]")
"""What a commented-out item of a list looks like."""


@dataclass(frozen=True, slots=True)
class Found:
    """A comment in the text.

    Attributes:
        text: its words, with the `#`.
        at: where it begins.
        line: its line, from 0.
        column: its column, from 0, in characters.
        cell: the same as an editor shows it.
        blank: whether the line above is blank.
    """

    text: str
    at: int
    line: int
    column: int
    cell: int
    blank: bool

    @property
    def comment(self) -> Comment:
        """The comment for itself."""
        return Comment(self.text, self.blank)


@dataclass(frozen=True, slots=True)
class Point:
    """Where something begins or ends.

    Attributes:
        kind: the `start` of an entry, its `head` (behind colon or dash), the beginning of its `value` and
            its `end`, for values that are no blocks; the `close` of a block; `eof`.
        at: the offset.
        line: the line of the character before it, from 0.
        entry: the entry; at `close` that which has the block, at `eof` the root.
        column: the column of the entries of the block that the entry is in.
    """

    kind: Kind
    at: int
    line: int
    entry: Entry
    column: int


def put_comments(points: Iterable[Point], found: Sequence[Found], lines: Lines) -> None:
    """Give every comment to what it belongs to."""
    number = 0
    before: Point | None = None
    closed: list[Collection] = []
    for point in points:
        if point.kind == "close":
            assert isinstance(point.entry.value, Collection)
            closed.append(point.entry.value)
            continue
        first = number
        while number < len(found) and found[number].at < point.at:
            number += 1
        if point.kind == "end":
            for each in found[first:number]:
                _put_inside(point.entry, each, lines)
        else:
            _put_between(list(found[first:number]), before, closed, point)
        before, closed = point, []


@dataclass(frozen=True, slots=True)
class _Target:
    """A place for comments that begin in a column or behind it; `items` takes only commented-out items."""

    column: int
    comments: list[Comment]
    items: bool = False


def _put_between(here: list[Found], before: Point | None, closed: list[Collection], point: Point) -> None:
    if before and before.kind != "start" and here and here[0].line == before.line:
        beside = here[:1] if _is_dash(before) else _beside(here, point)
        del here[: len(beside)]
        text = "\n".join(each.text for each in beside)
        if before.kind == "head":
            before.entry.behind = text
        else:
            before.entry.beside = text
    targets = _targets(before, closed, point)
    item = False
    for number, each in enumerate(here):
        if each.blank or number == 0:
            item = _ITEM.match(each.text) is not None
        if binds(each.text):
            targets = targets[-1:]
        while each.column < targets[0].column or (targets[0].items and not item):
            del targets[0]
        targets[0].comments.append(each.comment)


def _is_dash(point: Point) -> bool:
    """Tell the place behind a dash: what is below a comment there lines up with it anyway."""
    return point.kind == "head" and point.entry.key is None


def _beside(here: list[Found], point: Point) -> list[Found]:
    """Give the comment behind something, and those that go on below it in the same column."""
    first = here[0]
    taken = [first]
    for each in here[1:]:
        aligned = each.cell == first.cell or each.column == first.column
        if not aligned or each.line != taken[-1].line + 1 or each.column == point.column or binds(each.text):
            break
        taken.append(each)
    return taken


def _targets(before: Point | None, closed: list[Collection], point: Point) -> list[_Target]:
    """List where comments may go, in order; the last one takes all."""
    last = _Target(-1, point.entry.between if point.kind == "value" else point.entry.above)
    if before is None or before.kind != "end":
        return [last]
    column = point.column if point.kind == "start" else -1
    outer = [*(block.column for block in closed[1:]), column]
    targets = [
        _Target(block.column, block.foot, items=block.column == around)
        for block, around in zip(closed, outer, strict=False)
        if block.column > column or (block.column == column and not block.mapping)
    ]
    if (below := _below(before)) is not None:
        targets.insert(0, _Target(before.column + 1, below))
    return [*targets, last]


def _below(point: Point) -> list[Comment] | None:
    """Give where deeper comments below a value go; None below a `|` text, where they would be words of it."""
    entry = point.entry
    if not isinstance(entry.value, Scalar):
        return entry.below if point.column >= 0 else None
    if not entry.value.written:
        return entry.between
    return None if entry.value.is_block or point.column < 0 else entry.below


def _put_inside(entry: Entry, found: Found, lines: Lines) -> None:
    """Give a comment to what it belongs to inside a value: behind `|`, or in braces or brackets."""
    if isinstance(entry.value, Collection):
        _put_in_flow(entry.value, found, lines)
    else:
        entry.beside = found.text


def _put_in_flow(collection: Collection, found: Found, lines: Lines) -> None:
    entries = collection.entries
    following = bisect_right(entries, found.at, key=lambda entry: entry.start)
    before = entries[following - 1] if following else None
    if before and found.at < before.end:
        if inner := _flow_around(before, found):
            _put_in_flow(inner, found, lines)
        else:
            before.above.append(found.comment)
    elif before and lines.line(before.end - 1) == found.line:
        before.beside = found.text
    elif not before and lines.line(collection.start) == found.line:
        collection.opening = found.text
    else:
        (entries[following].above if following < len(entries) else collection.foot).append(found.comment)


def _flow_around(entry: Entry, found: Found) -> Collection | None:
    """Give the brackets inside an entry that a comment is in; those of a pair without braces do not count."""
    value = entry.value
    if not isinstance(value, Collection) or not value.start < found.at < value.end:
        return None
    return _flow_around(value.entries[0], found) if value.bare else value


def take_header(document: Document) -> None:
    """Take the comments above the first entry that are about the whole file.

    That is all of them, or all but the last paragraph when blank lines part them, and never what
    programs read at the first entry.
    """
    root = document.root
    if not isinstance(root, Collection) or root.flow or not root.entries:
        return
    first = root.entries[0]
    own = 0
    if not first.blank:
        own = next((number for number in range(len(first.above) - 1, 0, -1) if first.above[number].blank), 0)
    own = own or len(first.above)
    while own and binds(first.above[own - 1].text) and not first.blank:
        own -= 1
    document.parted = first.blank or 0 < own < len(first.above)
    document.header, first.above = first.above[:own], first.above[own:]
    first.blank = False
