"""A document printed once more the way it was printed: its own properties say how."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gongjian.document.docx.reading import KIND
from gongjian.document.errors import DocumentError
from gongjian.document.kinds import DEFAULT_KIND, KINDS
from gongjian.document.layout import COMMON, LANGUAGES, Numbering, Profile, RedHead
from gongjian.document.redaction import MARK as REDACTED
from gongjian.document.rendering import TEMPLATE
from gongjian.document.script import PROPERTY as SCRIPT
from gongjian.model.calendar import Cell
from gongjian.model.plan import Plan
from gongjian.repository.discovery import Target
from gongjian.repository.materials import Materials
from gongjian.repository.order import LAYOUT, PART, TERM, Order


@dataclass(frozen=True, slots=True)
class Reprinter:
    """Prints plans anew, as Word files.

    Attributes:
        materials: what goes with the plans.
        own: the repository's folder of templates.
    """

    materials: Materials = field(default_factory=Materials)
    own: Path | None = None

    def __call__(self, plan: Plan, source: str, properties: Mapping[str, str]) -> bytes:
        """Print a plan as a document with these properties was printed.

        Raises:
            DocumentError: it cannot be printed.
        """
        order = self._order(properties)
        target = Target(Path(f"{plan.id}.yaml"), plan.id, given=True)
        wanted = order.path(target, "docx", properties.get(PART, ""))
        whole = self.materials.standards.completed(plan)
        contents = dict(order.contents(target, whole, source, self.materials))
        content = contents.get(wanted)
        if content is None:
            raise DocumentError("方案里没有这份文件说的那组结对了，不能重印")
        if isinstance(content, DocumentError):
            raise content
        return content

    def _order(self, properties: Mapping[str, str]) -> Order:
        kind = properties.get(KIND, DEFAULT_KIND)
        if kind not in KINDS:
            raise DocumentError(f"没有“{kind}”这种文种，不能重印")
        script = next((each for each in LANGUAGES if each == properties.get(SCRIPT)), None)
        return Order(
            ("docx",),
            kind,
            template=self._template(properties.get(TEMPLATE, "")),
            term=_term(properties.get(TERM, "")),
            own=self.own,
            profile=_profile(properties.get(LAYOUT, "")),
            script=script,
            redact=REDACTED in properties,
        )

    def _template(self, name: str) -> Path | None:
        """Find the template that was given when the document was printed; a kind's own needs no finding."""
        if not name:
            return None
        path = self.own / Path(name).name if self.own else None
        if path is None or not path.is_file():
            raise DocumentError(
                f"印的时候用的模板 {name} 不在仓库的 templates 文件夹里，不能重印", "把模板放进去再查"
            )
        return path


def _profile(text: str) -> Profile:
    """Read what the words of a document depend on, as `Order` writes it."""
    found = text.split("|")
    numbering: Numbering = "auto" if "auto" in found else COMMON.numbering
    red_head: RedHead = next((each for each in ("none", "preprinted") if each in found), COMMON.red_head)
    return replace(COMMON, numbering=numbering, red_head=red_head)


def _term(text: str) -> Cell | None:
    """Read the days that a document is about, as `Order` writes them."""
    try:
        name, first, last = text.split("|")
        return Cell(date.fromisoformat(first), date.fromisoformat(last), name)
    except ValueError:
        return None
