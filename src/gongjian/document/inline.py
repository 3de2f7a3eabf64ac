r"""Text within a line of official Markdown, and the escaping that keeps text from becoming structure.

======================  ===============================================
``**粗体**``             bold
``==待补：文号==``        a place still to be filled in, highlighted
``<br>``                a line break within the paragraph
``{>>批注<<}``           a reviewer's comment on the paragraph, no part of its text
``\*``                  the character itself (any ASCII punctuation)
``&#12288;``            the character of that number; also ``&amp; &lt; &gt; &nbsp;``
======================  ===============================================

Every other character, a lone ``*`` or ``<b>`` included, stands for itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongjian.document.tree import Inlines, Mark, Text, plain_text

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile(
    r"[\\`*_<&|=\[\]~{]"  # means something anywhere in a line
    r"|^[#\-+>:.)]"  # begins a block, alone or after another value
    r"|(?<=\d)[.)](?=[ \t]|$)"  # ends the number of a list item
    r"|[\n\t]"
    "|^[ \u3000]+|[ \u3000]+$",  # trimmed from the ends of a line
    re.MULTILINE,
)
_NAMED = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\xa0"}
_TOKEN = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~])"
    r"|(?P<strong>\*\*)"
    r"|(?P<pending>==)"
    r"|(?P<break><br ?/?>)"
    r"|\{>>(?P<comment>(?:\\.|[^\\])*?)<<\}"
    r"|(?P<entity>&(?:#\d{1,7}|amp|lt|gt|nbsp);)"
)


def clean_text(text: str) -> str:
    """``text`` without the characters that XML 1.0 forbids, every line end a single newline."""
    return _FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def escape_text(text: str) -> str:
    """Official Markdown that reads back as exactly ``clean_text(text)``, wherever in a line it is put."""
    return _ESCAPED.sub(_escape_match, clean_text(text))


def _escape_match(match: re.Match[str]) -> str:
    found = match[0]
    if found == "\n":
        return "<br>"
    if found[0] in "\t \u3000":
        return "".join(f"&#{ord(character)};" for character in found)
    return "\\" + found


def parse_inlines(source: str) -> Inlines:
    """Read one line's text.

    Raises:
        ValueError: ``**`` or ``==`` without its partner; the message is Chinese.
    """
    open_mark: Mark = "plain"
    texts: list[Text] = []
    for piece in _pieces(source):
        if isinstance(piece, Text):
            texts.append(replace(piece, mark=open_mark) if piece.text else piece)
        elif open_mark in ("plain", piece):
            open_mark = piece if open_mark == "plain" else "plain"
        else:
            raise ValueError("** 与 == 交叉，要先收尾里面的一对")
    if open_mark != "plain":
        raise ValueError(f"{_FENCES[open_mark]} 没有成对")
    return merge(texts)


_FENCES: dict[Mark, str] = {"plain": "", "strong": "**", "pending": "=="}


def _pieces(source: str) -> Iterator[Text | Mark]:
    """Stretches of text and comments, and every fence as its mark."""
    end = 0
    for token in _TOKEN.finditer(source):
        yield Text(source[end : token.start()])
        end = token.end()
        match token.lastgroup:
            case "strong":
                yield "strong"
            case "pending":
                yield "pending"
            case "escaped":
                yield Text(token[0][1])
            case "break":
                yield Text("\n")
            case "comment":
                yield Text("", comment=plain_text(parse_inlines(token["comment"])))
            case _:
                yield Text(_character(token[0]))
    yield Text(source[end:])


def _character(entity: str) -> str:
    """The character an entity names; one that XML forbids stays as it was written."""
    if entity in _NAMED:
        return _NAMED[entity]
    number = int(entity[2:-1])
    return clean_text(chr(number)) or entity if number <= 0x10FFFF else entity


def merge(texts: Iterable[Text]) -> Inlines:
    """Neighbours of one mark made one, those that say nothing dropped."""
    merged: list[Text] = []
    for text in texts:
        last = merged[-1] if merged else None
        if last and text.text and last.mark == text.mark and not last.comment:
            merged[-1] = Text(last.text + text.text, text.mark)
        elif text.text or text.comment:
            merged.append(text)
    return tuple(merged)


def write_comment(comment: str) -> str:
    """Official Markdown for a comment."""
    return f"{{>>{escape_text(comment)}<<}}"


def write_inlines(inlines: Iterable[Text]) -> str:
    """Official Markdown for ``inlines``, the inverse of `parse_inlines`."""
    return "".join(
        f"{_FENCES[inline.mark]}{escape_text(inline.text)}{_FENCES[inline.mark]}"
        if inline.text
        else write_comment(inline.comment)
        for inline in inlines
    )
