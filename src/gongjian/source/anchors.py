"""Path in the model → a path that stays the same when other items come and go."""

from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, ScalarNode

from gongjian.model.finding import Path
from gongjian.source.places import child, stands_for_itself

_CALLED = ("id", "heading", "name", "title", "date", "by")
"""The fields that say which item of a list is meant; the first that an item has counts."""


def anchor(root: Node, path: Path, titles: Mapping[str, frozenset[str]]) -> Path:
    """Put what items are called in the place of their indexes, where they are called something.

    Args:
        root: the nodes of the file.
        path: field names and indexes.
        titles: for each field name, the Chinese titles it may stand under.
    """
    node = root
    steps: list[str | int] = []
    for number, part in enumerate(path):
        found = child(node, part, titles)
        if found is None and not stands_for_itself(node, part):  # the file leaves out the rest
            return (*steps, *path[number:])
        node = found[1] if found else node
        steps.append((_name(node, titles) or part) if found and isinstance(part, int) else part)
    return tuple(steps)


def _name(item: Node, titles: Mapping[str, frozenset[str]]) -> str:
    """Give what an item is called; "" when nothing says it."""
    if not isinstance(item, MappingNode):
        return ""
    for field in _CALLED:
        found = child(item, field, titles)
        if found and isinstance(found[1], ScalarNode) and found[1].value:
            return str(found[1].value)
    return ""
