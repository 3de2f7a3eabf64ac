"""Which keys a mapping may have: the fields of every schema by name and by Chinese title."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from gongjian.model.base import Model
from gongjian.model.finding import Path


@cache
def models(root: type[Model]) -> tuple[type[Model], ...]:
    """List a schema and every schema inside it, each once, outermost first."""
    found = [root]
    for model in found:
        for field in model.model_fields.values():
            found += [inner for inner in _models_in(field.annotation) if inner not in found]
    return tuple(found)


@cache
def titles(root: type[Model]) -> Mapping[str, frozenset[str]]:
    """Give for each field name inside a schema the Chinese titles it may be written as."""
    collected: dict[str, set[str]] = {}
    for model in models(root):
        for name, field in model.model_fields.items():
            collected.setdefault(name, set()).add(field.title or name)
    return {name: frozenset(found) for name, found in collected.items()}


def model_at(root: type[Model], path: Path) -> type[Model] | None:
    """Give the schema of the mapping at a path, or None where there is no mapping."""
    model: type[Model] | None = root
    for part in path:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part) if model else None
        model = next(_models_in(field.annotation), None) if field else None
    return model


def names_of(model: type[Model]) -> dict[str, str]:
    """Map every key a mapping of this schema may have, English or Chinese, to the field's name."""
    english = {name: name for name in model.model_fields}
    return {field.title: name for name, field in model.model_fields.items() if field.title} | english


def title_of(root: type[Model], path: Path) -> str:
    """Give the Chinese title of the field a path ends in, or its key where it has none."""
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return "文件"
    last = len(path) - 1 - path[::-1].index(names[-1])
    model = model_at(root, path[:last])
    field = model.model_fields.get(names[-1]) if model else None
    return (field.title if field else None) or names[-1]


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
        return
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    for argument in arguments[:1] if origin is Annotated else arguments:
        yield from _models_in(argument)
