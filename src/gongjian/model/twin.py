"""A file written in Traditional characters as its Simplified twin.

Two things are put into Simplified characters: the keys and the words a schema chooses from, so that
a file can be loaded whose texts stay as they are written; and a whole model, so that rules, which
look for words, find in it what they find in its twin. Quotas, dates and kinds of activity are read
in either script where they are read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeVar, get_args, get_origin

from gongjian.model.base import Model
from gongjian.model.keys import models_in, names_of
from gongjian.model.mapping import with_texts
from gongjian.model.school import Role
from gongjian.model.script import simplified

_PARTIES: Final = frozenset(get_args(Role))
"""What parties are called by their role, wherever a text names a party (by: 牵头校)."""

M = TypeVar("M", bound=Model)


def twin_of_model(model: M) -> M:
    """Give the model with every text in Simplified characters."""
    return with_texts(model, simplified)


def twin_of_data(schema: type[Model], data: object) -> object:
    """Give a file's data with its keys and its choices in Simplified characters, all else as written.

    What makes no sense to the schema then either stays as written, so that it can be told so.
    """
    return _mapping((schema,), data) if isinstance(data, Mapping) else data


@dataclass(frozen=True, slots=True)
class _Entry:
    """What may stand behind a key: the words to choose from, the schemas of mappings."""

    choices: frozenset[object]
    schemas: tuple[type[Model], ...]


@cache
def _entries(schemas: tuple[type[Model], ...]) -> dict[str, _Entry]:
    """Give every key, English or Chinese, that a mapping for one of the schemas may have."""
    fields: dict[str, list[Any]] = {}
    for schema in schemas:
        for key, name in names_of(schema).items():
            fields.setdefault(key, []).append(schema.model_fields[name].annotation)
    return {key: _entry(annotations) for key, annotations in fields.items()}


def _entry(annotations: Iterable[Any]) -> _Entry:
    choices = frozenset(choice for each in annotations for choice in _choices(each))
    return _Entry(choices, tuple(dict.fromkeys(inner for each in annotations for inner in models_in(each))))


def _mapping(schemas: tuple[type[Model], ...], data: Mapping[Any, object]) -> dict[Any, object]:
    """Convert a mapping that one of the schemas is for."""
    entries = _entries(schemas)
    converted: dict[Any, object] = {}
    for key, value in data.items():
        twin = simplified(key) if isinstance(key, str) and key not in entries else key
        free = twin not in data and twin not in converted  # what is there already is not written over
        name = twin if twin in entries and free else key
        converted[name] = _value(entries[name], value) if name in entries else value
    return converted


def _value(entry: _Entry, value: object) -> object:
    """Convert what stands behind a key; one value may stand for a list of them."""
    if isinstance(value, list):
        return [_value(entry, item) for item in value]
    if isinstance(value, Mapping):
        return _mapping(entry.schemas, value) if entry.schemas else value
    if (
        isinstance(value, str)
        and value not in entry.choices
        and simplified(value) in entry.choices | _PARTIES
    ):
        return simplified(value)
    return value


def _choices(annotation: Any) -> Iterator[object]:
    """Yield the words of every Literal in an annotation, those of schemas inside it left out."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        yield from arguments
        return
    for argument in arguments[:1] if origin is Annotated else arguments:
        yield from _choices(argument)
