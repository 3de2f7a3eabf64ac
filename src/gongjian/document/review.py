"""A review copy: what was found in a plan as comments at the paragraphs it concerns.

Where a text of the plan comes to stand in a document only the template knows. So the document is
made once more of a plan in which the texts in question bear a mark, a character of no use otherwise;
where a mark turns up, there is the place. If the marked document differs from the plain one by more
than its marks (a marked name is not recognised, say), the mark tries the next text nearby. What is
found nowhere is said at the beginning.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from gongjian.document.tree import Document, Inlines, Text, plain_text
from gongjian.model.base import Model
from gongjian.model.finding import SEVERITIES, Finding, Path
from gongjian.model.plan import Plan

_MARKS: Final = 0xF0000
"""Marks are the characters from here on, a plane for private use."""

_MOST: Final = 2000
"""Marks at most; more findings than that are said at the beginning."""

_TEXTS: Final = (
    "text", "heading", "title", "name", "item", "standard", "note", "place", "post", "unit", "teacher",
    "subject", "responsible", "activity", "issuer", "points", "members", "leader", "commitments",
)  # fmt: skip
"""The fields whose words are looked for in the document, the best place for a comment first."""

Make = Callable[[Plan], Document]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said about a place of the plan."""

    at: Path
    text: str


def remarks_of(findings: Iterable[Finding]) -> list[Remark]:
    """Put findings into the words of comments; what is waived is not remarked on."""
    return [
        Remark(
            finding.at,
            f"{SEVERITIES[finding.severity]} {finding.rule}：{finding.message}"
            + (f"\n改法：{finding.hint}" if finding.hint else ""),
        )
        for finding in findings
        if not finding.waived
    ]


def reviewed(plan: Plan, make: Make, remarks: Sequence[Remark]) -> Document:
    """Make a document with comments.

    Args:
        plan: the plan.
        make: makes the document of it.
        remarks: what is to be said, in order.

    Raises:
        DocumentError: the document cannot be made.
    """
    document = make(plan)
    if not remarks:
        return document
    places = _places(plan, make, document, remarks)
    said: dict[int, list[str]] = {}
    for index, remark in enumerate(remarks):
        said.setdefault(places.get(index, 0), []).append(remark.text)
    return _with_comments(document, said)


def _places(plan: Plan, make: Make, document: Document, remarks: Sequence[Remark]) -> dict[int, int]:
    """Find for each remark the run of text it belongs to, by its number in the document."""
    candidates = {index: list(_candidates(plan, remark.at)) for index, remark in enumerate(remarks[:_MOST])}
    places: dict[int, int] = {}
    first = {index: paths[0] for index, paths in candidates.items() if paths}
    places |= _found(plan, make, document, first)
    for index, paths in candidates.items():
        for path in paths if index not in places else ():
            if found := _found(plan, make, document, {index: path}):
                places |= found
                break
    return places


def _found(plan: Plan, make: Make, document: Document, marks: dict[int, Path]) -> dict[int, int]:
    """Mark texts, and see where the marks turn up; nowhere, if the document becomes another."""
    marked = plan
    for index, path in marks.items():
        marked = _marked(marked, path, chr(_MARKS + index))
    made = make(marked)
    if _bare(made) != document:
        return {}
    places: dict[int, int] = {}
    for number, inlines in enumerate(_runs(made)):
        for character in plain_text(inlines):
            if 0 <= ord(character) - _MARKS < _MOST:
                places.setdefault(ord(character) - _MARKS, number)
    return places


def _candidates(plan: Plan, at: Path) -> Iterator[Path]:
    """Yield the texts at and around a place, the nearest first."""
    seen: set[Path] = set()
    for length in range(len(at), 0, -1):
        for path in _texts_below(_at(plan, at[:length]), at[:length]):
            if path not in seen:
                seen.add(path)
                yield path


def _texts_below(value: Any, path: Path) -> Iterator[Path]:
    """Yield the texts of a value that a document may print."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, tuple) and value:
        yield from _texts_below(value[0], (*path, 0))
    elif isinstance(value, Model):
        for name in _TEXTS:
            if name in type(value).model_fields:
                yield from _texts_below(getattr(value, name), (*path, name))


def _at(value: Any, path: Path) -> Any:
    """Follow a path as far as it goes; a place that is not there is where it ought to be."""
    for part in path:
        if isinstance(part, int):
            value = value[part] if isinstance(value, tuple) and part < len(value) else None
        else:
            value = getattr(value, part, None)
    return value


def _marked(value: Any, path: Path, mark: str) -> Any:
    """Give a value with the text at a path marked, behind its first character: ends are looked at, beginnings too."""
    if not path:
        return value[:1] + mark + value[1:] if value[:1] != "{" else mark + value
    part, *rest = path
    if isinstance(part, int):
        return (*value[:part], _marked(value[part], tuple(rest), mark), *value[part + 1 :])
    return value.model_copy(update={part: _marked(getattr(value, part), tuple(rest), mark)})


def _bare(value: Any) -> Any:
    """Give a document without marks."""
    if isinstance(value, str):
        return "".join(each for each in value if not 0 <= ord(each) - _MARKS < _MOST)
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _bare(getattr(value, each.name)) for each in fields(value)})
    return value


def _runs(value: Any) -> Iterator[Inlines]:
    """Yield the runs of text of a document in their order."""
    if isinstance(value, tuple):
        if value and all(isinstance(each, Text) for each in value):
            yield value
        else:
            for each in value:
                yield from _runs(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _runs(getattr(value, each.name))


def _with_comments(document: Document, said: dict[int, list[str]]) -> Document:
    """Give the document with comments hung on its runs of text, by their numbers."""
    number = -1

    def of(value: Any) -> Any:
        nonlocal number
        if isinstance(value, tuple):
            if value and all(isinstance(each, Text) for each in value):
                number += 1
                return (*value, *(Text("", comment=text) for text in said.get(number, ())))
            return tuple(map(of, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{each.name: of(getattr(value, each.name)) for each in fields(value)})
        return value

    commented: Document = of(document)
    return commented
