"""A bureau's own Word file filled in (docxtpl, extra `word`), in the same sandbox and with the same words.

The file is looked into before it is opened: no macros, no links to elsewhere, nothing that unpacks
without end. The result is packed like our own documents, so that the same plan gives the same bytes.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from jinja2 import StrictUndefined

from gongjian.document.docx.opening import main_part, open_package, refuse_outside_links
from gongjian.document.docx.package import SMALL, assemble, pack
from gongjian.document.docx.printed_text import with_digest
from gongjian.document.docx.templates import encode
from gongjian.document.docx.templates import template as part_template
from gongjian.document.errors import DocumentError, MissingExtraError, TemplateError
from gongjian.document.filters import FILTERS
from gongjian.document.loader import FolderLoader
from gongjian.document.prose import Markdown, prose
from gongjian.document.sandbox import OfficialEnvironment
from gongjian.document.template_errors import HANDLED, Missing, describe

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

SUFFIX = ".docx"
_CUSTOM = "docProps/custom.xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_NEW_PARAGRAPH = "\a"
"""What docxtpl makes a new paragraph of."""


def fill_word_template(path: Path, context: Mapping[str, object], properties: Mapping[str, str]) -> bytes:
    """Fill in a Word file.

    Args:
        path: the file.
        context: what the template may name.
        properties: what is written into the file's own properties.

    Raises:
        TemplateError: the file is no Word file, or may not be used, or its tags are wrong.
        MissingExtraError: docxtpl is not installed.
    """
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        raise MissingExtraError("填写单位自己的 Word 模板要用 docxtpl", "word") from None
    _refuse_what_is_no_template(path)
    template = DocxTemplate(BytesIO(path.read_bytes()))
    _fill(template, path, context)
    _put_properties(template, properties)
    filled = BytesIO()
    template.save(filled)
    return _repacked(filled.getvalue())


class WordEnvironment(OfficialEnvironment):
    """The sandbox for Word files: what a plan says is escaped for XML, and what is missing is told in words."""

    def __init__(self) -> None:
        super().__init__(FolderLoader(()), Missing)
        self.trim_blocks = self.lstrip_blocks = False
        self.finalize = _words
        self.autoescape = True
        self.filters |= {"pending": _pending, "paragraphs": _paragraphs}
        del self.filters["safe"]


def _words(value: object) -> object:
    """What `{{ }}` prints."""
    if isinstance(value, StrictUndefined):
        return value
    return "（待补）" if value is None else str(value) if isinstance(value, Markdown) else prose(value)


def _pending(value: object, label: str = "") -> str:
    return str(_words(value)) if value or value == 0 else f"【待补：{label}】" if label else "【待补】"


def _paragraphs(value: str | list[str] | tuple[str, ...] | None) -> str:
    texts = [] if value is None else value.splitlines() if isinstance(value, str) else list(value)
    return _NEW_PARAGRAPH.join(line.strip() for text in texts for line in text.splitlines() if line.strip())


def _refuse_what_is_no_template(path: Path) -> None:
    try:
        with path.open("rb") as file, open_package(file) as package:
            part = main_part(package)
            package.scan(part, lambda *_: None, lambda _: None, lambda _: None)
            refuse_outside_links(package)
    except OSError as error:
        raise TemplateError(path.name, None, "打不开", error.strerror or "") from error
    except DocumentError as error:
        raise TemplateError(path.name, None, error.message, error.hint) from error


def _fill(template: "DocxTemplate", path: Path, context: Mapping[str, object]) -> None:
    from lxml.etree import LxmlError

    environment = WordEnvironment()
    try:
        with environment.metered():
            template.render(dict(context), environment, autoescape=True)
    except LxmlError as error:
        raise TemplateError(
            path.name,
            None,
            "填好以后不是完整的 Word 文件",
            "每个 {% if %}、{% for %} 都要有收尾；跨段落的写 {%p %}，跨表格行的写 {%tr %}，单独占一段、一行",
        ) from error
    except HANDLED as error:
        message, hint = describe(error, FolderLoader(()))
        near = "".join(getattr(error, "docx_context", ())).strip()
        raise TemplateError(
            path.name, None, message, hint or (f"在“{near[:60]}”附近" if near else "")
        ) from error


def _put_properties(template: "DocxTemplate", properties: Mapping[str, str]) -> None:
    """Write the file's properties; those the bureau's file had of its own kind make room."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package: Any = template.docx.part.package  # get_docx() would read the template anew
    body = template.get_xml()
    content = encode(part_template("custom.xml").render(properties=with_digest(properties, body)))
    for key, relation in list(package.rels.items()):
        if relation.reltype == _CUSTOM_RELATION:
            del package.rels[key]
    part = Part(PackURI(f"/{_CUSTOM}"), _CUSTOM_TYPE, content, package)
    package.relate_to(part, _CUSTOM_RELATION)


def _repacked(data: bytes) -> bytes:
    """The same parts in the same order, without the time they were written."""
    with ZipFile(BytesIO(data)) as package:
        names = sorted(package.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        return assemble([pack(name, package.read(name), SMALL) for name in names])


WORD_FILTERS = frozenset(FILTERS) - {"safe"}
"""The filters that Word files have."""
