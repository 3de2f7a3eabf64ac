"""Print plans: documents made, and put where they belong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongjian.document.errors import DocumentError, MarkdownError
from gongjian.document.kinds import DEFAULT_KIND, KINDS, NothingToPrintError
from gongjian.document.material import Material
from gongjian.document.rendering import FORMATS, document_from
from gongjian.model.calendar import Cell
from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.school import Group
from gongjian.repository.checking import Checked, check_file
from gongjian.repository.discovery import Target
from gongjian.repository.ledgers import Ledgers, find_ledgers
from gongjian.repository.writing import write_atomically
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards


class PrintingError(ValueError):
    """What was asked for cannot be done for any plan; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to print and where to.

    Attributes:
        formats: names in `FORMATS`, each once.
        kind: the kind of document.
        output: a folder; or the one file to write, when `single`.
        template: a template instead of the kind's own.
        term: the days that a work plan, a summary or a table is about.
    """

    formats: tuple[str, ...]
    kind: str
    output: Path
    single: bool = False
    template: Path | None = None
    term: Cell | None = None

    def path(self, target: Target, form: str, part: str = "") -> Path:
        """Give the file that a plan's document in one format is written to.

        A document that is not the plan itself bears its kind; one of several, its part too.
        """
        if self.single:
            return self.output
        marks = (target.below.stem, self.kind if self.kind != DEFAULT_KIND else "", part)
        return self.output / target.below.with_name("-".join(filter(None, marks)) + FORMATS[form].suffix)


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of one plan.

    Attributes:
        name: the plan's file.
        written: the documents.
        findings: why the plan cannot be read; or, when there are documents, what is still
            wrong with the plan.
        problem: why there is no document of a plan that can be read.
    """

    name: str
    written: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    problem: str = ""


def print_plans(
    targets: Sequence[Target], order: Order, standards: Standards = DEFAULT_STANDARDS
) -> Iterator[Printed]:
    """Print every plan among the files; one that cannot be printed stops no other.

    Raises:
        PrintingError: several documents would go to one file.
        OSError: a document cannot be written.
    """
    checked = ((target, check_file(target, standards)) for target in targets)
    plans = [(target, file) for target, file in checked if _is_plan(file)]
    _refuse_collisions([target for target, _ in plans], order)
    ledgers = find_ledgers(targets, Path.cwd()) if KINDS[order.kind].uses_ledger else Ledgers()
    for target, file in plans:
        yield _print(target, file, order, ledgers, standards)


def _is_plan(file: Checked) -> bool:
    """Tell whether a file is a plan, or cannot be read and may be one."""
    return not file.foreign and (file.model is None or isinstance(file.model, Plan))


def _refuse_collisions(targets: Iterable[Target], order: Order) -> None:
    first: dict[Path, str] = {}
    for target in targets:
        for form in order.formats:
            path = order.path(target, form)
            if path in first:
                raise PrintingError(
                    f"{first[path]} 和 {target.name} 都要写到 {path.as_posix()}；分开印，或者改文件名"
                )
            first[path] = target.name


def _print(target: Target, file: Checked, order: Order, ledgers: Ledgers, standards: Standards) -> Printed:
    if not isinstance(file.model, Plan):
        return Printed(file.name, findings=file.findings)
    try:
        material = _material(file.model, order, ledgers, standards)
        contents = dict(_contents(target, file, order, material))
    except NothingToPrintError as error:
        return Printed(file.name, problem=str(error))
    except MarkdownError as error:
        return Printed(file.name, problem=f"印不出来：模板填好以后的文字有误，{error}")
    except DocumentError as error:
        return Printed(file.name, problem=f"印不出来：{error}")
    for path, content in contents.items():
        write_atomically(path, content)
    return Printed(file.name, tuple(contents), file.findings)


def _material(plan: Plan, order: Order, ledgers: Ledgers, standards: Standards) -> Material:
    """Gather what the kind of document takes beside the plan.

    Raises:
        DocumentError: the plan's ledger cannot be read.
    """
    if unsound := ledgers.unsound.get(plan.id):
        raise DocumentError(f"台账 {unsound} 有问题", f"用 gongjian validate {unsound} 查看")
    material = Material(
        plan,
        ledger=ledgers.by_plan.get(plan.id),
        term=order.term,
        calendar=standards.calendar,
        kinds=standards.kinds_with(standards.packs_of(plan)),
    )
    if not KINDS[order.kind].compares(plan):
        return material
    from gongjian.repository.comparing import compliance_of

    return replace(material, compliance=compliance_of(plan, standards))


def _contents(
    target: Target, file: Checked, order: Order, material: Material
) -> Iterator[tuple[Path, bytes]]:
    """Make the files of a plan: one in each format, for a kind that is made for each pairing so many times."""
    groups = KINDS[order.kind].pairings(material)
    if order.single and len(groups) > 1:
        raise NothingToPrintError(f"这份方案有{len(groups)}份{order.kind}，-o 应写文件夹")
    for part, group in zip(_parts(groups), groups, strict=True):
        document = document_from(replace(material, group=group), file.text, order.kind, order.template)
        for form in order.formats:
            yield order.path(target, form, part), FORMATS[form].write(document)


def _parts(groups: Sequence[Group | None]) -> list[str]:
    """Tell the documents for several pairings apart: by the pairings' ids, else by numbers."""
    ids = [group.id if group else "" for group in groups]
    if len(groups) == 1:
        return [""]
    return (
        [name for name in ids if name]
        if len(set(filter(None, ids))) == len(ids)
        else [str(number) for number in range(1, len(ids) + 1)]
    )
