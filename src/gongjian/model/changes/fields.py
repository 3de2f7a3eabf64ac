"""Fields of two versions of one thing, as their schema has them."""

from collections.abc import Container, Iterator, Mapping

from gongjian.model.base import Model
from gongjian.model.changes.change import Detail
from gongjian.model.changes.saying import REFERENCES, Names, said
from gongjian.model.changes.wording import paragraph_pairs, pieces
from gongjian.model.dates import Period
from gongjian.model.measure import Block, Milestone
from gongjian.model.people import Person

_LONG = 40
"""Texts from this length on, and all sentences, are compared piece by piece."""


def details(
    old: Model, new: Model, names: Names, skipped: Container[str] = (), prefix: str = ""
) -> Iterator[Detail]:
    """Yield what changed in the fields of a thing.

    Args:
        old: the old version.
        new: the new version, of the same schema.
        names: the names of schools by their ids.
        skipped: fields that are looked at elsewhere.
        prefix: what the titles begin with.
    """
    for name, field in type(new).model_fields.items():
        before, after = getattr(old, name), getattr(new, name)
        if name not in skipped and before != after:
            known = names if name in REFERENCES else {}
            yield from value_details(name, f"{prefix}{field.title or name}", before, after, known)


def value_details(name: str, title: str, before: object, after: object, names: Names) -> Iterator[Detail]:
    """Yield what changed in one field."""
    one, other = text_lines(before), text_lines(after)
    if one is not None or other is not None:
        yield from (detail(name, title, *pair) for pair in paragraph_pairs(one or (), other or ()))
    elif is_part(before) and is_part(after) and type(before) is type(after):
        assert isinstance(before, Model)
        assert isinstance(after, Model)
        yield from details(before, after, names, prefix=f"{title}·")
    elif isinstance(before, Mapping) or isinstance(after, Mapping):
        yield Detail(name, title, "", "", note="内容有改动")
    else:
        note = _length(before, after) if isinstance(before, Period) and isinstance(after, Period) else ""
        yield detail(name, title, said(before, names), said(after, names), note)


def detail(name: str, title: str, old: str, new: str, note: str = "") -> Detail:
    """Make a detail; of texts long enough with the pieces that differ."""
    compared = bool(old and new) and (max(len(old), len(new)) >= _LONG or "。" in old + new)
    return Detail(name, title, old, new, pieces(old, new) if compared else (), note)


def text_lines(value: object) -> tuple[str, ...] | None:
    """List the paragraphs of a text, its points among them; None for what is no text of paragraphs."""
    if type(value) is Block:
        own = (value.heading,) if value.heading else ()
        return (*own, *value.text, *(text_lines(value.points) or ()))
    if not isinstance(value, tuple) or not value:
        return None
    if all(type(item) is Block for item in value):
        return tuple(line for block in value for line in text_lines(block) or ())
    return value if any(isinstance(item, str) and "。" in item for item in value) else None


def is_list(value: object) -> bool:
    """Tell a list of things that are compared one by one."""
    return isinstance(value, tuple) and bool(value) and all(map(is_part, value))


def is_part(value: object) -> bool:
    """Tell a thing with fields of its own from a value, which is compared as a whole."""
    return (
        isinstance(value, Model)
        and type(value) is not Block
        and not isinstance(value, Period | Milestone | Person)
    )


def _length(before: Period, after: Period) -> str:
    if after.start <= before.start and before.end <= after.end:
        return "延长"
    return "缩短" if before.start <= after.start and after.end <= before.end else ""
