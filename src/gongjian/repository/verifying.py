"""Printed documents held against the plans they came from: who changed since, the plan or the paper."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from gongjian.document.differences import Difference, differences
from gongjian.document.docx.opening import WordFileError
from gongjian.document.docx.printed_text import digest_of
from gongjian.document.docx.reading import KIND, PLAN, SOURCE, WordFile, read_docx, read_printed
from gongjian.document.errors import DocumentError
from gongjian.document.redaction import MARK as REDACTED
from gongjian.document.redaction import public_id
from gongjian.document.rendering import source_digest
from gongjian.model.plan import Plan
from gongjian.repository.discovery import Target
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, kind_of, load

Reprint = Callable[[Plan, str, Mapping[str, str]], bytes]
"""Prints a plan anew: the plan, the text of its file, the properties of the document printed before."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan, and the file it stands in."""

    name: str
    text: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of one document.

    Attributes:
        name: the document's file.
        problem: why nothing can be said about it; the rest is then empty.
        plan: the id of its plan.
        kind: the kind of document.
        printed: the digest of the plan's text when the document was printed.
        file: the plan's file; "" when there is none, `lost` says why.
        current: the digest of the plan's text now.
        edited: whether a hand changed the words; None when that cannot be told.
        stale: whether the plan, printed now, would say something else; None when it was not printed.
        differences: between what the plan says now and the document: from the plan to the
            document when a hand changed it, else from the document to the plan.
        lost: why the plan was not found, or could not be printed.
    """

    name: str
    problem: str = ""
    plan: str = ""
    kind: str = ""
    printed: str = ""
    file: str = ""
    current: str = ""
    edited: bool | None = None
    stale: bool | None = None
    differences: tuple[Difference, ...] = ()
    lost: str = ""

    @property
    def plan_changed(self) -> bool | None:
        """Whether the plan was changed since; None when it was not found."""
        return self.printed != self.current if self.file else None

    @property
    def is_fine(self) -> bool:
        """Whether the document is what its plan prints, word for word."""
        return not (self.problem or self.lost or self.plan_changed or self.edited or self.stale)


def verify_files(paths: Iterable[Path], targets: Sequence[Target], reprint: Reprint) -> Iterator[Verified]:
    """Verify documents one by one; what is wrong with one is told, and stops no other.

    Args:
        paths: the Word files.
        targets: where the plans may be.
        reprint: prints a plan the way a document was printed.
    """
    plans: list[PlanFile] | None = None
    for path in paths:
        try:
            printed = read_printed(path)
        except WordFileError as error:
            yield Verified(path.as_posix(), problem=str(error))
            continue
        plans = list(_plans(targets)) if plans is None else plans
        yield _verify(path.as_posix(), printed, plans, reprint)


def _plans(targets: Iterable[Target]) -> Iterator[PlanFile]:
    """The plans among some files; what cannot be read is for `gongjian validate` to tell."""
    for target in targets:
        try:
            source = SourceFile.read(target.path, target.name)
            if kind_of(source) == "plan/v1":
                yield PlanFile(target.name, source.text, load(source, Plan))
        except (SourceError, SchemaError):
            continue


def _verify(name: str, printed: WordFile, plans: Sequence[PlanFile], reprint: Reprint) -> Verified:
    properties = printed.properties
    digest = properties.get(SOURCE, "")
    as_printed = printed.is_as_printed
    found = Verified(
        name,
        plan=properties[PLAN],
        kind=properties.get(KIND, ""),
        printed=digest,
        edited=None if as_printed is None else not as_printed,
    )
    masked = REDACTED in properties
    named = [file for file in plans if _is_called(file.plan, found.plan, masked=masked)]
    same = [file for file in named if source_digest(file.text) == digest]
    if len(same or named) != 1:
        return replace(found, lost=_why_lost(found.plan, named))
    (file,) = same or named
    found = replace(found, file=file.name, current=source_digest(file.text))
    try:
        now = read_docx(BytesIO(reprint(file.plan, file.text, properties))).paragraphs
    except DocumentError as error:
        return replace(found, lost=f"方案现在印不出来：{error}")
    return _compared(found, printed.paragraphs, now)


def _is_called(plan: Plan, name: str, *, masked: bool) -> bool:
    """Tell whether a document that bears this id is one of the plan; a masked one bears it without names."""
    return plan.id == name or (masked and public_id(plan) == name)


def _why_lost(plan: str, named: Sequence[PlanFile]) -> str:
    if not named:
        return f"没有找到编号为 {plan} 的方案"
    return f"编号为 {plan} 的方案不止一个：{'、'.join(file.name for file in named)}"


def _compared(found: Verified, paper: Sequence[str], now: Sequence[str]) -> Verified:
    """Hold the paragraphs against those that the plan prints now.

    When they differ although the plan did not change, a hand did it; unless the words are the
    very ones that were printed and the plan prints others today: then the templates changed.
    """
    edited, stale = found.edited, False
    if paper == now:
        edited = False
    elif found.plan_changed:
        stale = True
    else:
        edited = edited is not False or digest_of(paper) == digest_of(now)
        stale = not edited
    old, new = (now, paper) if edited else (paper, now)
    return replace(found, edited=edited, stale=stale, differences=tuple(differences(old, new)))
