"""Path in the model → line and column in the file, from the YAML nodes."""

from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from gongjian.model.finding import Path, Place, Span
from gongjian.model.script import simplified


def locate(
    root: Node,
    path: Path,
    titles: Mapping[str, frozenset[str]],
    *,
    key: bool = False,
    within: Span | None = None,
) -> Place:
    """Find the place of a path.

    The path may name what the file leaves out: then the place is the nearest thing
    around it that is there. It may also run through a list or a mapping that the file
    writes as one value (`by: 牵头校` for `by: [牵头校]`).

    Args:
        root: the nodes of the file.
        path: field names and indexes.
        titles: for each field name, the Chinese titles it may stand under.
        key: point at the key of the last entry, not at its value.
        within: point at these characters of the scalar.
    """
    holder: Node | None = None
    node = root
    whole = True
    for part in path:
        found = child(node, part, titles)
        if found is None:
            if not stands_for_itself(node, part):
                whole = False
                break
            continue
        holder, node = found
    if key and whole and holder is not None:
        return _place(holder)
    if within and isinstance(node, ScalarNode) and (place := _part(node, within)):
        return place
    return _place(_shown(node, holder))


def child(
    node: Node, part: str | int, titles: Mapping[str, frozenset[str]]
) -> tuple[Node | None, Node] | None:
    """Give the key node (None in a list) and the value node of one step."""
    if isinstance(node, MappingNode) and isinstance(part, str):
        names = {part, *titles.get(part, ())}  # a file may write them in Traditional characters
        return next(
            (
                (key, value)
                for key, value in node.value
                if key.value in names or simplified(key.value) in names
            ),
            None,
        )
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None


def stands_for_itself(node: Node, part: str | int) -> bool:
    """Tell whether the file may leave this step out (one value for a list or for a mapping)."""
    return isinstance(node, ScalarNode) or isinstance(part, int) == isinstance(node, MappingNode)


def _shown(node: Node, holder: Node | None) -> Node:
    """Choose what to point at for a value: itself when it is short, else its key or first entry."""
    if isinstance(node, ScalarNode):
        empty = node.start_mark.index == node.end_mark.index
        block = node.style in ("|", ">")
        return holder if holder is not None and (empty or block) else node
    if node.start_mark.line == node.end_mark.line and getattr(node, "flow_style", False):
        return node
    if holder is not None:
        return holder
    while not isinstance(node, ScalarNode) and node.value:
        first = node.value[0]
        node = first[0] if isinstance(first, tuple) else first
    return node


def _place(node: Node) -> Place:
    start, end = node.start_mark, node.end_mark
    if end.line != start.line:  # a run of several lines is shown by its first character
        return Place(
            line=start.line + 1, column=start.column + 1, end_line=start.line + 1, end_column=start.column + 2
        )
    return Place(
        line=start.line + 1,
        column=start.column + 1,
        end_line=end.line + 1,
        end_column=max(end.column, start.column + 1) + 1,
    )


def _part(node: ScalarNode, within: Span) -> Place | None:
    """Place a part of a scalar that stands on one line as it is (no escapes, no folding)."""
    start, end = node.start_mark, node.end_mark
    quotes = 1 if node.style in ("'", '"') else 0
    if start.line != end.line or end.column - start.column != len(node.value) + 2 * quotes:
        return None
    offset = min(within.offset, len(node.value))
    length = max(1, min(within.length, len(node.value) - offset))
    column = start.column + quotes + offset + 1
    return Place(line=start.line + 1, column=column, end_line=start.line + 1, end_column=column + length)
