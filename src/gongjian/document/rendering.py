"""A plan → its official documents, in every format asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path

from gongjian.document.builtin import builtin_templates
from gongjian.document.environment import build_document
from gongjian.document.tree import Document
from gongjian.document.view import view_of
from gongjian.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: the ending of its files, and its writer."""

    suffix: str
    write: Callable[[Document], bytes]


def _docx(document: Document) -> bytes:
    from gongjian.document.docx import write_docx

    return write_docx(document)


def _markdown(document: Document) -> bytes:
    from gongjian.document.markdown_writer import write_markdown

    return write_markdown(document).encode()


def _pdf(document: Document) -> bytes:
    from gongjian.document.pdf import write_pdf

    return write_pdf(document)


FORMATS: dict[str, Format] = {
    "docx": Format(".docx", _docx),
    "pdf": Format(".pdf", _pdf),
    "md": Format(".md", _markdown),
}
"""The formats, by the name on the command line."""

KINDS: dict[str, str] = {"实施方案": "实施方案.md.j2"}
"""The kinds of document, each with its template."""

DEFAULT_KIND = "实施方案"


def document_of(
    plan: Plan, source: str, kind: str = DEFAULT_KIND, template: Path | None = None, own: Sequence[Path] = ()
) -> Document:
    """Make the document of a plan.

    Args:
        plan: the plan.
        source: the text of its file; its hash goes into the document's properties.
        kind: one of `KINDS`.
        template: a template to use instead of the kind's.
        own: folders with templates that come before the built-in ones.

    Raises:
        TemplateError: the template is missing or wrong.
        MarkdownError: the template makes no sound official Markdown.
    """
    view = view_of(plan)
    context = {field.name: getattr(view, field.name) for field in fields(view)}
    folders = [*([template.parent] if template else []), *own, builtin_templates()]
    return build_document(
        template.name if template else KINDS[kind], context, folders, _properties(plan, source, kind)
    )


def _properties(plan: Plan, source: str, kind: str) -> dict[str, str]:
    """Give what ties a printed document to the version of its plan."""
    return {
        "gongjian.plan": plan.id,
        "gongjian.source": blake2b(source.encode(), digest_size=16).hexdigest(),
        "gongjian.kind": kind,
    }
