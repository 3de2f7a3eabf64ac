"""What is told of the thing under the mouse: a key, a promise and what the policy asks of it, a school."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from gongjian.editor.positions import Position, characters, lines_of
from gongjian.editor.promises import promise_called, told_of_promise
from gongjian.editor.references import SCHOOL_FIELDS
from gongjian.editor.written import Written, field_named
from gongjian.model.base import Model
from gongjian.model.finding import Path
from gongjian.model.keys import fitting, inner_models
from gongjian.rules.index import RULES
from gongjian.rules.requirements.matching import cite
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile

_PROMISE = ("Commitment.quota", "Commitment.activity", "Commitment.id")
_COMMITMENT_DEPTH = 4
"""measures, index, commitments, index."""

_WAIVING = re.compile(r"#[ \t]*gongjian:[ \t]*ignore\[([^\]]*)")
_RULE = re.compile(r"[A-Za-z]+[0-9]+")


def hover(text: str, at: Position, name: str, standards: Standards = DEFAULT_STANDARDS) -> str | None:
    """Tell in Markdown about what stands at a position; None when there is nothing to tell."""
    lines = lines_of(text)
    if at.line >= len(lines):
        return None
    column = characters(lines[at.line], at.character)
    if told := _in_comment(lines[at.line], column):
        return told
    try:
        root = SourceFile.of(text, name).nodes
    except SourceError:
        return None
    found = _at(root, (at.line, column), Written.of(lines).schema, ())
    return _told(text, name, found, standards) if found else None


def _in_comment(line: str, column: int) -> str | None:
    """Tell about the rule under the mouse in a comment that waives it."""
    waiving = _WAIVING.search(line)
    if not waiving or not waiving.start(1) <= column < waiving.end(1):
        return None
    rules = (match for match in _RULE.finditer(line) if match.start() <= column < match.end())
    return next((_of_rule(match[0]) for match in rules), None)


def _told(text: str, name: str, found: "_Found", standards: Standards) -> str | None:
    path, model, node, is_key = found
    field = _last_name(path)
    if model is None or field not in model.model_fields:
        return None
    if is_key:
        return _of_key(model, field)
    called = f"{model.__name__}.{field}"
    if called in _PROMISE:
        return told_of_promise(text, name, path[:_COMMITMENT_DEPTH], standards)
    if called in SCHOOL_FIELDS:
        school = Written.of(lines_of(text)).schools.get(node.value)
        return f"**{school}**（{node.value}）" if school else None
    if tell := _REFERENCES.get(called):
        return tell(text, name, node.value, standards)
    return None


_Found: TypeAlias = tuple[Path, type[Model] | None, ScalarNode, bool]


def _at(node: Node, spot: tuple[int, int], model: type[Model] | None, path: Path) -> _Found | None:
    """Find the scalar at a spot: its path by field names, the schema of the mapping it is in, whether it is a key."""
    if isinstance(node, ScalarNode):
        return (path, model, node, False) if _covers(node, spot) else None
    if isinstance(node, SequenceNode):
        found = (_at(item, spot, model, (*path, index)) for index, item in enumerate(node.value))
        return next((each for each in found if each), None)
    if isinstance(node, MappingNode):
        if path and model is not None:
            written = {key.value: value.value for key, value in node.value if isinstance(value, ScalarNode)}
            name = _last_name(path)  # none in a list that is the whole file, which no schema has
            model = fitting(inner_models(model, name), written) if name else None
        for key, value in node.value:
            name = (field_named(model, key.value) if model else None) or key.value
            if _covers(key, spot):
                return (*path, name), model, key, True
            known = model if model and name in model.model_fields else None
            if found_inside := _at(value, spot, known, (*path, name)):
                return found_inside
    return None


def _last_name(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _covers(node: Node, spot: tuple[int, int]) -> bool:
    start, end = node.start_mark, node.end_mark
    return bool((start.line, start.column) <= spot < (end.line, end.column))


def _of_key(model: type[Model], name: str) -> str:
    field = model.model_fields[name]
    needed = "必填" if field.is_required() else "可以不写"
    parts = [f"**{field.title or name}**（`{name}`，{needed}）", field.description or ""]
    if field.examples:
        parts.append("例：" + "、".join(f"`{each}`" for each in map(_written, field.examples)))
    return "\n\n".join(filter(None, parts))


def _written(example: object) -> str:
    """Write an example as a file would, on one line."""
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {_written(value)}" for key, value in example.items()) + "}"
    if isinstance(example, list | tuple):
        return "[" + ", ".join(map(_written, example)) + "]"
    return str(example).lower() if isinstance(example, bool) else str(example)


def _of_rule(key: str) -> str | None:
    rule = RULES.get(key.upper())
    return (
        f"**{rule.title}**（{rule.id}）\n\n{rule.documentation.partition('坏例：')[0].strip()}"
        if rule
        else None
    )


def _of_waived_rule(text: str, name: str, key: str, standards: Standards) -> str | None:
    return _of_rule(key)


def _of_pack(text: str, name: str, key: str, standards: Standards) -> str | None:
    from gongjian.rules.packs import built_in_pack

    local = {pack.id: pack for pack in standards.local}
    if key not in standards.pack_ids():
        return None
    pack = local.get(key) or built_in_pack(key)
    paper = pack.document
    number = f"（{paper.number}）" if paper.number else ""
    return f"**{pack.title}**（{pack.id}）\n\n{paper.issuer}《{paper.title}》{number}，{len(pack.requirements)} 条要求"


def _of_requirement(text: str, name: str, key: str, standards: Standards) -> str | None:
    packs = {pack.id: pack for pack in (*standards.in_force, *standards.local)}.values()
    told = (
        f"**{cite(pack, each).document}{each.clause}**（{each.id}）\n\n{each.text}"
        for pack in packs
        for each in pack.requirements
        if each.id == key
    )
    return "\n\n".join(told) or None


_REFERENCES: Mapping[str, Callable[[str, str, str, Standards], str | None]] = {
    "Activity.commitment": promise_called,
    "Assignment.commitment": promise_called,
    "Plan.policies": _of_pack,
    "Repository.policies": _of_pack,
    "Waiver.requirement": _of_requirement,
    "Waiver.rule": _of_waived_rule,
}
"""What is told of the things that a field names, by schema and field."""
