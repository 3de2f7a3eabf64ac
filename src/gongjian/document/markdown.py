"""Official Markdown → Document tree.

A small dialect of Markdown that a school office can read and change::

    ::: 版头
    松阳县教育局
    文号：松教〔2022〕12号           （还可以写 份号、密级、紧急程度、签发人）
    :::

    # 永利小学结对共建活动
    # 实施方案

    ::: 主送
    各年级组、各教研组：
    :::

    为缩小校际差距，制定本方案。（空行分段，同一段里换行不算数）

    ## 指导思想                     （印作 一、指导思想）

    ### **加强管理交流。**双方定期互派干部……   （粗体是标题，后面的文字接排）

    1. 召开管理交流会。              （印作 1. ，标题层次更深时印作（1））
       1. 每学年不少于2次。          （缩进的是下一层）

    ::: 表 活动安排表
    | 序号 | 活动 | 时间 |
    |:-:|----------|----|
    | 1 | 示范课 | 10月20日 |
    :::

    ::: 署名（盖章）
    永利小学
    2022年10月8日
    :::

    ::: 附注
    此件公开发布
    :::

    ::: 版记
    抄送：县人民政府教育督导室。
    印发：松阳县教育局办公室
    日期：2022年10月9日
    :::

    ::: 附件（横排） 2022—2023学年活动安排表
    （附件的正文、表格）
    :::

- Headings ``##`` to ``#####`` are levels one to four and carry no numbers; ``#`` is the
  title, several ``#`` lines are the title's own lines.
- ``:::`` blocks: 版头, 主送, 副标题, 署名 or 署名（盖章）, 附注, 版记, 表 or 表（横排）, 签署 (where the
  parties to an agreement sign, ``|`` between them), 附件, 附件（横排） or 附件（印发） (the very paper
  that a notice issues: no mark, not listed). An annex without content is only listed. The
  附件说明 is made from the annexes.
- A table's colons align its columns. Short rules leave the widths to the content; with one
  of eight characters or more, their lengths are relative widths. A table without a caption
  needs no ``:::``.
- Within a line: see `gongjian.document.inline`.
- Only the 版头 stands before the title; nothing but 附注, annexes and 版记 follows the 署名.
- Bullets, quotes, code and rules have no place in an official document and are errors.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gongjian.document.blocks import parse_block
from gongjian.document.errors import MarkdownError
from gongjian.document.fence import at_close, close_fence, fence_name, open_fence, parse_lines
from gongjian.document.formal_parts import (
    parse_imprint,
    parse_letterhead,
    parse_note,
    parse_sign_off,
    parse_signing,
)
from gongjian.document.inline import clean_text
from gongjian.document.pipe_table import parse_table
from gongjian.document.reader import Reader
from gongjian.document.tree import (
    Attachment,
    Block,
    Document,
    Imprint,
    Inlines,
    Letterhead,
    SignOff,
    Table,
    plain_text,
)

_TITLE = re.compile(r"#[ \t]+(.+)")


@dataclass(slots=True)
class _Draft:
    """A document as far as it has been read."""

    titles: list[str] = field(default_factory=list)
    subtitle: str = ""
    addressee: Inlines = ()
    blocks: list[Block] = field(default_factory=list)
    sign_off: SignOff | None = None
    attachments: list[Attachment] = field(default_factory=list)
    letterhead: Letterhead | None = None
    note: Inlines = ()
    imprint: Imprint | None = None


def parse_markdown(source: str, properties: Mapping[str, str] | None = None) -> Document:
    """Read official Markdown.

    Raises:
        MarkdownError: with the line at fault.
    """
    reader = Reader(clean_text(source.removeprefix("\ufeff")))
    draft = _Draft()
    while reader.skip_blank():
        _parse_part(reader, draft)
    if not draft.titles:
        raise MarkdownError(1, "没有标题", "第一行写：# 某某学校结对共建实施方案")
    return Document(
        title="\n".join(draft.titles),
        blocks=tuple(draft.blocks),
        subtitle=draft.subtitle,
        addressee=draft.addressee,
        sign_off=draft.sign_off,
        attachments=tuple(draft.attachments),
        letterhead=draft.letterhead,
        note=draft.note,
        imprint=draft.imprint,
        properties=dict(properties or {}),
    )


def _parse_part(reader: Reader, draft: _Draft) -> None:
    """One block of the body, or one of the parts that only a whole document has."""
    title = _TITLE.fullmatch(reader.line)
    if title and not (draft.blocks or draft.addressee or draft.sign_off or draft.attachments):
        draft.titles.append(plain_text(reader.inlines(title[1], reader.number)))
        reader.advance()
    elif (name := fence_name(reader)) in _PARTS:
        _PARTS[name](reader, draft)
    elif draft.sign_off or draft.attachments:
        raise MarkdownError(reader.number, "署名和附件之后不能再有正文", "移到署名之前，或写进附件")
    else:
        draft.blocks.append(_parse_body_block(reader))


def _parse_body_block(reader: Reader) -> Block:
    if not reader.line.startswith(":::"):
        return parse_block(reader)
    return parse_signing(reader) if fence_name(reader) == "签署" else _parse_captioned_table(reader)


def _parse_captioned_table(reader: Reader) -> Table:
    fence = open_fence(reader)
    if fence.name != "表":
        hint = (
            "这里只能用 ::: 表、::: 签署"
            if fence.name in _PARTS
            else f"可用的有：表、签署、{'、'.join(_PARTS)}"
        )
        raise MarkdownError(fence.line, f"这里不能写「::: {fence.name}」", hint)
    landscape = fence.has("横排")
    if not reader.skip_blank() or not reader.line.startswith("|"):
        raise MarkdownError(fence.line, "「::: 表」里面要有一张表", "表格的每一行以 | 开头")
    table = parse_table(reader)
    reader.skip_blank()
    close_fence(reader, fence)
    return Table(table.columns, table.rows, plain_text(reader.inlines(fence.text, fence.line)), landscape)


def _parse_attachment(reader: Reader, draft: _Draft) -> None:
    fence = open_fence(reader)
    title = plain_text(reader.inlines(fence.text, fence.line))
    if not title:
        raise MarkdownError(fence.line, "附件没有标题", "例如：::: 附件 活动安排表")
    option = fence.choose("横排", "印发")
    blocks: list[Block] = []
    while reader.skip_blank() and not at_close(reader):
        blocks.append(_parse_body_block(reader))
    close_fence(reader, fence)
    draft.attachments.append(Attachment(title, tuple(blocks), option == "横排", option != "印发"))


def _parse_addressee(reader: Reader, draft: _Draft) -> None:
    fence, lines = parse_lines(reader)
    if draft.addressee or len(lines) != 1:
        raise MarkdownError(fence.line, "「主送」要写一行，而且只写一次", "各机关之间用顿号、逗号隔开")
    draft.addressee = lines[0]


def _parse_subtitle(reader: Reader, draft: _Draft) -> None:
    fence, lines = parse_lines(reader)
    if draft.subtitle or not lines:
        raise MarkdownError(fence.line, "「副标题」要有内容，而且只写一次")
    draft.subtitle = "\n".join(map(plain_text, lines))


def _once(name: str, attribute: str, parse: Callable[[Reader], object]) -> Callable[[Reader, _Draft], None]:
    """Make the reading of a part that a document has once, into that attribute of the draft."""

    def read(reader: Reader, draft: _Draft) -> None:
        line = reader.number
        part = parse(reader)
        if getattr(draft, attribute):
            raise MarkdownError(line, f"「{name}」写了两次", "只留一处")
        setattr(draft, attribute, part)

    return read


_PARTS: dict[str, Callable[[Reader, _Draft], None]] = {
    "版头": _once("版头", "letterhead", parse_letterhead),
    "主送": _parse_addressee,
    "副标题": _parse_subtitle,
    "署名": _once("署名", "sign_off", parse_sign_off),
    "附注": _once("附注", "note", parse_note),
    "附件": _parse_attachment,
    "版记": _once("版记", "imprint", parse_imprint),
}
