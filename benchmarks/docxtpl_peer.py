"""The same content through docxtpl: paragraphs and tables filled into a Word template."""

from collections.abc import Callable
from io import BytesIO

from docx import Document as new_document
from docxtpl import DocxTemplate

from gongjian.document.tree import Document, Heading, Items, Paragraph, Table, plain_text


def same_content(document: Document) -> Callable[[], bytes]:
    """Make a function that renders a document's texts and tables with docxtpl."""
    texts = list(_texts(document))
    rows = [
        [plain_text(cell) for cell in row]
        for attachment in document.attachments
        for block in attachment.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    template = _template(max(map(len, rows), default=1))

    def render() -> bytes:
        filled = DocxTemplate(BytesIO(template))
        filled.render({"title": document.title, "texts": texts, "rows": rows})
        out = BytesIO()
        filled.save(out)
        return out.getvalue()

    return render


def _texts(document: Document) -> list[str]:
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            texts.append(plain_text(block.inlines))
        elif isinstance(block, Items):
            texts += [plain_text(item.inlines) for item in block.items]
    return texts


def _template(columns: int) -> bytes:
    """Write a template with a title, a loop of paragraphs and a loop of table rows."""
    word = new_document()
    word.add_heading("{{ title }}")
    for line in ("{%p for text in texts %}", "{{ text }}", "{%p endfor %}"):
        word.add_paragraph(line)
    table = word.add_table(rows=3, cols=columns)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for column in range(columns):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    out = BytesIO()
    word.save(out)
    return out.getvalue()
