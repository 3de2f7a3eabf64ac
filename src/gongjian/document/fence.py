"""The ``:::`` blocks of official Markdown: ``::: name（option） text``, lines, ``:::``."""

import re
from dataclasses import dataclass

from gongjian.document.errors import MarkdownError
from gongjian.document.reader import Reader
from gongjian.document.tree import Inlines, plain_text

_FENCE = re.compile(r":{3,}[ \t]*(?P<name>[^\s:（(]+)(?:[（(](?P<option>[^）)]*)[）)])?[ \t]*(?P<text>.*)")
_CLOSE = re.compile(r":{3,}")
_LABELLED = re.compile(r"(?P<label>[^：:]{1,6})[：:][ \t\u3000]*(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Fence:
    """The opening line of a block."""

    line: int
    name: str
    option: str
    text: str

    def has(self, option: str) -> bool:
        """Whether the block has its one option; any other is an error."""
        return self.choose(option) == option

    def choose(self, *options: str) -> str:
        """Which of its options the block has, "" for none; any other is an error."""
        if self.option not in ("", *options):
            raise MarkdownError(
                self.line, f"「{self.name}」没有「{self.option}」这一项", f"可写：{'、'.join(options)}"
            )
        return self.option


def fence_name(reader: Reader) -> str:
    """Tell which block begins on the current line; "" when none does."""
    match = _FENCE.fullmatch(reader.line)
    return match["name"] if match else ""


def open_fence(reader: Reader) -> Fence:
    """Read an opening line and go on."""
    match = _FENCE.fullmatch(reader.line)
    if not match:
        raise MarkdownError(reader.number, "这个 ::: 前面没有开头", "删去，或补上开头，例如：::: 表 标题")
    fence = Fence(reader.number, match["name"], match["option"] or "", match["text"])
    reader.advance()
    return fence


def at_close(reader: Reader) -> bool:
    """Tell whether the current line closes a block."""
    return bool(_CLOSE.fullmatch(reader.line))


def close_fence(reader: Reader, fence: Fence) -> None:
    """Read the closing line and go on."""
    if not reader.line:
        raise MarkdownError(fence.line, f"「::: {fence.name}」没有收尾", "在它的末尾另起一行写 :::")
    if not at_close(reader):
        raise MarkdownError(reader.number, f"「::: {fence.name}」到这里应当收尾", "另起一行写 :::")
    reader.advance()


def parse_raw_lines(reader: Reader) -> tuple[Fence, tuple[tuple[int, str], ...]]:
    """Read a block whose every line stands for itself: the lines that are not blank, with their numbers."""
    fence, lines = open_fence(reader), []
    while reader.skip_blank() and not at_close(reader):
        lines.append((reader.number, reader.line))
        reader.advance()
    close_fence(reader, fence)
    return fence, tuple(lines)


def parse_lines(reader: Reader) -> tuple[Fence, tuple[Inlines, ...]]:
    """Read a block whose every line is text of its own."""
    fence, lines = parse_raw_lines(reader)
    return fence, tuple(reader.inlines(line, number) for number, line in lines)


def parse_labelled(
    reader: Reader, labels: tuple[str, ...]
) -> tuple[Fence, dict[str, Inlines], list[Inlines]]:
    """Read a block of `标签：内容` lines; lines without one of the labels are given apart.

    A label whose value is empty counts as not written, so that a template need not ask first.
    """
    fence, lines = parse_raw_lines(reader)
    found: dict[str, Inlines] = {}
    others: list[Inlines] = []
    for number, line in lines:
        match = _LABELLED.fullmatch(line)
        if not match or match["label"] not in labels:
            others.append(reader.inlines(line, number))
        elif match["label"] in found:
            raise MarkdownError(number, f"「{match['label']}」写了两次", "只留一行")
        elif match["value"]:
            found[match["label"]] = reader.inlines(match["value"], number)
    return fence, found, [line for line in others if plain_text(line)]
