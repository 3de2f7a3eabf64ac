"""Which keys a mapping may have: the fields of every schema by name and by Chinese title."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from gongjian.model.base import Model
from gongjian.model.finding import Path


@cache
def models(root: type[Model]) -> tuple[type[Model], ...]:
    """List a schema and every schema inside it, each once, outermost first."""
    found = [root]
    for model in found:
        for field in model.model_fields.values():
            found += [inner for inner in models_in(field.annotation) if inner not in found]
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
    """Give the schema of the mapping at a path, or None where there is no mapping.

    The path may hold the tags that Pydantic puts behind the index of a union's item.
    """
    return next(iter(_walk(root, path)[1]), None)


def path_in_file(root: type[Model], location: Path) -> Path:
    """Take the tags of unions out of a Pydantic location: they are not in the file."""
    return _walk(root, location)[0]


def _walk(root: type[Model], path: Path) -> tuple[Path, tuple[type[Model], ...]]:
    """Follow a path; give it without tags, and the schemas that may stand at its end."""
    written: list[str | int] = []
    models: tuple[type[Model], ...] = (root,)
    for part in path:
        if isinstance(part, str):
            tagged = tuple(model for model in models if _tag(model) == part)
            if tagged and len(models) > 1:
                models = tagged
                continue
            fields = [model.model_fields[part] for model in models if part in model.model_fields]
            models = tuple(dict.fromkeys(inner for field in fields for inner in models_in(field.annotation)))
        written.append(part)
    return tuple(written), models


def inner_models(model: type[Model], name: str) -> tuple[type[Model], ...]:
    """Give the schemas that a mapping in a field, or in a list in it, may follow."""
    return tuple(dict.fromkeys(models_in(model.model_fields[name].annotation)))


def fitting(models: tuple[type[Model], ...], data: Mapping[str, object]) -> type[Model] | None:
    """Choose the schema that a mapping follows, by its `kind` where there are several; None if none does."""
    if len(models) <= 1:
        return next(iter(models), None)
    tag = data.get("kind") or data.get(models[0].model_fields["kind"].title or "")
    return next((model for model in models if _tag(model) == tag), None)


def _tag(model: type[Model]) -> str | None:
    """Give the value that tells this schema from the others of its union."""
    field = model.model_fields.get("kind")
    values = get_args(field.annotation) if field and get_origin(field.annotation) is Literal else ()
    return str(values[0]) if len(values) == 1 else None


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


def models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
        return
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    for argument in arguments[:1] if origin is Annotated else arguments:
        yield from models_in(argument)
