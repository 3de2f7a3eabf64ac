"""Text as Typst gets it: cleaned, and in stretches of one kind."""

import re
from functools import cache

from gongjian.document.layout import CHARACTERS_PER_LINE
from gongjian.document.tree import Inlines

Runs = list[tuple[str, str]]
"""Stretches of (mark, words)."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ANYWHERE = "\u200b"
"""A space of no width: a place where a line may be broken."""


def clean(text: str, room: float = CHARACTERS_PER_LINE) -> str:
    """``text`` fit for a line with room for so many Chinese characters.

    What no font prints (control characters) is gone, every line end a newline, every tab a
    space; and words longer than the line (addresses of web pages) may be broken anywhere.
    """
    if not text.isprintable():
        text = _CONTROL.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", "\u3000")
    return _longer_than(max(1, int(room * 2))).sub(lambda word: _ANYWHERE.join(word[0]), text)


def runs_of(inlines: Inlines, number: str = "", room: float = CHARACTERS_PER_LINE) -> Runs:
    """The stretches of a text; a number laid on before them is bold if the text begins bold."""
    runs: Runs = [(inline.mark, clean(inline.text, room)) for inline in inlines if inline.text]
    if number and runs and runs[0][0] != "pending":
        runs[0] = runs[0][0], number + runs[0][1]
    elif number:
        runs.insert(0, ("plain", number))
    return runs


@cache
def _longer_than(letters: int) -> re.Pattern[str]:
    """More letters in a row than those, with neither a space nor a Chinese character among them."""
    return re.compile(rf"[^\s\u2e80-\ud7ff\uf900-\uffff\U00020000-\U0003ffff]{{{letters + 1},}}")
