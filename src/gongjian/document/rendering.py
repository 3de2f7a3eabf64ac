"""A plan → its official documents, in every format asked for."""

from collections.abc import Callable, Sequence
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
from gongjian.model.plan import Plan


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


FORMATS: dict[str, Format] = {
    "docx": Format(".docx", _docx),
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
) -> Document:
    """Make a document of a plan, and of its ledger if there is one; see `document_from`."""
    return document_from(Material(plan, ledger), source, kind, template, own)


def document_from(
    material: Material,
    source: str,
    kind: str = DEFAULT_KIND,
    template: Path | None = None,
    own: Sequence[Path] = (),
) -> Document:
    """Make one document.

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
    of = KINDS[kind]
    context = words_of(material, kind)
    folders = [*([template.parent] if template else []), *own, builtin_templates()]
    name = template.name if template else of.template
    return build_document(name, context, folders, _properties(material.plan, source, kind))


def words_of(material: Material, kind: str) -> dict[str, object]:
    """Give what a template of a kind may name.

    Raises:
        NothingToPrintError: the plan has not what the kind is made of.
    """
    of = KINDS[kind]
    view = of.words(of.prepared(material))
    return {field.name: getattr(view, field.name) for field in fields(view)}


def word_file_from(material: Material, source: str, kind: str, template: Path) -> bytes:
    """Fill in a bureau's own Word file with the words of a kind of document.

    Raises:
        NothingToPrintError: the plan has not what the kind is made of.
        TemplateError: the file is no template, or a wrong one.
        MissingExtraError: docxtpl is not installed.
    """
    from gongjian.document.word_template import fill_word_template

    properties = _properties(material.plan, source, kind) | {"gongjian.template": template.name}
    return fill_word_template(template, words_of(material, kind), properties)


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
