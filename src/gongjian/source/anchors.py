"""Path in the model → a path that stays the same when other items come and go."""

from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, ScalarNode

from gongjian.model.finding import Path
from gongjian.source.places import child, stands_for_itself

_CALLED = (
    ("id",), ("heading",), ("name",), ("title",), ("date", "activity"), ("teacher",), ("item",), ("by",), ("lead",),
    ("kind", "origin", "destination"), ("rule",), ("requirement",),
)  # fmt: skip
"""The fields that say which item of a list is meant; the first that an item has counts, with those beside it."""

_NAMES = frozenset({"members", "deputies", "by", "to", "schools", "teacher", "policies"})
"""The lists whose items are names themselves."""


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
        is_item = found is not None and isinstance(part, int)
        steps.append((_name(node, path[number - 1], titles) or part) if is_item else part)
    return tuple(steps)


def _name(item: Node, listed: str | int, titles: Mapping[str, frozenset[str]]) -> str:
    """Give what an item of a list is called; "" when nothing says it."""
    if isinstance(item, ScalarNode) and listed in _NAMES:
        return str(item.value)
    if not isinstance(item, MappingNode):
        return ""
    for fields in _CALLED:
        told = [_text(item, field, titles) for field in fields]
        if told[0]:
            return " ".join(filter(None, told))
    return ""


def _text(item: MappingNode, field: str, titles: Mapping[str, frozenset[str]]) -> str:
    found = child(item, field, titles)
    return str(found[1].value) if found and isinstance(found[1], ScalarNode) else ""
