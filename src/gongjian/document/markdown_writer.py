"""Document → plain Markdown for publishing: numbers laid on, no ``:::`` blocks, GitHub's tables.

Everything but the annexes' headings and the tables' captions reads back as official
Markdown; what only paper has (indents, landscape pages) is gone.
"""

from collections.abc import Iterable, Iterator

from gongjian.document.inline import escape_text, write_inlines
from gongjian.document.numbering import number_blocks
from gongjian.document.tree import (
    Alignment,
    Block,
    Document,
    Heading,
    Imprint,
    Inlines,
    Items,
    Letterhead,
    Paragraph,
    Signing,
    Table,
    Text,
)

_RULES: dict[Alignment, str] = {"left": "---", "center": ":-:", "right": "--:"}


def write_markdown(document: Document) -> str:
    """The document as Markdown, its parts in the order of the printed page."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    if document.letterhead:
        yield from _letterhead(document.letterhead)
    yield f"# {_one_line(document.title)}"
    if document.subtitle:
        yield escape_text(document.subtitle)
    if document.addressee:
        yield _words(document.addressee)
    yield from _blocks(document.blocks)
    if titles := document.annex_titles:
        numbered = [f"{number}.{title}" for number, title in enumerate(titles, 1)]
        yield "附件：" + "<br>".join(map(_one_line, numbered if len(titles) > 1 else titles))
    if document.sign_off:
        yield "<br>".join(map(_words, (*document.sign_off.organisations, document.sign_off.date)))
    if document.note:
        yield f"（{_words(document.note)}）"
    for mark, attachment in zip(document.annex_marks, document.attachments, strict=True):
        if attachment.blocks:
            yield f"## {mark} {_one_line(attachment.title)}".replace("  ", " ")
            yield from _blocks(attachment.blocks)
    if document.imprint:
        yield from _imprint(document.imprint)


def _letterhead(letterhead: Letterhead) -> Iterator[str]:
    before = (letterhead.copy, letterhead.secrecy, letterhead.urgency)
    if any(before):
        yield "<br>".join(map(escape_text, filter(None, before)))
    yield f"**{_one_line('、'.join(letterhead.issuers) + letterhead.word)}**"
    if letterhead.number:
        yield _words(letterhead.number)
    if letterhead.signers:
        yield f"{letterhead.signer_word}：{_one_line('　'.join(letterhead.signers))}"


def _imprint(imprint: Imprint) -> Iterator[str]:
    lines = [f"{imprint.copies_word}：{_words(imprint.copies_to)}"] if imprint.copies_to else []
    yield "<br>".join([*lines, f"{_words(imprint.printer)}　{_words(imprint.printed)}{imprint.word}"])


def _words(inlines: Inlines) -> str:
    """Text without the reviewer's comments."""
    return write_inlines(inline for inline in inlines if not inline.comment)


def _one_line(text: str) -> str:
    return escape_text(text.replace("\n", ""))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in number_blocks(blocks):
        match block:
            case Heading():
                yield from _heading(block)
            case Paragraph():
                yield _words(block.inlines)
            case Items():
                yield from (_words(_numbered(item.number, item.inlines)) for item in block.items)
            case Signing():
                yield from ("<br>".join(map(_words, party)) for party in block.parties)
            case Table():
                yield from _table(block)


def _heading(heading: Heading) -> Iterator[str]:
    """The heading; a body in the same paragraph gets its own, as ``**。**`` before text is not bold everywhere."""
    yield f"{'#' * (heading.level + 1)} {_words(_numbered(heading.number, heading.inlines))}"
    if heading.body:
        yield _words(heading.body)


def _numbered(number: str, inlines: Inlines) -> Inlines:
    """The number as part of the text, so that both are escaped as one."""
    if inlines and inlines[0].mark == "plain":
        return (Text(number + inlines[0].text), *inlines[1:])
    return (Text(number), *inlines)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{_one_line(table.caption)}**"
    rows = [
        [_words(column.header) for column in table.columns],
        [_RULES[column.align] for column in table.columns],
        *([_words(cell) for cell in row] for row in table.rows),
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
