"""Values of fields in words, for people who compare."""

from collections.abc import Mapping
from datetime import date

from gongjian.model.activity import Activity, Assignment
from gongjian.model.base import Model
from gongjian.model.dates import Period
from gongjian.model.ledger import Record
from gongjian.model.measure import Block, Commitment, Milestone
from gongjian.model.people import Person
from gongjian.model.policy import Requirement
from gongjian.model.school import Group

Names = Mapping[str, str]
"""The names of schools by their ids."""

REFERENCES = frozenset(
    {"host", "by", "to", "schools", "school", "lead", "members", "parent", "origin", "destination"}
)
"""The fields that name schools by their ids, as far as they hold texts."""

_NAMES = ("name", "heading", "title", "item", "id", "activity", "text", "rule", "date")
"""The fields that an item may be called by, the best first."""


def said(value: object, names: Names | None = None) -> str:
    """Say a value; "" for nothing."""
    match value:
        case None | ():
            words = ""
        case bool():
            words = "是" if value else "否"
        case float():
            words = f"{value:g}%"
        case date():
            words = value.isoformat()
        case str():
            words = names.get(value, value) if names else value
        case (int() as month, int() as day):
            words = f"{month}月{day}日"
        case tuple():
            words = "、".join(said(item, names) for item in value)
        case Model():
            words = _said_model(value, names)
        case _:
            words = str(value)
    return words


def _said_model(value: Model, names: Names | None) -> str:
    if isinstance(value, Period):
        days = f"{value.start}至{value.end}"
        return f"{days}（{value.label}）" if value.label else days
    if isinstance(value, Milestone):
        return f"{said(value.by)} {said(value.percent)}"
    if isinstance(value, Person | Block):
        return label(value, names or {})
    parts = [
        f"{field.title}{said(getattr(value, name), names if name in REFERENCES else None)}"
        for name, field in type(value).model_fields.items()
        if getattr(value, name) not in (None, (), "", False)
    ]
    return "，".join(parts)


def label(item: Model, names: Names) -> str:
    """Call an item by what readers know it by."""
    match item:
        case Person():
            posts = "、".join(item.post)
            name = f"{item.name}（{posts}）" if item.name and posts else item.name or posts
        case Activity() | Record():
            name = f"{item.activity}{f'“{item.title}”' if item.title else ''}（{item.date}）"
        case Assignment():
            way = f"{names.get(item.origin, item.origin)}→{names.get(item.destination, item.destination)}"
            name = f"{item.teacher or '人员待定'}（{item.kind}，{way}）"
        case Group():
            members = "、".join(names.get(member, member) for member in item.members)
            name = item.name or f"{names.get(item.lead, item.lead)}—{members}"
        case Commitment():
            name = item.activity
        case Requirement():
            name = shortened(item.text.rstrip("。"))
        case _:
            named = (said(getattr(item, field, None)) for field in _NAMES)
            name = shortened(next(filter(None, named), ""))
    return name


def shortened(text: str, most: int = 30) -> str:
    """Cut a text that is too long to be a name."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
