"""What a file is made of, as its author wrote it: every node with its own text, and its comments beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

_BINDING = re.compile(r"#[ \t]*gongjian:")


class LayoutError(Exception):
    """A file that cannot be laid out without losing something; the message says why, in Chinese.

    Attributes:
        at: the offset of the place in the text.
    """

    def __init__(self, message: str, at: int = 0) -> None:
        """Note what and where."""
        super().__init__(message)
        self.message = message
        self.at = at


def binds(comment: str) -> bool:
    """Tell a comment that programs read, such as a waiver: it must stay on the line of what it is about."""
    return _BINDING.match(comment) is not None


@dataclass(slots=True)
class Comment:
    """A comment with a line of its own; `blank` tells of a blank line above it."""

    text: str
    blank: bool = False


@dataclass(slots=True)
class Scalar:
    """A text, a number, or nothing.

    Attributes:
        written: its source, without its anchor; of a block text also without the comment behind `|`.
        style: `'`, `"`, `|`, `>`, or nothing.
        value: what it says.
        base: the column of the innermost block around it, which a block text's indentation counts from.
        start: where it begins in the text.
    """

    written: str
    style: str = ""
    value: str = ""
    anchor: str = ""
    base: int = 0
    start: int = 0

    @property
    def is_block(self) -> bool:
        """Whether it is a `|` or `>` text."""
        return self.style in ("|", ">")


@dataclass(slots=True)
class Alias:
    """A reference to what stands elsewhere."""

    name: str


@dataclass(slots=True)
class Entry:
    """An entry of a mapping, or an item of a list.

    Attributes:
        value: its value.
        key: its key; None for an item.
        above: the comments on the lines above it.
        blank: a blank line parts it from what is above it, or from its comments.
        behind: the comment behind the key's colon or the item's dash, before the value.
        between: the comments on lines between key and value.
        beside: the comment behind the value; it and `behind` may go on on more lines.
        below: the comments below the value that are indented deeper than the entry.
        colon: whether the key has a colon; in braces it may go without.
        start: where it begins in the text: at its key or its dash.
        end: where it ends (in braces or brackets).
    """

    value: "Node"
    key: Scalar | Alias | None = None
    above: list[Comment] = field(default_factory=list)
    blank: bool = False
    behind: str = ""
    between: list[Comment] = field(default_factory=list)
    beside: str = ""
    below: list[Comment] = field(default_factory=list)
    colon: bool = True
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Collection:
    """A mapping or a list.

    Attributes:
        mapping: a mapping, not a list.
        flow: written in brackets or braces.
        entries: what is in it.
        bare: a mapping of one entry in brackets, written without its braces.
        opening: the comment behind the opening bracket.
        foot: the comments below the last entry.
        column: where the entries of a block begin, from 0.
        start: where it begins in the text.
        end: where it ends (in braces or brackets).
    """

    mapping: bool
    flow: bool
    entries: list[Entry] = field(default_factory=list)
    anchor: str = ""
    bare: bool = False
    opening: str = ""
    foot: list[Comment] = field(default_factory=list)
    column: int = 0
    start: int = 0
    end: int = 0


Node: TypeAlias = Scalar | Alias | Collection


@dataclass(slots=True)
class Document:
    """A whole file.

    Attributes:
        root: its content.
        directives: lines such as `%YAML 1.2`.
        header: the comments at its beginning, which are about all of it.
        parted: a blank line parts the header from the content.
        foot: the comments behind a content in brackets.
        comments: all comments, as they were found in the text.
    """

    root: Node
    directives: list[str] = field(default_factory=list)
    header: list[Comment] = field(default_factory=list)
    parted: bool = False
    foot: list[Comment] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def anchors_in(node: "Node | None") -> Iterator[tuple[str, bool]]:
    """Yield the anchors and aliases of a node in order: the name, and whether it is defined there."""
    if isinstance(node, Alias):
        yield node.name, False
    elif node is not None and node.anchor:
        yield node.anchor, True
    if isinstance(node, Collection):
        for entry in node.entries:
            yield from anchors_in(entry.key)
            yield from anchors_in(entry.value)
