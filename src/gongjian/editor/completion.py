"""What may be written where the cursor is: keys of the schema, choices, and names the file refers to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from gongjian.editor.outline import Spot, spot_at
from gongjian.editor.positions import Position, characters, lines_of
from gongjian.editor.vocabulary import SCHOOL_FIELDS, commitments_in, kinds_of, schema_in, schools_in
from gongjian.model.base import Model
from gongjian.model.file_kinds import KINDS
from gongjian.model.finding import Path
from gongjian.model.keys import inner_models, names_of
from gongjian.model.script import has_simplified
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that may be written.

    Attributes:
        label: the words to write, shown as they are.
        detail: a few words beside it.
        new: what is written, where it is more than the label.
    """

    label: str
    kind: Literal["key", "value", "reference"]
    detail: str = ""
    description: str = ""
    new: str = ""


def proposals(text: str, at: Position, standards: Standards = DEFAULT_STANDARDS) -> list[Proposal]:
    """Give what may be written at a position, in the order of the schema; editors filter by what is typed."""
    lines = lines_of(text)
    if at.line >= len(lines):
        return []
    spot = spot_at(lines, at.line, characters(lines[at.line], at.character))
    schema = schema_in(text)
    models = _models(schema, spot.path)
    if models and (not spot.value or spot.path[-1:] == (0,)):
        return list(_keys(models, spot, chinese=_prefers_chinese(text)))
    if not spot.value:
        return []
    return list(_values(text, schema, spot.path, standards))


def _models(root: type[Model], path: Path) -> tuple[type[Model], ...]:
    """Give the schemas that may stand at a path of keys in either language."""
    models: tuple[type[Model], ...] = (root,)
    for part in path:
        if isinstance(part, str):
            named = [(model, names_of(model).get(part)) for model in models]
            inner = (each for model, name in named if name for each in inner_models(model, name))
            models = tuple(dict.fromkeys(inner))
    return models


def _prefers_chinese(text: str) -> bool:
    """Tell whether the file writes its keys in Chinese."""
    keys = [line.partition(":")[0] for line in lines_of(text) if ":" in line and line[:1].strip(" #-")]
    return sum(has_simplified(key) or not key.isascii() for key in keys) * 2 > len(keys)


def _keys(models: tuple[type[Model], ...], spot: Spot, *, chinese: bool) -> Iterator[Proposal]:
    seen: set[str] = set()
    for model in models:
        names = names_of(model)
        written = {names[key] for key in spot.written if key in names}
        for name, field in model.model_fields.items():
            if name in written or name in seen:
                continue
            seen.add(name)
            title = field.title or name
            label, other = (title, name) if chinese else (name, title)
            needed = "（必填）" if field.is_required() else ""
            yield Proposal(label, "key", other + needed, field.description or "", f"{label}: ")


def _values(text: str, schema: type[Model], path: Path, standards: Standards) -> Iterator[Proposal]:
    last = max((index for index, part in enumerate(path) if isinstance(part, str)), default=None)
    if last is None:
        return
    for model in _models(schema, path[:last]):
        name = names_of(model).get(str(path[last]))
        if name is None:
            continue
        if name == "gongjian":
            yield from (Proposal(kind, "value", "文件类型") for kind in KINDS)
            return
        title = model.model_fields[name].title or name
        yield from (
            Proposal(choice, "value", title) for choice in _choices(model.model_fields[name].annotation)
        )
        yield from _references(text, model, name, standards)


def _references(text: str, model: type[Model], name: str, standards: Standards) -> Iterator[Proposal]:
    """Yield names of things that are told elsewhere."""
    if name == "activity":
        for kind in kinds_of(standards):
            yield Proposal(kind.name, "value", "、".join(kind.parents) or "活动类型", "、".join(kind.aliases))
    if name in SCHOOL_FIELDS.get(model.__name__, ()):
        if model.__name__ == "Commitment":
            yield from (Proposal(role, "value", "角色") for role in ("牵头校", "成员校"))
        yield from (Proposal(key, "reference", called) for key, called in schools_in(text).items())
    if name == "commitment":
        yield from (Proposal(key, "reference", "承诺") for key in commitments_in(text))
    if name == "policies":
        yield from (Proposal(key, "reference", "政策包") for key in standards.pack_ids())


def _choices(annotation: Any) -> Iterator[str]:
    if annotation is bool:
        yield from ("true", "false")
    elif get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    else:
        for inner in get_args(annotation):
            yield from _choices(inner)
