r"""Text within a line of official Markdown, and the escaping that keeps text from becoming structure.

======================  ===============================================
``**粗体**``             bold
``==待补：文号==``        a place still to be filled in, highlighted
``<br>``                a line break within the paragraph
``\*``                  the character itself (any ASCII punctuation)
``&#12288;``            the character of that number; also ``&amp; &lt; &gt; &nbsp;``
======================  ===============================================

Every other character, a lone ``*`` or ``<b>`` included, stands for itself.
"""

import re
from collections.abc import Iterable, Iterator

from gongjian.document.tree import Inlines, Mark, Text

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile(
    r"[\\`*_<&|=\[\]~]"  # means something anywhere in a line
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
    texts: list[tuple[str, Mark]] = []
    for piece, mark in _pieces(source):
        if mark == "plain":
            texts.append((piece, open_mark))
        elif open_mark in ("plain", mark):
            open_mark = mark if open_mark == "plain" else "plain"
        else:
            raise ValueError("** 与 == 交叉，要先收尾里面的一对")
    if open_mark != "plain":
        raise ValueError(f"{_FENCES[open_mark]} 没有成对")
    return merge(texts)


_FENCES: dict[Mark, str] = {"plain": "", "strong": "**", "pending": "=="}


def _pieces(source: str) -> Iterator[tuple[str, Mark]]:
    """Text pieces as ``(text, "plain")``, and for every fence an empty piece with its mark."""
    end = 0
    for token in _TOKEN.finditer(source):
        yield source[end : token.start()], "plain"
        end = token.end()
        match token.lastgroup:
            case "strong":
                yield "", "strong"
            case "pending":
                yield "", "pending"
            case "escaped":
                yield token[0][1], "plain"
            case "break":
                yield "\n", "plain"
            case _:
                yield _character(token[0]), "plain"
    yield source[end:], "plain"


def _character(entity: str) -> str:
    """The character an entity names; one that XML forbids stays as it was written."""
    if entity in _NAMED:
        return _NAMED[entity]
    number = int(entity[2:-1])
    return clean_text(chr(number)) or entity if number <= 0x10FFFF else entity


def merge(texts: Iterable[tuple[str, Mark]]) -> Inlines:
    """Neighbours of one mark made one, empty ones dropped."""
    merged: list[tuple[str, Mark]] = []
    for text, mark in texts:
        if merged and merged[-1][1] == mark:
            merged[-1] = merged[-1][0] + text, mark
        elif text:
            merged.append((text, mark))
    return tuple(Text(text, mark) for text, mark in merged)


def write_inlines(inlines: Iterable[Text]) -> str:
    """Official Markdown for ``inlines``, the inverse of `parse_inlines`."""
    return "".join(
        f"{_FENCES[inline.mark]}{escape_text(inline.text)}{_FENCES[inline.mark]}" for inline in inlines
    )
