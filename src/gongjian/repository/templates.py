"""The templates of a repository and the built-in ones: which there are, and whether they print every plan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongjian.document.builtin import builtin_templates
from gongjian.document.environment import template_blocks
from gongjian.document.errors import DocumentError, MarkdownError
from gongjian.document.kinds import DEFAULT_KIND, KINDS, NothingToPrintError
from gongjian.model.plan import Plan
from gongjian.repository.checking import Checked, check_file
from gongjian.repository.discovery import Target
from gongjian.repository.materials import Materials
from gongjian.repository.order import Order
from gongjian.rules.standards import Standards

FOLDER = "templates"
"""Where a repository has its own templates; they come before the built-in ones."""

_SUFFIX = ".md.j2"


@dataclass(frozen=True, slots=True)
class Template:
    """One template.

    Attributes:
        path: its file.
        own: whether it is the repository's.
        overrides: whether a built-in one bears its name.
    """

    path: Path
    own: bool
    overrides: bool = False

    @property
    def name(self) -> str:
        """The name it is known by."""
        return self.path.name

    @property
    def kind(self) -> str:
        """The kind of document it prints; "" when it is none of a kind's."""
        stem = self.name.removesuffix(_SUFFIX)
        return stem if stem in KINDS else ""

    def blocks(self) -> tuple[str, ...]:
        """The blocks that another template may replace.

        Raises:
            TemplateError: it cannot be read.
        """
        return template_blocks(self.name, (self.path.parent, builtin_templates()))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a template: for how many plans, and for which first."""

    template: Template
    message: str
    plan: str
    plans: int = 1


def own_folder(root: Path | None) -> Path | None:
    """Give a repository's folder of templates, where it has one."""
    folder = root / FOLDER if root else None
    return folder if folder and folder.is_dir() else None


def find_templates(own: Path | None) -> list[Template]:
    """List the templates by name, a repository's own before the built-in one of the same name."""
    built_in = {path.name: Template(path, own=False) for path in builtin_templates().glob(f"*{_SUFFIX}")}
    ours = (
        {
            path.name: Template(path, own=True, overrides=path.name in built_in)
            for path in own.glob(f"*{_SUFFIX}")
        }
        if own and own.resolve() != builtin_templates().resolve()
        else {}
    )
    return [(ours.get(name) or built_in[name]) for name in sorted({*built_in, *ours})]


def check_templates(
    templates: Iterable[Template], targets: Sequence[Target], own: Path | None, standards: Standards
) -> Iterator[Fault]:
    """Fill in every template for every plan that has the data, and yield what goes wrong, each fault once.

    A template that is no kind's own is tried as an 实施方案, as `render --template` does; one that
    others take from (its name begins with _) is only read.
    """
    plans = [
        file for file in (check_file(target, standards) for target in targets) if isinstance(file.model, Plan)
    ]
    materials = Materials.gather(targets, KINDS, standards)
    told: set[str] = set()  # a template that takes from a faulty one is not at fault itself
    for template in templates:
        found: dict[str, Fault] = {}
        for file in plans[:1] if template.name.startswith("_") else plans:
            if problem := _problem(template, file, own, materials):
                known = found.get(problem)
                found[problem] = (
                    replace(known, plans=known.plans + 1) if known else Fault(template, problem, file.name)
                )
        yield from (fault for problem, fault in found.items() if problem not in told)
        told.update(found)


def _problem(template: Template, file: Checked, own: Path | None, materials: Materials) -> str:
    """Say what goes wrong with a template for one plan; "" when nothing does."""
    assert isinstance(file.model, Plan)
    kind = template.kind or DEFAULT_KIND
    order = Order(("md",), kind, template=template.path if template.own else None, own=own)
    try:
        if template.name.startswith("_"):
            template.blocks()
        else:
            list(order.documents(file.model, file.text, materials))
    except NothingToPrintError:
        return ""
    except MarkdownError as error:
        return f"{template.name}：填好以后的文字有误，{error}"
    except DocumentError as error:
        return str(error)
    return ""
