"""Text → tree: the events of the parser, each with its own text, then the comments put where they belong."""

import re
from collections.abc import Iterator
from typing import Any

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

from gongjian.source.layout.comments import Found, Kind, Point, put_comments, take_header
from gongjian.source.layout.lines import Lines
from gongjian.source.layout.scalars import cells
from gongjian.source.layout.tree import Alias, Collection, Comment, Document, Entry, LayoutError, Scalar
from gongjian.source.nodes import events

_ANCHOR = re.compile(r"&[0-9A-Za-z_-]+(?:[ \t\n]+(?:#[^\n]*)?)*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_COMMENT = re.compile(r"#[^\n]*")
_DIRECTIVE = re.compile(r"^%[^\n]*", re.MULTILINE)
_SPACE = re.compile(r"[ \t\n]*")


def read(text: str) -> Document:
    """Read a text that the exact reader takes.

    Raises:
        LayoutError: it is written in a way that cannot be laid out.
    """
    return _Reader(text).document()


def comments_of(text: str) -> list[str]:
    """List the comments of a text that the exact reader takes, in order."""
    return [match[0].rstrip() for match in _comments(text, list(events(text)))]


def _comments(text: str, listed: list[Any]) -> Iterator[re.Match[str]]:
    """Yield the comments: what begins with `#` outside of scalars, aliases and directives."""
    at = 0
    for start, end in (*_opaque(text, listed), (len(text), len(text))):
        yield from _COMMENT.finditer(text, at, start)
        at = end


def _opaque(text: str, listed: list[Any]) -> Iterator[tuple[int, int]]:
    """Yield the spans in which a `#` is no comment."""
    for directive in _directives(text, listed):
        yield directive.span()
    for event in listed:
        if isinstance(event, AliasEvent):
            yield _content(text, event)
        elif isinstance(event, ScalarEvent):
            start, end = _content(text, event)
            if event.style in ("|", ">"):
                yield start, start + len(_header(text, start))
                start = text.index("\n", start)
            yield start, end


def _directives(text: str, listed: list[Any]) -> list[re.Match[str]]:
    opening = listed[1]
    return list(_DIRECTIVE.finditer(text, 0, opening.end_mark.index)) if opening.explicit else []


def _content(text: str, event: Any) -> tuple[int, int]:
    """Give the span of a scalar without its anchor, or of an alias."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.anchor and (match := _ANCHOR.match(text, start)):
        start = min(match.end(), end)
    return start, end


def _header(text: str, start: int) -> str:
    match = _BLOCK_HEADER.match(text, start)
    assert match
    return match[0]


class _Reader:
    """One walk over the events, with a cursor behind what has been read.

    Attributes:
        points: where things begin and end, in order: what comments stand between.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        listed = list(events(text))
        self.directives = [match[0].rstrip() for match in _directives(text, listed)]
        self.comments = [
            Found(
                match[0].rstrip(),
                match.start(),
                self.lines.line(match.start()),
                self.lines.column(match.start()),
                cells(self.lines.before(match.start())),
                self.lines.blank_above(match.start()),
            )
            for match in _comments(text, listed)
        ]
        self.hidden = {found.at: found.at + len(found.text) for found in self.comments}
        self.events = iter(listed)
        self.cursor = 0
        self.points: list[Point] = []

    def document(self) -> Document:
        next(self.events)
        opening = next(self.events)
        self.cursor = opening.end_mark.index if opening.explicit else 0
        root = Entry(Scalar(""))
        self.value(root, next(self.events), -1)
        self.point("eof", len(self.text), root, -1)
        put_comments(self.points, self.comments, self.lines)
        document = Document(root.value, self.directives, header=root.between, foot=root.above)
        document.comments = [found.text for found in self.comments]
        if root.beside:
            document.foot.insert(0, Comment(root.beside))
        take_header(document)
        return document

    def point(self, kind: Kind, at: int, entry: Entry, column: int) -> None:
        self.points.append(Point(kind, at, self.lines.line(max(at - 1, 0)), entry, column))

    def value(self, entry: Entry, event: Any, base: int) -> None:
        """Read the value of an entry in a block whose entries begin in column `base`."""
        if isinstance(event, CollectionStartEvent):
            entry.value = collection = self.collection(event)
            if collection.flow:
                self.point("value", collection.start, entry, base)
                self.flow(collection)
                self.point("end", self.cursor, entry, base)
            else:
                (self.mapping if collection.mapping else self.sequence)(collection)
                self.point("close", self.cursor, entry, base)
            return
        entry.value = self.leaf(event, base)
        start, end = _content(self.text, event)
        if start < end:
            self.point("value", start, entry, base)
        if start < end or event.start_mark.index < end:  # nothing is read only when nothing is written
            self.cursor = end
        self.point("end", self.cursor, entry, base)

    def leaf(self, event: Any, base: int) -> Scalar | Alias:
        if isinstance(event, AliasEvent):
            return Alias(str(event.anchor))
        start, end = _content(self.text, event)
        style = event.style or ""
        written = self.text[start:end]
        if style in ("|", ">"):
            written = _header(self.text, start) + written[written.index("\n") :]
        return Scalar(written, style, str(event.value), event.anchor or "", base, start)

    def collection(self, event: Any) -> Collection:
        start = event.start_mark.index
        if event.anchor:
            start = self.next_at(start + len(event.anchor) + 1)
            self.cursor = event.start_mark.index + len(event.anchor) + 1
        mapping = isinstance(event, MappingStartEvent)
        return Collection(mapping, bool(event.flow_style), anchor=event.anchor or "", start=start)

    def sequence(self, collection: Collection) -> None:
        for event in self.until_end():
            at = self.expect("-")
            if not collection.entries:
                collection.column = self.lines.column(at)
            entry = self.begin(collection, at)
            self.point("head", self.cursor, entry, collection.column)
            self.value(entry, event, collection.column)

    def mapping(self, collection: Collection) -> None:
        collection.column = self.lines.column(collection.start)
        for event in self.until_end():
            entry = self.begin(collection, self.next_at(self.cursor))  # at its `?`, if it has one
            self.key(entry, event)
            self.point("head", self.cursor, entry, collection.column)
            self.value(entry, next(self.events), collection.column)

    def begin(self, collection: Collection, at: int) -> Entry:
        """Begin an entry of a block."""
        entry = Entry(Scalar(""), start=at, blank=self.lines.blank_above(at))
        collection.entries.append(entry)
        self.point("start", at, entry, collection.column)
        return entry

    def key(self, entry: Entry, event: Any) -> None:
        """Read a key, and its colon."""
        start, self.cursor = event.start_mark.index, event.end_mark.index
        if not isinstance(event, AliasEvent | ScalarEvent):
            raise self.refusal(start)
        entry.key = self.leaf(event, 0)
        if isinstance(entry.key, Scalar) and "\n" in entry.key.written:
            raise self.refusal(start)
        at = self.next_at(self.cursor)
        entry.colon = self.text[at : at + 1] == ":"
        if entry.colon:
            self.cursor = at + 1

    def flow(self, collection: Collection) -> None:
        """Read what is in braces or brackets."""
        collection.bare = self.text[collection.start] not in "[{"
        if not collection.bare:
            self.cursor = collection.start + 1
        for event in self.until_end():
            entry = Entry(Scalar(""), start=event.start_mark.index)
            collection.entries.append(entry)
            if collection.mapping:
                self.key(entry, event)
            self.flow_value(entry, next(self.events) if collection.mapping else event)
            entry.end = self.cursor
        if not collection.bare:
            self.expect_closing(collection)
        collection.end = self.cursor

    def flow_value(self, entry: Entry, event: Any) -> None:
        if isinstance(event, CollectionStartEvent):
            entry.value = inner = self.collection(event)
            self.flow(inner)
            return
        entry.value = self.leaf(event, 0)
        if event.start_mark.index < event.end_mark.index:
            self.cursor = event.end_mark.index

    def expect_closing(self, collection: Collection) -> None:
        """Step behind the closing bracket, over a last comma."""
        at = self.next_at(self.cursor)
        if self.text[at] == ",":
            at = self.next_at(at + 1)
        self.cursor = at + 1

    def until_end(self) -> Iterator[Any]:
        """Yield the first event of each entry until the collection ends."""
        for event in self.events:
            if isinstance(event, CollectionEndEvent):
                return
            yield event

    def expect(self, mark: str) -> int:
        """Step behind the mark that must come next; give its offset."""
        at = self.next_at(self.cursor)
        if self.text[at : at + 1] != mark:
            raise self.refusal(at)
        self.cursor = at + 1
        return at

    def next_at(self, at: int) -> int:
        """Give the offset of what comes next that is no space and no comment."""
        while True:
            match = _SPACE.match(self.text, at)
            assert match
            at = match.end()
            if at not in self.hidden:
                return at
            at = self.hidden[at]

    def refusal(self, at: int) -> LayoutError:
        return LayoutError("这种写法没有办法整理，改成通常的“键: 值”", at)
