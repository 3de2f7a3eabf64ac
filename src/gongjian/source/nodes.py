"""Text → YAML nodes → data as text, by libyaml; the authority on data and on places.

Every scalar stays the text it was (the schema decides what it is), but for a
plain `~`, `null` or nothing, which is None. Refused, each with its place: duplicate
keys, keys that are no scalars, merge keys, tags, several documents, aliases that
contain themselves or expand without end, nesting beyond any plan.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.resolver import BaseResolver

from gongjian.source.decoding import check_characters, place_of
from gongjian.source.errors import SourceError
from gongjian.source.nesting import DEPTH_LIMIT, too_deep

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"

ALIAS_LIMIT = 10_000
"""How many nodes aliases may stand for in one file."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SCALAR, _SEQUENCE, _MAPPING = "scalar", "sequence", "mapping"
_TAGS = {ScalarNode: _SCALAR, SequenceNode: _SEQUENCE, MappingNode: _MAPPING}

_WIDE_COLON = re.compile(r"[ -]*[^\s:'\"#：]+：")
_WIDE_INDENT = re.compile(r"[ -]*[\u3000\u00a0]")
_WIDE_SPACE = re.compile(r"[ -]*[^\s:'\"#{\[]+:[\u3000\u00a0]")
_TAB_INDENT = re.compile(r"^[ ]*\t", re.MULTILINE)


class _Resolver(BaseResolver):
    """Give every node a tag by its shape, so that any other tag is the author's."""

    def descend_resolver(self, current_node: Node | None, current_index: Any) -> None:
        """Keep no path: tags do not depend on it."""

    def ascend_resolver(self) -> None:
        """Keep no path: tags do not depend on it."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> Any:
        """Give the tag for a node without one."""
        return _TAGS[kind]


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _Composer(CParser, _Resolver):
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            _Resolver.__init__(self)

else:  # PyYAML built without its C part: slower, the same nodes
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Composer(Reader, Scanner, Parser, Composer, _Resolver):  # type: ignore[no-redef]
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)
            _Resolver.__init__(self)


def compose(text: str) -> Node:
    """Read a text into YAML nodes.

    Raises:
        SourceError: the text is no YAML, is empty, or holds several documents.
    """
    if (depth := too_deep(text)) is not None:
        raise SourceError("too-big", *place_of(text[:depth]), depth=DEPTH_LIMIT)
    check_characters(text)
    composer = _Composer(text)
    try:
        node = composer.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(text, error) from None
    finally:
        composer.dispose()
    if node is None:
        raise SourceError("empty")
    return node


def events(text: str) -> Iterator[Any]:
    """Yield the parser's events for a text that `compose` takes: they tell what nodes do not, such as aliases."""
    parser = _Composer(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def to_data(root: Node) -> Data:
    """Turn nodes into dicts, lists and text.

    Raises:
        SourceError: see the module's text.
    """
    return _Conversion().value(root)


class _Conversion:
    """One walk over the nodes, with what it must remember."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.open: set[int] = set()
        self.expanded = 0

    def value(self, node: Node) -> Data:
        if isinstance(node, ScalarNode):
            if node.tag != _SCALAR:
                raise _unsupported(node, "tag", _written(node.tag))
            return None if not node.style and node.value in _NULLS else str(node.value)
        self._enter(node)
        data: Data
        if isinstance(node, SequenceNode):
            if node.tag != _SEQUENCE:
                raise _unsupported(node, "tag", _written(node.tag))
            data = [self.value(item) for item in node.value]
        else:
            data = self._mapping(node)
        self.open.discard(id(node))
        return data

    def _mapping(self, node: Node) -> dict[str, Data]:
        if node.tag != _MAPPING:
            raise _unsupported(node, "tag", _written(node.tag))
        data: dict[str, Data] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise _unsupported(key, "complex-key")
            if key.tag != _SCALAR:
                raise _unsupported(key, "tag", _written(key.tag))
            if key.value == "<<" and not key.style:
                raise _unsupported(key, "merge")
            if key.value in lines:
                raise SourceError(
                    "duplicate-key", *_start(key), len(key.value), key=key.value, first=lines[key.value]
                )
            lines[key.value] = key.start_mark.line + 1
            data[key.value] = self.value(value)
        return data

    def _enter(self, node: Node) -> None:
        identity = id(node)
        if identity in self.open:
            raise _unsupported(node, "recursive-alias")
        if identity in self.seen or self.expanded:
            self.expanded += 1 + len(node.value)
            if self.expanded > ALIAS_LIMIT:
                raise _unsupported(node, "alias-bomb")
        if len(self.open) >= DEPTH_LIMIT:
            raise SourceError("too-big", *_start(node), depth=DEPTH_LIMIT)
        self.seen.add(identity)
        self.open.add(identity)


def _start(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _written(tag: str) -> str:
    """Give a tag as its author wrote it."""
    return tag.replace("tag:yaml.org,2002:", "!!")


def _unsupported(node: Node, what: str, text: str = "") -> SourceError:
    return SourceError("unsupported", *_start(node), what=what, text=text)


def _syntax_error(text: str, error: yaml.MarkedYAMLError) -> SourceError:
    """Turn libyaml's complaint into ours, at the place where the author must look."""
    problem = error.problem or ""
    mark, began = error.problem_mark, error.context_mark
    if "another document" in problem:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return SourceError("several-documents", line, column)
    if "quoted scalar" in (error.context or "") and began:
        mark = began
    mark = mark or began
    if not mark:
        return SourceError("syntax", problem=problem, text="")
    if "nesting depth" in problem:
        return SourceError("too-big", mark.line + 1, mark.column + 1, depth=DEPTH_LIMIT)
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1)
    before = lines[: line + 1]
    return _likely(before, problem) or SourceError("syntax", line + 1, mark.column + 1, problem=problem)


def _likely(lines: list[str], problem: str) -> SourceError | None:
    """Find what people get wrong most often, in the last line or the one before it."""
    if tab := _TAB_INDENT.match(lines[-1]):
        return SourceError("tab", len(lines), tab.end())
    if space := _wide_space(lines):
        return SourceError("syntax", *space, problem="wide space")
    if colon := _wide_colon(lines, problem):
        line, column = colon
        spaced = lines[line - 1][column : column + 1] in ("", " ")
        return SourceError("syntax", line, column, problem="wide colon", spaced=spaced)
    return None


def _wide_space(lines: list[str]) -> tuple[int, int] | None:
    """Find a space that is none for YAML: at the beginning of the last line, or behind a key in it or the one before."""
    if match := _WIDE_INDENT.match(lines[-1]):
        return len(lines), match.end()
    behind = ((number, _WIDE_SPACE.match(lines[number - 1])) for number in range(len(lines), 0, -1)[:2])
    return next(((number, match.end()) for number, match in behind if match), None)


def _wide_colon(lines: list[str], problem: str) -> tuple[int, int] | None:
    """Find a `键：值` that may have caused the trouble, in the last line or the one before it."""
    if "':'" not in problem and "expected key" not in problem and "not allowed" not in problem:
        return None
    written = [number for number, line in enumerate(lines, 1) if line.strip()][-2:]
    found = ((number, match) for number in written if (match := _WIDE_COLON.match(lines[number - 1])))
    return next(((number, match.end()) for number, match in found), None)
