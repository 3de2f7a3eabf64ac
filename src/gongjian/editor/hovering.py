"""What is told of the thing under the mouse: a key, a promise and what the policy asks of it, a school."""

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from gongjian.editor.diagnostics import check_text
from gongjian.editor.positions import Position, characters, lines_of
from gongjian.editor.vocabulary import SCHOOL_FIELDS, schema_in, schools_in
from gongjian.model.base import Model
from gongjian.model.finding import Path
from gongjian.model.keys import fitting, inner_models, names_of
from gongjian.model.plan import Plan
from gongjian.model.quota import Quota
from gongjian.model.twin import twin_of_model
from gongjian.rules.requirements.quotas import Answer, answers
from gongjian.rules.rule import Context
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile

_PROMISE = ("quota", "activity")
_COMMITMENT_DEPTH = 4
"""measures, index, commitments, index."""


def hover(text: str, at: Position, name: str, standards: Standards = DEFAULT_STANDARDS) -> str | None:
    """Tell in Markdown about what stands at a position; None when there is nothing to tell."""
    lines = lines_of(text)
    if at.line >= len(lines):
        return None
    try:
        root = SourceFile.of(text, name).nodes
    except SourceError:
        return None
    found = _at(root, (at.line, characters(lines[at.line], at.character)), schema_in(text), ())
    return _told(text, name, found, standards) if found else None


def _told(text: str, name: str, found: "_Found", standards: Standards) -> str | None:
    path, model, node, is_key = found
    field = _last_name(path)
    if model is None or field not in model.model_fields:
        return None
    if is_key:
        return _of_key(model, field)
    if model.__name__ == "Commitment" and field in _PROMISE:
        return _of_promise(text, name, path[:_COMMITMENT_DEPTH], standards)
    if field in SCHOOL_FIELDS.get(model.__name__, ()) and (school := schools_in(text).get(node.value)):
        return f"**{school}**（{node.value}）"
    return None


_Found = tuple[Path, type[Model] | None, ScalarNode, bool]


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
            model = fitting(inner_models(model, _last_name(path)), written)
        for key, value in node.value:
            name = names_of(model).get(key.value, key.value) if model else key.value
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


def _of_promise(text: str, name: str, path: Path, standards: Standards) -> str | None:
    plan = check_text(text, name, standards).model
    if not isinstance(plan, Plan):
        return None
    commitment = dict(plan.commitments()).get(path)
    if commitment is None:
        return None
    parts = [f"**{commitment.activity}**"]
    parts += [f"`{quota}`　{quota.prose}" for quota in commitment.quota if isinstance(quota, Quota)]
    context = Context(twin_of_model(plan), standards)
    asked = [each for each in answers(context) if each.path[:_COMMITMENT_DEPTH] == path]
    return "\n\n".join((*parts, *_requirements(asked)))


def _requirements(asked: list[Answer]) -> Iterator[str]:
    for answer in asked:
        verdict = answer.entailment.verdict if answer.entailment else "无法比较"
        reason = answer.refusal if answer.entailment is None else answer.entailment.reason
        because = "" if verdict == "满足" or not reason else f"：{reason}"
        requirement = answer.requirement
        yield (
            f"**{verdict}**{because}\n\n《{answer.pack.document.title}》{requirement.clause}要求"
            f"{answer.quota.prose}（`{answer.quota}`）：{requirement.text}"
        )
