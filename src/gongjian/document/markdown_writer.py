"""Document → plain Markdown for publishing: numbers laid on, no ``:::`` blocks, GitHub's tables.

Everything but the annexes' headings and the tables' captions reads back as official
Markdown; what only paper has (indents, landscape pages) is gone.
"""

from collections.abc import Iterable, Iterator

from gongjian.document.inline import escape_text, write_inlines
from gongjian.document.numbering import number_blocks
from gongjian.document.tree import (
    Alignment,
    Attachment,
    Block,
    Document,
    Heading,
    Inlines,
    Items,
    Paragraph,
    Table,
    Text,
)

_RULES: dict[Alignment, str] = {"left": "---", "center": ":-:", "right": "--:"}


def write_markdown(document: Document) -> str:
    """The document as Markdown, its parts in the order of the printed page."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    yield f"# {_one_line(document.title)}"
    if document.subtitle:
        yield escape_text(document.subtitle)
    if document.addressee:
        yield write_inlines(document.addressee)
    yield from _blocks(document.blocks)
    marks = list(_annex_marks(document.attachments))
    if marks:
        yield "附件：" + "<br>".join(_one_line(note) for _, note in marks)
    if document.sign_off:
        yield "<br>".join(map(write_inlines, (*document.sign_off.organisations, document.sign_off.date)))
    for (mark, _), attachment in zip(marks, document.attachments, strict=True):
        if attachment.blocks:
            yield f"## {mark} {_one_line(attachment.title)}"
            yield from _blocks(attachment.blocks)


def _annex_marks(attachments: tuple[Attachment, ...]) -> Iterator[tuple[str, str]]:
    """For each annex its mark, and its line in the 附件说明; a single one has no number (7.3.4)."""
    if len(attachments) == 1:
        yield "附件", attachments[0].title
        return
    for number, attachment in enumerate(attachments, start=1):
        yield f"附件{number}", f"{number}.{attachment.title}"


def _one_line(text: str) -> str:
    return escape_text(text.replace("\n", ""))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in number_blocks(blocks):
        match block:
            case Heading():
                yield from _heading(block)
            case Paragraph():
                yield write_inlines(block.inlines)
            case Items():
                yield from (write_inlines(_numbered(item.number, item.inlines)) for item in block.items)
            case Table():
                yield from _table(block)


def _heading(heading: Heading) -> Iterator[str]:
    """The heading; a body in the same paragraph gets its own, as ``**。**`` before text is not bold everywhere."""
    yield f"{'#' * (heading.level + 1)} {write_inlines(_numbered(heading.number, heading.inlines))}"
    if heading.body:
        yield write_inlines(heading.body)


def _numbered(number: str, inlines: Inlines) -> Inlines:
    """The number as part of the text, so that both are escaped as one."""
    if inlines and inlines[0].mark == "plain":
        return (Text(number + inlines[0].text), *inlines[1:])
    return (Text(number), *inlines)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{_one_line(table.caption)}**"
    rows = [
        [write_inlines(column.header) for column in table.columns],
        [_RULES[column.align] for column in table.columns],
        *([write_inlines(cell) for cell in row] for row in table.rows),
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
