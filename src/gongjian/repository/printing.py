"""Print plans: documents made, and put where they belong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongjian.document.errors import DocumentError, MarkdownError
from gongjian.document.rendering import FORMATS, document_of
from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.repository.checking import Checked, check_file
from gongjian.repository.discovery import Target
from gongjian.repository.writing import write_atomically


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
    """

    formats: tuple[str, ...]
    kind: str
    output: Path
    single: bool = False
    template: Path | None = None

    def path(self, target: Target, form: str) -> Path:
        """Give the file that a plan's document in one format is written to."""
        return self.output if self.single else self.output / target.below.with_suffix(FORMATS[form].suffix)


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


def print_plans(targets: Sequence[Target], order: Order) -> Iterator[Printed]:
    """Print every plan among the files; one that cannot be printed stops no other.

    Raises:
        PrintingError: several documents would go to one file.
        OSError: a document cannot be written.
    """
    checked = ((target, check_file(target)) for target in targets)
    plans = [(target, file) for target, file in checked if _is_plan(file)]
    _refuse_collisions([target for target, _ in plans], order)
    for target, file in plans:
        yield _print(target, file, order)


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


def _print(target: Target, file: Checked, order: Order) -> Printed:
    if not isinstance(file.model, Plan):
        return Printed(file.name, findings=file.findings)
    try:
        document = document_of(file.model, file.text, order.kind, order.template)
        contents = {order.path(target, form): FORMATS[form].write(document) for form in order.formats}
    except MarkdownError as error:
        return Printed(file.name, problem=f"模板填好以后的文字有误，{error}")
    except DocumentError as error:
        return Printed(file.name, problem=str(error))
    for path, content in contents.items():
        write_atomically(path, content)
    return Printed(file.name, tuple(contents), file.findings)
