"""What a user asks to be printed, and the documents that makes of a plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongjian.document.errors import DocumentError
from gongjian.document.kinds import DEFAULT_KIND, KINDS, NothingToPrintError
from gongjian.document.layout import COMMON, Profile
from gongjian.document.material import Material
from gongjian.document.rendering import FORMATS, TEMPLATE, draft_from, finished, word_file_from
from gongjian.document.review import Remark, remarks_of, reviewed
from gongjian.document.tree import Document
from gongjian.model.calendar import Cell
from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.school import Group
from gongjian.model.script import Script
from gongjian.repository.discovery import Target
from gongjian.repository.materials import Materials

TERM, PART, LAYOUT = "gongjian.term", "gongjian.part", "gongjian.layout"
"""Properties of a document: the days it is about (name, first, last), the part of the plan, and what of the layout
its words depend on (numbering, red head)."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to print and where to.

    Attributes:
        formats: names in `FORMATS`, each once.
        kind: the kind of document.
        output: a folder; or the one file to write, when `single`.
        template: a template instead of the kind's own.
        term: the days that a work plan, a summary or a table is about.
        own: the repository's folder of templates.
        review: whether what was found in the plan goes into the document as comments.
        profile: how it is laid out.
        script: the script to print in; each plan's own without one.
        redact: whether names and contact details are masked.
    """

    formats: tuple[str, ...]
    kind: str = DEFAULT_KIND
    output: Path = Path("out")
    single: bool = False
    template: Path | None = None
    term: Cell | None = None
    own: Path | None = None
    review: bool = False
    profile: Profile = COMMON
    script: Script | None = None
    redact: bool = False

    @property
    def fills_word_file(self) -> bool:
        """Whether a bureau's own Word file is filled in."""
        return self.template is not None and self.template.suffix.lower() == ".docx"

    def path(self, target: Target, form: str, part: str = "") -> Path:
        """Give the file that a plan's document in one format is written to.

        A document that is not the plan itself bears its kind; one of several, its part too.
        """
        if self.single:
            return self.output
        marks = (target.below.stem, self.kind if self.kind != DEFAULT_KIND else "", part)
        return self.output / target.below.with_name("-".join(filter(None, marks)) + FORMATS[form].suffix)

    def documents(
        self, plan: Plan, source: str, materials: Materials, remarks: Sequence[Remark] = ()
    ) -> Iterator[tuple[str, Document]]:
        """Make the documents of a plan, each with the part of the plan it is for ("" when there is one).

        Args:
            plan: the plan.
            source: the text of its file.
            materials: what goes with it.
            remarks: what is said in a review copy.

        Raises:
            DocumentError: one cannot be made.
        """
        own = (self.own,) if self.own else ()
        for part, material in self._materials(plan, materials):

            def make(plan: Plan, material: Material = material) -> Document:
                return draft_from(replace(material, plan=plan), source, self.kind, self.template, own)

            draft = reviewed(plan, make, remarks)
            document = finished(draft, material, source, script=self.script, redact=self.redact)
            yield part, replace(document, properties={**document.properties, **self._properties(part)})

    def _properties(self, part: str) -> dict[str, str]:
        """Give what a document must say of itself to be printed the same way again."""
        term = self.term
        numbering, red_head = self.profile.numbering, self.profile.red_head
        usual = (numbering, red_head) == (COMMON.numbering, COMMON.red_head)
        said = {
            LAYOUT: "" if usual else f"{numbering}|{red_head}",
            TERM: f"{term.name}|{term.first}|{term.last}" if term else "",
            PART: part,
            TEMPLATE: self.template.name if self.template else "",
        }
        return {name: value for name, value in said.items() if value}

    def _materials(self, plan: Plan, materials: Materials) -> Iterator[tuple[str, Material]]:
        """Give what each document of a plan is made of, with its part."""
        material = replace(materials.of(plan, self.kind), term=self.term)
        groups = KINDS[self.kind].pairings(material)
        if self.single and len(groups) > 1:
            raise NothingToPrintError(f"这份方案有{len(groups)}份{self.kind}，-o 应写文件夹")
        for part, group in zip(_parts(groups), groups, strict=True):
            yield part, replace(material, group=group)

    def contents(
        self, target: Target, plan: Plan, source: str, materials: Materials, findings: Sequence[Finding] = ()
    ) -> Iterator[tuple[Path, bytes | DocumentError]]:
        """Make the files of a plan: one in each format, for a kind that is made for each pairing so many times.

        The findings go into a review copy. A format that cannot be written gives the reason in its place.

        Raises:
            DocumentError: one cannot be made.
        """
        if self.fills_word_file and self.template:
            for part, material in self._materials(plan, materials):
                yield (
                    self.path(target, "docx", part),
                    word_file_from(
                        material,
                        source,
                        self.kind,
                        self.template,
                        redact=self.redact,
                        properties=self._properties(part),
                    ),
                )
            return
        remarks = remarks_of(findings) if self.review else ()
        for part, document in self.documents(plan, source, materials, remarks):
            for form in self.formats:
                yield self.path(target, form, part), _attempt(form, document, self.profile)


def _attempt(form: str, document: Document, profile: Profile) -> bytes | DocumentError:
    try:
        return FORMATS[form].write(document, profile)
    except DocumentError as error:
        return error


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
