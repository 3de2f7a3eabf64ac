"""What may be written where the cursor is: keys of the schema, choices, and names the file refers to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args, get_origin

from gongjian.editor.demands import rules
from gongjian.editor.neighbours import Neighbours
from gongjian.editor.positions import Position, Range, characters, lines_of, units
from gongjian.editor.proposal import Proposal
from gongjian.editor.references import NAMED
from gongjian.editor.spot import Spot, spot_at
from gongjian.editor.written import Written, field_named
from gongjian.model.base import Model
from gongjian.model.file_kinds import KINDS
from gongjian.model.finding import Path
from gongjian.repository.drafting.scalars import scalar

_GRADED = ("error", "warning", "info", "off")


@dataclass(frozen=True, slots=True)
class Completion:
    """What may be written in place of a range, the most fitting first; `word` is what stands in it so far."""

    range: Range
    word: str
    proposals: tuple[Proposal, ...]


def complete(text: str, at: Position, around: Neighbours | None = None) -> Completion | None:
    """Give what may be written at a position; editors filter by what is typed. None where nothing can be."""
    lines = lines_of(text)
    if at.line >= len(lines):
        return None
    line = lines[at.line]
    spot = spot_at(lines, at.line, characters(line, at.character))
    if spot is None:
        return None
    written = Written.of(lines).without(at.line, spot.start)
    found = tuple(_proposals(spot, written, around or Neighbours()))
    place = Range(Position(at.line, units(line[: spot.start])), Position(at.line, units(line[: spot.end])))
    return Completion(place, spot.word, found)


def _proposals(spot: Spot, written: Written, around: Neighbours) -> Iterator[Proposal]:
    if spot.kind == "rule":
        yield from rules()
    elif _wants_dash(spot, written):
        yield Proposal("-", "value", "列表的一项", new="- ")
    else:
        if spot.kind != "value":
            yield from (_as_key(each, spot) for each in _keys(spot, written))
        if spot.kind != "key" and spot.path and not spot.colon:
            yield from (_as_value(each, spot) for each in _values(spot, written, around))


def _wants_dash(spot: Spot, written: Written) -> bool:
    """Tell whether an item of a list must be opened first: editors that write one word at a time cannot do both."""
    of_list = spot.kind == "either" and spot.path and not spot.in_item and not spot.colon
    if not of_list or any(isinstance(each.path[-1], str) for each in written.outline.inside(spot.path)):
        return False
    return any(_is_list(each) for each in _annotations(written, spot.path))


def _as_key(proposal: Proposal, spot: Spot) -> Proposal:
    """Write a key with its colon, unless that is there."""
    return proposal if spot.colon else replace(proposal, new=f"{proposal.label}: ")


def _as_value(proposal: Proposal, spot: Spot) -> Proposal:
    """Write a name in quotation marks where it would be misread without."""
    plain = spot.quoted or proposal.kind == "value"
    return proposal if plain else replace(proposal, new=scalar(proposal.label))


def _annotations(written: Written, path: Path) -> Iterator[Any]:
    """Yield how the field that a path ends in is declared, in every schema it may be of."""
    for model, name in _fields(written, path):
        yield model.model_fields[name].annotation


def _fields(written: Written, path: Path) -> Iterator[tuple[type[Model], str]]:
    """Yield the fields, with their schemas, that a path ends in or leads through to the item at its end."""
    last = max((index for index, part in enumerate(path) if isinstance(part, str)), default=None)
    if last is None:
        return
    for model in written.models(path[:last]):
        if name := field_named(model, str(path[last])):
            yield model, name


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) is tuple:
        return True
    return any(map(_is_list, get_args(annotation))) if get_origin(annotation) is not Literal else False


def _keys(spot: Spot, written: Written) -> Iterator[Proposal]:
    told = {str(each.path[-1]) for each in written.outline.inside(spot.path)}
    if any(_is_grades(model, name) for model, name in _fields(written, spot.path)):
        yield from (replace(each, kind="key") for each in rules() if each.label not in told)
        return
    chinese = written.prefers_chinese
    seen: set[str] = set()
    for model in written.models(spot.path):
        there = {field_named(model, key) for key in told}
        for name, field in model.model_fields.items():
            if name in there or name in seen:
                continue
            seen.add(name)
            title = field.title or name
            label, other = (title, name) if chinese else (name, title)
            needed = "（必填）" if field.is_required() else ""
            yield Proposal(label, "key", other + needed, field.description or "", aliases=(other,))


def _values(spot: Spot, written: Written, around: Neighbours) -> Iterator[Proposal]:
    found = _named_values(spot.path, written, around)
    there = _beside(spot.path, written)
    seen: set[str] = set()
    for each in found:
        if each.label not in seen and each.label not in there:
            seen.add(each.label)
            yield each


def _beside(path: Path, written: Written) -> set[str]:
    """Give what the list has already that a value is to be put in."""
    if not isinstance(path[-1], int):
        return set()
    return {each.value for each in written.outline.inside(path[:-1]) if each.path[-1] != path[-1]}


def _named_values(path: Path, written: Written, around: Neighbours) -> Iterator[Proposal]:
    named = written.named(path)
    if len(path) > 1 and any(_is_grades(model, name) for model, name in _fields(written, path[:-1])):
        yield from (Proposal(grade, "value", "程度") for grade in _GRADED)
        return
    for model, name in _fields(written, path):
        if name == "gongjian":
            yield from (Proposal(kind, "value", "文件类型") for kind in KINDS)
            return
        declared = model.model_fields[name]
        choices: Iterable[str] = _choices(declared.annotation)
        yield from (Proposal(choice, "value", declared.title or name) for choice in choices)
        if source := NAMED.get(f"{model.__name__}.{name}"):
            yield from source(written, around, named)


def _is_grades(model: type[Model], name: str) -> bool:
    return (model.__name__, name) == ("Repository", "severity")


def _choices(annotation: Any) -> Iterator[str]:
    if annotation is bool:
        yield from ("true", "false")
    elif get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    else:
        for inner in get_args(annotation):
            yield from _choices(inner)
