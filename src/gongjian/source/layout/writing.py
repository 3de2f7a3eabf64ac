"""Tree → text, in the canonical layout."""

from gongjian.source.layout.flow import flow_lines
from gongjian.source.layout.scalars import STEP, cells, head_of, scalar_lines
from gongjian.source.layout.tree import Alias, Collection, Comment, Document, Entry, Node, Scalar, binds


def write(document: Document) -> str:
    """Write a document."""
    lines = [*document.directives, *(["---"] if document.directives else [])]
    _add_comments(lines, document.header, 0)
    root = document.root
    if document.parted and lines:
        _add_blank(lines)
    if isinstance(root, Collection) and not root.flow:
        lines += _block_lines(root, 0)
    else:
        lines += _leaf_lines("", Entry(root), 0)
    _add_comments(lines, document.foot, 0)
    return "".join(f"{line}\n" for line in lines)


def _block_lines(block: Collection, indent: int) -> list[str]:
    """Give the lines of a block whose entries begin in a column; never a blank one first."""
    lines: list[str] = []
    open_end = False
    for entry in block.entries:
        _add_comments(lines, entry.above, indent, open_end=open_end)
        if entry.blank and not (open_end and not entry.above):
            _add_blank(lines)
        lines += _entry_lines(entry, indent)
        open_end = _has_open_end(entry.value)
    _add_comments(lines, block.foot, indent, open_end=open_end)
    return lines


def _add_comments(lines: list[str], comments: list[Comment], indent: int, *, open_end: bool = False) -> None:
    for number, comment in enumerate(comments):
        if comment.blank and not (open_end and number == 0):
            _add_blank(lines)
        lines.append(" " * indent + comment.text)


def _add_blank(lines: list[str]) -> None:
    """Add a blank line, unless what is above it looks like one, or nothing is."""
    if lines and lines[-1].strip():
        lines.append("")


def _has_open_end(node: Node) -> bool:
    """Tell whether a node ends in a `|+` text, to which blank lines below it belong."""
    if isinstance(node, Collection):
        return not node.flow and _has_open_end(node.entries[-1].value)
    return isinstance(node, Scalar) and node.is_block and "+" in node.written.partition("\n")[0]


def _entry_lines(entry: Entry, indent: int) -> list[str]:
    head = " " * indent + _head(entry)
    value = entry.value
    if not isinstance(value, Collection) or value.flow:
        lines = _leaf_lines(head, entry, indent)
        _add_comments(lines, entry.below, indent + STEP)
        return lines
    inner = _block_lines(value, indent + STEP)
    if entry.key is None and not (entry.behind or value.anchor or value.entries[0].above):
        return [f"{head} {inner[0].lstrip(' ')}", *inner[1:]]
    if value.anchor:
        head += f" &{value.anchor}"
    return [*_with_comment(head, entry.behind), *inner]


def _head(entry: Entry) -> str:
    """Give the key with its colon, or the dash."""
    key = entry.key
    if key is None:
        return "-"
    if isinstance(key, Alias):
        return f"{head_of(key)} :"
    return f"{head_of(key)}{key.written}:"


def _leaf_lines(head: str, entry: Entry, indent: int) -> list[str]:
    """Give the lines of an entry whose value is no block."""
    behind, beside = entry.behind, entry.beside
    value = entry.value
    is_block = isinstance(value, Scalar) and value.is_block
    if behind and not (beside or entry.between or (is_block and "\n" in behind)):
        behind, beside = "", behind
    lines = []
    if behind or entry.between:
        empty = isinstance(value, Scalar) and not (value.written or value.anchor)
        lines += _with_comment(head, beside if empty and beside else behind)
        _add_comments(lines, entry.between, indent + STEP)
        if empty:
            return lines
        head = " " * (indent + STEP - 1)
    written = _value_lines(f"{head} " if head else "", value, indent, beside)
    commented = 0 if is_block else len(written) - 1
    written[commented : commented + 1] = _with_comment(written[commented].rstrip(" "), beside)
    return lines + written


def _value_lines(prefix: str, value: Scalar | Alias | Collection, indent: int, beside: str) -> list[str]:
    if isinstance(value, Collection):
        return flow_lines(prefix, value, whole=binds(beside))
    prefix += head_of(value)
    if isinstance(value, Alias):
        return [prefix]
    first, *more = scalar_lines(value, indent)
    return [prefix + first, *more]


def _with_comment(line: str, comment: str) -> list[str]:
    """Put a comment behind a line, what goes on below it in the same column."""
    if not comment:
        return [line]
    first, *more = comment.split("\n")
    pad = " " * (cells(line) + 1)
    return [f"{line} {first}", *(pad + each for each in more)]
