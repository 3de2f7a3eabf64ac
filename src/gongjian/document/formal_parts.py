"""The parts of official Markdown that frame a document: 版头, 版记, 附注, 署名, 签署 (GB/T 9704-2012, 7.2 to 7.4)."""

import re

from gongjian.document.errors import MarkdownError
from gongjian.document.fence import parse_labelled, parse_lines, parse_raw_lines
from gongjian.document.reader import Reader
from gongjian.document.tree import Imprint, Inlines, Letterhead, Signing, SignOff, plain_text

_COPY = re.compile(r"\d{6}")
_BAR = re.compile(r"(?<!\\)\|")


def parse_letterhead(reader: Reader) -> Letterhead:
    """Read a 版头: the issuers a line each, then what is labelled."""
    labels = ("文号", "份号", "密级", "紧急程度", "签发人", "标志")
    fence, found, issuers = parse_labelled(reader, labels)
    if not issuers:
        raise MarkdownError(fence.line, "「版头」里要写发文机关", "例如：::: 版头，下一行写 松阳县教育局")
    copy = plain_text(found.get("份号", ()))
    if copy and not _COPY.fullmatch(copy):
        raise MarkdownError(fence.line, f"份号“{copy}”不是六位数字", "例如：份号：000001")
    return Letterhead(
        tuple(map(plain_text, issuers)),
        word="" if fence.has("不加文件") else plain_text(found.get("标志", ())) or "文件",
        number=found.get("文号", ()),
        copy=copy,
        secrecy=plain_text(found.get("密级", ())),
        urgency=plain_text(found.get("紧急程度", ())),
        signers=tuple(filter(None, plain_text(found.get("签发人", ())).split("、"))),
    )


def parse_imprint(reader: Reader) -> Imprint:
    """Read a 版记: 抄送, 印发 (the printing body) and 日期."""
    fence, found, others = parse_labelled(reader, ("抄送", "印发", "日期"))
    if others or not ({"印发", "日期"} <= found.keys()):
        raise MarkdownError(
            fence.line, "「版记」里写 印发：……、日期：……，还可以写 抄送：……", "例如：印发：松阳县教育局办公室"
        )
    return Imprint(found["印发"], found["日期"], found.get("抄送", ()))


def parse_note(reader: Reader) -> Inlines:
    """Read a 附注, one line; brackets around it are dropped, the writers set them."""
    fence, lines = parse_lines(reader)
    if len(lines) != 1:
        raise MarkdownError(fence.line, "「附注」要写一行", "例如：此件公开发布")
    return lines[0]


def parse_sign_off(reader: Reader) -> SignOff:
    """Read a 署名: the organisations a line each, the date last."""
    fence, lines = parse_lines(reader)
    sealed = fence.has("盖章")
    if len(lines) < 2:
        raise MarkdownError(fence.line, "「署名」要有单位和日期，只写一次", "每个单位一行，最后一行写日期")
    return SignOff(lines[:-1], lines[-1], sealed)


def parse_signing(reader: Reader) -> Signing:
    """Read a 签署: lines of as many parts as there are parties, with | between."""
    fence, lines = parse_raw_lines(reader)
    rows = [
        [reader.inlines(part.strip(" \t\u3000"), number) for part in _BAR.split(line)]
        for number, line in lines
    ]
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise MarkdownError(
            fence.line, "「签署」的每一行要有一样多的栏", "例如：甲方（盖章）： | 乙方（盖章）："
        )
    return Signing(tuple(zip(*rows, strict=True)))
