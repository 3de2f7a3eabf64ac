"""Print plans: documents made, and put where they belong, or held against what is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongjian.document.errors import DocumentError, MarkdownError, MissingExtraError
from gongjian.document.kinds import NothingToPrintError
from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.repository.checking import Checked, check_file
from gongjian.repository.discovery import Target
from gongjian.repository.in_step import is_in_step
from gongjian.repository.materials import Materials
from gongjian.repository.order import Order
from gongjian.repository.workers import in_order
from gongjian.repository.writing import write_atomically
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards

ENOUGH, ENOUGH_PDF = 40, 6
"""From so many plans on a second process pays; measured by `python -m benchmarks`."""


class PrintingError(ValueError):
    """What was asked for cannot be done for any plan; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of one plan.

    Attributes:
        name: the plan's file.
        written: the documents; when they were only held against those there are, all that are in step.
        findings: why the plan cannot be read; or, when there are documents, what is still
            wrong with the plan.
        problem: why there is no document of a plan that can be read, or none in one of the formats.
        missing: documents that should be there and are not.
        stale: documents that are not what the plan now prints.
    """

    name: str
    written: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    problem: str = ""
    missing: tuple[Path, ...] = ()
    stale: tuple[Path, ...] = ()

    @property
    def fine(self) -> bool:
        """Whether all is as it should be."""
        return bool(self.written) and not (self.problem or self.missing or self.stale)


def print_plans(
    targets: Sequence[Target],
    order: Order,
    standards: Standards = DEFAULT_STANDARDS,
    *,
    jobs: int | None = None,
    check: bool = False,
) -> Iterator[Printed]:
    """Print every plan among the files; one that cannot be printed stops no other.

    Args:
        targets: the files.
        order: what to print.
        standards: what plans are held against.
        jobs: how many processes; None lets their number follow from what there is to do.
        check: write nothing, but hold the documents against those there are.

    Raises:
        PrintingError: several documents would go to one file, or the script cannot be converted to.
        OSError: a document cannot be written.
    """
    if order.script in {"hant", "hant-hk"}:
        _require_converter()
    _refuse_collisions(targets, order)
    materials = Materials.gather(targets, (order.kind,), standards)
    work = _Work(order, materials, check=check)
    results = in_order(work, targets, jobs=jobs, enough=ENOUGH_PDF if "pdf" in order.formats else ENOUGH)
    yield from (printed for printed in results if printed)


@dataclass(frozen=True, slots=True)
class _Work:
    """What is done with one plan; a value, so that a worker process can be handed it."""

    order: Order
    materials: Materials
    check: bool

    def __call__(self, target: Target) -> Printed | None:
        file = check_file(target, self.materials.standards)
        if not _is_plan(file):
            return None
        if not isinstance(file.model, Plan):
            return Printed(file.name, findings=file.findings)
        try:
            contents = dict(self.order.contents(target, file.model, file.text, self.materials, file.findings))
        except NothingToPrintError as error:
            return Printed(file.name, problem=str(error))
        except MarkdownError as error:
            return Printed(file.name, problem=f"印不出来：模板填好以后的文字有误，{error}")
        except DocumentError as error:
            return Printed(file.name, problem=f"印不出来：{error}")
        made = {path: content for path, content in contents.items() if isinstance(content, bytes)}
        failed = dict.fromkeys(
            str(content) for content in contents.values() if not isinstance(content, bytes)
        )
        printed = (_compared if self.check else _written)(file, made)
        return replace(printed, problem=f"印不出来：{'；'.join(failed)}") if failed else printed


def _written(file: Checked, contents: Mapping[Path, bytes]) -> Printed:
    for path, content in contents.items():
        write_atomically(path, content)
    return Printed(file.name, tuple(contents), file.findings)


def _compared(file: Checked, contents: Mapping[Path, bytes]) -> Printed:
    missing = tuple(path for path in contents if not path.is_file())
    stale = tuple(
        path for path, content in contents.items() if path not in missing and not is_in_step(path, content)
    )
    fine = tuple(path for path in contents if path not in missing and path not in stale)
    return Printed(file.name, fine, file.findings, missing=missing, stale=stale)


def _require_converter() -> None:
    """Refuse at once what cannot be done for any plan."""
    from gongjian.document.script import require_converter

    try:
        require_converter()
    except MissingExtraError as error:
        raise PrintingError(str(error)) from None


def _is_plan(file: Checked) -> bool:
    """Tell whether a file is a plan, or cannot be read and may be one."""
    return not file.foreign and (file.model is None or isinstance(file.model, Plan))


def _refuse_collisions(targets: Iterable[Target], order: Order) -> None:
    """Make sure that every document has a file of its own.

    Raises:
        PrintingError: the documents of two plans would go to one.
    """
    found: dict[Path, list[Target]] = {}
    for target in targets:
        found.setdefault(order.path(target, order.formats[0]), []).append(target)
    for path, sharing in found.items():
        plans = [target.name for target in sharing if len(sharing) > 1 and _is_plan(check_file(target))]
        if len(plans) > 1:
            raise PrintingError(f"{plans[0]} 和 {plans[1]} 都要写到 {path.as_posix()}；分开印，或者改文件名")
