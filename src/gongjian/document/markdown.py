"""Official Markdown → Document tree.

A small dialect of Markdown that a school office can read and change::

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

    ::: 附件（横排） 2022—2023学年活动安排表
    （附件的正文、表格）
    :::

- Headings ``##`` to ``#####`` are levels one to four and carry no numbers; ``#`` is the
  title, several ``#`` lines are the title's own lines.
- ``:::`` blocks: 主送, 副标题, 署名 or 署名（盖章）, 表 or 表（横排）, 附件 or 附件（横排）. An
  annex without content is only listed. The 附件说明 is made from the annexes.
- A table's colons align its columns. Short rules leave the widths to the content; with one
  of eight characters or more, their lengths are relative widths. A table without a caption
  needs no ``:::``.
- Within a line: see `gongjian.document.inline`.
- The title comes first; nothing but annexes follows the 署名.
- Bullets, quotes, code and rules have no place in an official document and are errors.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gongjian.document.blocks import parse_block
from gongjian.document.errors import MarkdownError
from gongjian.document.inline import clean_text
from gongjian.document.pipe_table import parse_table
from gongjian.document.reader import Reader
from gongjian.document.tree import Attachment, Block, Document, Inlines, SignOff, Table, plain_text

_TITLE = re.compile(r"#[ \t]+(.+)")
_FENCE = re.compile(r":{3,}[ \t]*(?P<name>[^\s:（(]+)(?:[（(](?P<option>[^）)]*)[）)])?[ \t]*(?P<text>.*)")
_CLOSE = re.compile(r":{3,}")


@dataclass(slots=True)
class _Draft:
    """A document as far as it has been read."""

    titles: list[str] = field(default_factory=list)
    subtitle: str = ""
    addressee: Inlines = ()
    blocks: list[Block] = field(default_factory=list)
    sign_off: SignOff | None = None
    attachments: list[Attachment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Fence:
    """The opening line of a ``:::`` block: ``::: name（option） text``."""

    line: int
    name: str
    option: str
    text: str

    def has(self, option: str) -> bool:
        """Whether the block has its one option; any other is an error."""
        if self.option not in ("", option):
            raise MarkdownError(self.line, f"「{self.name}」没有「{self.option}」这一项", f"可写：{option}")
        return bool(self.option)


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
        properties=dict(properties or {}),
    )


def _parse_part(reader: Reader, draft: _Draft) -> None:
    """One block of the body, or one of the parts that only a whole document has."""
    title = _TITLE.fullmatch(reader.line)
    if title and not (draft.blocks or draft.addressee or draft.sign_off or draft.attachments):
        draft.titles.append(plain_text(reader.inlines(title[1], reader.number)))
        reader.advance()
    elif (match := _FENCE.fullmatch(reader.line)) and match["name"] in _PARTS:
        _PARTS[match["name"]](reader, draft)
    elif draft.sign_off or draft.attachments:
        raise MarkdownError(reader.number, "署名和附件之后不能再有正文", "移到署名之前，或写进附件")
    else:
        draft.blocks.append(_parse_body_block(reader))


def _parse_body_block(reader: Reader) -> Block:
    return _parse_captioned_table(reader) if reader.line.startswith(":::") else parse_block(reader)


def _parse_captioned_table(reader: Reader) -> Table:
    fence = _open(reader)
    if fence.name != "表":
        hint = "这里只能用 ::: 表" if fence.name in _PARTS else f"可用的有：表、{'、'.join(_PARTS)}"
        raise MarkdownError(fence.line, f"这里不能写「::: {fence.name}」", hint)
    landscape = fence.has("横排")
    if not reader.skip_blank() or not reader.line.startswith("|"):
        raise MarkdownError(fence.line, "「::: 表」里面要有一张表", "表格的每一行以 | 开头")
    table = parse_table(reader)
    reader.skip_blank()
    _close(reader, fence)
    return Table(table.columns, table.rows, plain_text(reader.inlines(fence.text, fence.line)), landscape)


def _parse_attachment(reader: Reader, draft: _Draft) -> None:
    fence = _open(reader)
    title = plain_text(reader.inlines(fence.text, fence.line))
    if not title:
        raise MarkdownError(fence.line, "附件没有标题", "例如：::: 附件 活动安排表")
    landscape = fence.has("横排")
    blocks: list[Block] = []
    while reader.skip_blank() and not _CLOSE.fullmatch(reader.line):
        blocks.append(_parse_body_block(reader))
    _close(reader, fence)
    draft.attachments.append(Attachment(title, tuple(blocks), landscape))


def _parse_addressee(reader: Reader, draft: _Draft) -> None:
    fence, lines = _parse_lines(reader)
    if draft.addressee or len(lines) != 1:
        raise MarkdownError(fence.line, "「主送」要写一行，而且只写一次", "各机关之间用顿号、逗号隔开")
    draft.addressee = lines[0]


def _parse_subtitle(reader: Reader, draft: _Draft) -> None:
    fence, lines = _parse_lines(reader)
    if draft.subtitle or not lines:
        raise MarkdownError(fence.line, "「副标题」要有内容，而且只写一次")
    draft.subtitle = "\n".join(map(plain_text, lines))


def _parse_sign_off(reader: Reader, draft: _Draft) -> None:
    fence, lines = _parse_lines(reader)
    sealed = fence.has("盖章")
    if draft.sign_off or len(lines) < 2:
        raise MarkdownError(fence.line, "「署名」要有单位和日期，只写一次", "每个单位一行，最后一行写日期")
    draft.sign_off = SignOff(lines[:-1], lines[-1], sealed)


def _parse_lines(reader: Reader) -> tuple[_Fence, tuple[Inlines, ...]]:
    """A block whose every line is text of its own."""
    fence, lines = _open(reader), []
    while reader.skip_blank() and not _CLOSE.fullmatch(reader.line):
        lines.append(reader.inlines(reader.line, reader.number))
        reader.advance()
    _close(reader, fence)
    return fence, tuple(lines)


_PARTS: dict[str, Callable[[Reader, _Draft], None]] = {
    "主送": _parse_addressee,
    "副标题": _parse_subtitle,
    "署名": _parse_sign_off,
    "附件": _parse_attachment,
}


def _open(reader: Reader) -> _Fence:
    """Read an opening line and go on."""
    match = _FENCE.fullmatch(reader.line)
    if not match:
        raise MarkdownError(reader.number, "这个 ::: 前面没有开头", "删去，或补上开头，例如：::: 表 标题")
    fence = _Fence(reader.number, match["name"], match["option"] or "", match["text"])
    reader.advance()
    return fence


def _close(reader: Reader, fence: _Fence) -> None:
    """Read the closing line and go on."""
    if not reader.line:
        raise MarkdownError(fence.line, f"「::: {fence.name}」没有收尾", "在它的末尾另起一行写 :::")
    if not _CLOSE.fullmatch(reader.line):
        raise MarkdownError(reader.number, f"「::: {fence.name}」到这里应当收尾", "另起一行写 :::")
    reader.advance()
