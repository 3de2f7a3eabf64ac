"""How far the node that begins on a line reaches: for comments that stand by a node."""

from collections.abc import Iterator

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode


def last_line(root: Node, line: int, *, outermost: bool) -> int:
    """Give the last line, from 1, of an entry or item that begins on a line; the line itself when none does.

    Args:
        root: the nodes of the file.
        line: where it begins, from 1.
        outermost: of several that begin there (an item and its first entry), the outermost; else
            the innermost.
    """
    ends = [_end(value) for first, value in _entries(root) if first.start_mark.line == line - 1]
    return max(line, max(ends) if outermost else ends[-1]) if ends else line


def _entries(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield every entry of a mapping as key and value, and every item of a list as itself twice, outer ones first.

    What stands in brackets or braces is one thing.
    """
    if not isinstance(node, CollectionNode) or node.flow_style:
        return
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield key, value
            yield from _entries(value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield item, item
            yield from _entries(item)


def _end(node: Node) -> int:
    """Give the last line of a node, from 1; the end of a block is where the next thing begins."""
    if isinstance(node, ScalarNode):
        past = node.style in ("|", ">") and node.end_mark.column == 0
        return int(node.end_mark.line) + (0 if past else 1)
    if not isinstance(node, CollectionNode) or node.flow_style:
        return int(node.end_mark.line) + 1
    children = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
    return max(map(_end, children), default=int(node.start_mark.line) + 1)
