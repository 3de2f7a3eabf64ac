"""What a file that may not be whole yet can refer to: its kind, its schools, its commitments."""

import re
from collections.abc import Mapping

from gongjian.model.base import Model
from gongjian.model.file_kinds import KINDS, schema_of
from gongjian.model.kinds import DEFAULT_KINDS, KindError, Kinds
from gongjian.rules.standards import Standards

_KIND = re.compile(r"^(?:gongjian|文件类型|文件類型) *: *['\"]?([a-z]+/v[0-9]+)", re.MULTILINE)
_ID = re.compile(r"(?:^|[\s{,-])(?:id|编号|編號) *: *['\"]?([^\s'\",}]+)")
_NAME = re.compile(r"(?:^|[\s{,-])(?:name|校名) *: *['\"]?([^\s'\",}]+)")
_ITEM = re.compile(r"^ *- ", re.MULTILINE)

SCHOOL_FIELDS: Mapping[str, frozenset[str]] = {
    "Activity": frozenset({"by", "host", "schools"}),
    "Assignment": frozenset({"origin", "destination"}),
    "Commitment": frozenset({"by", "to"}),
    "Group": frozenset({"lead", "members"}),
    "Person": frozenset({"school"}),
    "School": frozenset({"parent"}),
}
"""The fields, by schema, that name schools of the plan by their ids."""


def schema_in(text: str) -> type[Model]:
    """Give the schema that a text says it follows; a plan's when it says nothing yet."""
    match = _KIND.search(text)
    return schema_of(match[1] if match and match[1] in KINDS else "plan/v1")


def schools_in(text: str) -> dict[str, str]:
    """Give the schools of a plan: ids and names."""
    found: dict[str, str] = {}
    for item in _items(text, "schools|学校|學校"):
        if match := _ID.search(item):
            name = _NAME.search(item)
            found.setdefault(match[1], name[1] if name else match[1])
    return found


def commitments_in(text: str) -> tuple[str, ...]:
    """Give the ids of a plan's commitments."""
    items = _items(text, "measures|工作措施")
    return tuple(dict.fromkeys(match[1] for item in items for match in _ID.finditer(item)))


def _items(text: str, key: str) -> list[str]:
    """Cut a list at the top of a file into its items."""
    block = re.search(rf"^(?:{key}) *:[^\n]*\n((?:[ \t-][^\n]*\n?|#[^\n]*\n|\n)*)", text, re.MULTILINE)
    return _ITEM.split(block[1])[1:] if block else []


def kinds_of(standards: Standards) -> Kinds:
    """Give the kinds of activity there are here."""
    try:
        return standards.kinds_with((*standards.local, *standards.in_force))
    except KindError:
        return DEFAULT_KINDS
