"""A plan → its official documents, in every format asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path

from gongjian.document.builtin import builtin_templates
from gongjian.document.environment import build_document
from gongjian.document.kinds import DEFAULT_KIND, KINDS
from gongjian.document.layout import Profile
from gongjian.document.material import Material
from gongjian.document.tree import Document
from gongjian.model.ledger import Ledger
from gongjian.model.mapping import with_texts
from gongjian.model.plan import Plan
from gongjian.model.script import Script, script_of, simplified


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: the ending of its files, and its writer."""

    suffix: str
    write: Callable[[Document, Profile], bytes]


def _docx(document: Document, profile: Profile) -> bytes:
    from gongjian.document.docx import write_docx

    return write_docx(document, profile)


def _markdown(document: Document, profile: Profile) -> bytes:
    from gongjian.document.markdown_writer import write_markdown

    return write_markdown(document).encode()


def _html(document: Document, profile: Profile) -> bytes:
    from gongjian.document.html import write_html

    return write_html(document, profile)


def _pdf(document: Document, profile: Profile) -> bytes:
    from gongjian.document.pdf import write_pdf
    from gongjian.document.pdf.press import PLAIN, Standard

    standard: Standard = "a-2b" if profile.archive else PLAIN
    return write_pdf(document, profile, standard, [Path(folder) for folder in profile.font_folders])


TEMPLATE = "gongjian.template"
"""The property of a document that was made by another template than its kind's: the name of that."""

FORMATS: dict[str, Format] = {
    "docx": Format(".docx", _docx),
    "pdf": Format(".pdf", _pdf),
    "html": Format(".html", _html),
    "md": Format(".md", _markdown),
}
"""The formats, by the name on the command line."""


def document_of(
    plan: Plan,
    source: str,
    kind: str = DEFAULT_KIND,
    template: Path | None = None,
    own: Sequence[Path] = (),
    *,
    ledger: Ledger | None = None,
    script: Script | None = None,
    redact: bool = False,
) -> Document:
    """Make a document of a plan, and of its ledger if there is one; see `document_from`."""
    material = Material(plan, ledger)
    return document_from(material, source, kind, template, own, script=script, redact=redact)


def document_from(
    material: Material,
    source: str,
    kind: str = DEFAULT_KIND,
    template: Path | None = None,
    own: Sequence[Path] = (),
    *,
    script: Script | None = None,
    redact: bool = False,
) -> Document:
    """Make one document, ready to be written; see `draft_from` and `finished`."""
    draft = draft_from(material, source, kind, template, own)
    return finished(draft, material, source, script=script, redact=redact)


def draft_from(
    material: Material,
    source: str,
    kind: str = DEFAULT_KIND,
    template: Path | None = None,
    own: Sequence[Path] = (),
) -> Document:
    """Make one document as it is before it is `finished`: in Simplified characters, nobody masked.

    Args:
        material: the plan, and what goes with it.
        source: the text of the plan's file; its hash goes into the document's properties.
        kind: one of `KINDS`.
        template: a template to use instead of the kind's.
        own: folders with templates that come before the built-in ones.

    Raises:
        NothingToPrintError: the plan has not what the kind is made of.
        TemplateError: the template is missing or wrong.
        MarkdownError: the template makes no sound official Markdown.
    """
    context = words_of(_in_simplified(material, source), kind)
    folders = [*([template.parent] if template else []), *own, builtin_templates()]
    name = template.name if template else KINDS[kind].template
    return build_document(name, context, folders, _properties(material.plan, source, kind))


def finished(
    document: Document,
    material: Material,
    source: str,
    *,
    script: Script | None = None,
    redact: bool = False,
) -> Document:
    """Mask a draft, and put it into a script.

    Args:
        document: the draft.
        material: the plan, and what goes with it.
        source: the text of the plan's file.
        script: the script to print in; the plan's own without one.
        redact: whether names and contact details are masked.

    Raises:
        MissingExtraError: the script is not the plan's, and OpenCC is not installed.
    """
    if redact:
        from gongjian.document.redaction import redacted

        document = redacted(document, _in_simplified(material, source))
    if script in {None, "hans"} and script_of(source) == "hans":
        return document
    from gongjian.document.script import in_script

    return in_script(document, material, source, script)


def _in_simplified(material: Material, source: str) -> Material:
    """Give what a document is made of in Simplified characters, if the plan is not."""
    return with_texts(material, simplified) if script_of(source) == "hant" else material


def words_of(material: Material, kind: str) -> dict[str, object]:
    """Give what a template of a kind may name.

    Raises:
        NothingToPrintError: the plan has not what the kind is made of.
    """
    of = KINDS[kind]
    view = of.words(of.prepared(material))
    return {field.name: getattr(view, field.name) for field in fields(view)}


def word_file_from(
    material: Material,
    source: str,
    kind: str,
    template: Path,
    *,
    redact: bool = False,
    properties: Mapping[str, str] | None = None,
) -> bytes:
    """Fill in a bureau's own Word file with the words of a kind of document, in the plan's own script.

    The properties go into the file's own, beside those that every document has.

    Raises:
        NothingToPrintError: the plan has not what the kind is made of.
        TemplateError: the file is no template, or a wrong one.
        MissingExtraError: docxtpl is not installed.
    """
    from gongjian.document.word_template import fill_word_template

    said = {**_properties(material.plan, source, kind), **(properties or {})}
    words = words_of(material, kind)
    if redact:
        from gongjian.document.redaction import MARK, PLAN, public_id, redactor

        words = with_texts(words, redactor(material.plan, material.ledger))
        said |= {PLAN: public_id(material.plan, material.ledger), MARK: "true"}
    return fill_word_template(template, words, said)


def source_digest(source: str) -> str:
    """Name the version of a plan by the text of its file."""
    return blake2b(source.encode(), digest_size=16).hexdigest()


def _properties(plan: Plan, source: str, kind: str) -> dict[str, str]:
    """Give what ties a printed document to the version of its plan."""
    return {
        "gongjian.plan": plan.id,
        "gongjian.source": source_digest(source),
        "gongjian.kind": kind,
    }
