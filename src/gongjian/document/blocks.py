"""The blocks of official Markdown: headings, paragraphs, numbered items and tables."""

import re

from gongjian.document.errors import MarkdownError
from gongjian.document.pipe_table import parse_table
from gongjian.document.reader import Reader
from gongjian.document.tree import Block, Heading, Item, Items, Paragraph, Text

_HEADING = re.compile(r"(#{2,5})[ \t]+(.+)")
_ITEM = re.compile(r"([ \t\u3000]*)(\d{1,9})[.)][ \t]+(.+)")
_BEGINS_BLOCK = re.compile(r"[#|>]|:::|[-*+][ \t]|\d{1,9}[.)][ \t]")

_REFUSED = (
    (re.compile(r"#[ \t]"), "文件标题要写在最前面", "正文里的标题从 ## 写起"),
    (re.compile(r"#{6}"), "标题最多四层", "一级标题写 ##，四级标题写 #####"),
    (re.compile(r"#"), "井号后面要空一格", "例如：## 指导思想"),
    (re.compile(r"[-*+][ \t]"), "公文不用项目符号", "改写成 1. 2. 3."),
    (re.compile(r">"), "公文没有引用块", "去掉行首的 >"),
    (re.compile(r"```|~~~"), "公文没有代码块", "去掉这一行"),
    (re.compile(r"(-{3,}|\*{3,}|_{3,})$"), "公文没有分隔线", "去掉这一行"),
)


def parse_block(reader: Reader) -> Block:
    """Read the block that begins on the current line, which must not be blank."""
    if heading := _HEADING.fullmatch(reader.line):
        return _parse_heading(reader, len(heading[1]) - 1, heading[2])
    if _ITEM.fullmatch(reader.raw):
        return _parse_items(reader)
    if reader.line.startswith("|"):
        return parse_table(reader)
    for pattern, message, hint in _REFUSED:
        if pattern.match(reader.line):
            raise MarkdownError(reader.number, message, hint)
    start, first = reader.number, reader.line
    reader.advance()
    return Paragraph(reader.inlines(_with_following_lines(reader, first), start))


def _parse_heading(reader: Reader, level: int, source: str) -> Heading:
    """A heading that starts bold and goes on plain has its body in the same paragraph."""
    inlines = reader.inlines(source, reader.number)
    reader.advance()
    if len(inlines) > 1 and inlines[0].mark == "strong":
        return Heading(level, (Text(inlines[0].text),), inlines[1:])
    return Heading(level, inlines)


def _parse_items(reader: Reader) -> Items:
    """Items with nothing but blank lines between them; the first one's number counts, the rest follow."""
    items: list[Item] = []
    start, indents = 0, [0]
    while reader.skip_blank() and (match := _ITEM.fullmatch(reader.raw)):
        line, indent = reader.number, len(match[1].expandtabs(4))
        if not items:
            start, indents = int(match[2]), [indent]
        indents = _nested(indents, indent)
        reader.advance()
        inlines = reader.inlines(_with_following_lines(reader, match[3]), line)
        items.append(Item(inlines, depth=len(indents) - 1))
    return Items(tuple(items), start)


def _nested(indents: list[int], indent: int) -> list[int]:
    """The indents of the lists that an item at ``indent`` stands in; two columns make a new one."""
    outer = [known for known in indents if known <= indent] or indents[:1]
    return [*outer, indent] if indent >= outer[-1] + 2 else outer


def _with_following_lines(reader: Reader, first: str) -> str:
    """``first`` and the lines below it that belong to the same paragraph."""
    joined = first
    while reader.line and not _BEGINS_BLOCK.match(reader.line):
        joined = _glue(joined, reader.line)
        reader.advance()
    return joined


def _glue(before: str, after: str) -> str:
    """Two lines made one: a space only between Latin words or numbers."""
    return f"{before} {after}" if before[-1].isascii() and after[0].isascii() else before + after
