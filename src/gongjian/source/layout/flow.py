"""How what stands in braces and brackets is written: on one line where it fits, else filling lines."""

from gongjian.source.layout.scalars import cells, head_of, on_one_line, stripped
from gongjian.source.layout.tree import Alias, Collection, Entry, Node, Scalar

WIDTH = 140
"""Columns of a line with braces or brackets; a Chinese character takes two."""


def flow_lines(prefix: str, collection: Collection, tail: int = 0, *, whole: bool = False) -> list[str]:
    """Give the lines of a collection in brackets.

    Args:
        prefix: what stands before it on its first line.
        collection: the collection.
        tail: how many characters stand behind it on its last line.
        whole: keep it on one line however long it gets.
    """
    text = one_line(collection)
    if text is not None and (whole or cells(prefix) + cells(text) + tail <= WIDTH):
        return [prefix + text]
    if collection.bare:
        return _item_lines(prefix, collection.entries[0], tail)
    if collection.anchor:
        prefix += f"&{collection.anchor} "
    fill = _one_by_one if _has_comments(collection) else _filled
    return fill(prefix, collection, tail)


def one_line(node: Node) -> str | None:
    """Give a node on one line; None when comments or line breaks in texts forbid it."""
    if isinstance(node, Alias):
        return head_of(node)
    if isinstance(node, Scalar):
        words = on_one_line(node)
        return None if words is None else (head_of(node) + words).rstrip(" ")
    items = [_item(entry) for entry in node.entries]
    if node.opening or node.foot or None in items:
        return None
    text = ", ".join(item for item in items if item is not None)
    opening, closing = ("", "") if node.bare else _brackets(node)
    return (f"&{node.anchor} " if node.anchor else "") + opening + text + closing


def _item(entry: Entry) -> str | None:
    if entry.above or entry.beside:
        return None
    value = one_line(entry.value)
    return None if value is None else _key(entry) + value


def _key(entry: Entry) -> str:
    """Give the key with its colon and the space behind it."""
    key = entry.key
    if key is None:
        return ""
    if isinstance(key, Alias):
        return f"{head_of(key)} : "
    return head_of(key) + key.written + (": " if entry.colon else "")


def _brackets(collection: Collection) -> tuple[str, str]:
    return ("{", "}") if collection.mapping else ("[", "]")


def _has_comments(node: Node) -> bool:
    if not isinstance(node, Collection):
        return False
    return bool(node.opening or node.foot) or any(
        entry.above or entry.beside or _has_comments(entry.value) for entry in node.entries
    )


def _filled(prefix: str, collection: Collection, tail: int) -> list[str]:
    """Put as many items on a line as it takes, the next lines below the first item."""
    opening, closing = _brackets(collection)
    pad = " " * (cells(prefix) + 1)
    lines = [prefix + opening]
    space = ""
    for number, entry in enumerate(collection.entries, 1):
        last = number == len(collection.entries)
        behind = 1 + (tail if last else 0)
        text = _item(entry)
        if space and (text is None or cells(lines[-1]) + 1 + cells(text) + behind > WIDTH):
            lines.append(pad)
            space = ""
        lines[-1:] = _item_lines(lines[-1] + space, entry, behind)
        lines[-1] += closing if last else ","
        space = " "
    return lines


def _one_by_one(prefix: str, collection: Collection, tail: int) -> list[str]:
    """Put every item on a line of its own, with its comments."""
    opening, closing = _brackets(collection)
    pad = " " * (cells(prefix) + 1)
    lines = [prefix + opening]
    ended = _with_comment(lines, collection.opening)
    for number, entry in enumerate(collection.entries, 1):
        if number > 1 or ended or entry.above:
            lines += [pad + comment.text for comment in entry.above]
            lines.append(pad)
        last = number == len(collection.entries)
        lines[-1:] = _item_lines(lines[-1], entry, 1 + (tail if last else 0))
        lines[-1] += "" if last else ","
        ended = _with_comment(lines, entry.beside)
    if ended or collection.foot:
        lines += [pad + comment.text for comment in collection.foot]
        lines.append(pad)
    lines[-1] += closing
    return lines


def _with_comment(lines: list[str], comment: str) -> bool:
    """Put a comment behind the last line; give whether there is one."""
    if comment:
        lines[-1] = f"{lines[-1].rstrip(' ')} {comment}"
    return bool(comment)


def _item_lines(prefix: str, entry: Entry, tail: int) -> list[str]:
    """Give the lines of one item, without the comma behind it."""
    value = entry.value
    prefix += _key(entry)
    if isinstance(value, Collection):
        return flow_lines(prefix, value, tail)
    text = one_line(value)
    if text is not None or isinstance(value, Alias):
        return [prefix + (text or "")]
    prefix += head_of(value)
    pad = " " * cells(prefix)
    first, *more = map(stripped, value.written.split("\n"))
    return [prefix + first, *(pad + line if line else "" for line in more)]
