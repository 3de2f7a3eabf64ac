"""Texts as YAML scalars: plain where nothing can be misread, else in double quotes."""

import re
from unicodedata import category

_WORD = "0-9A-Za-z_\u3007\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003134f"
_PLAIN = re.compile(rf"[A-Za-z\u4e00-\u9fff≥≤=《“（][{_WORD}（）《》“”、，。；：！？·—…≥≤=/%％〔〕.+-]*")
_QUANTITY = re.compile(rf"[0-9][0-9.]*-?[0-9.]*[{_WORD}]*[\u4e00-\u9fff%][{_WORD}/]*")
_PAUSE = re.compile(r"[^，。；：]+[，。；：]*|[，。；：]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d-\d\d", re.ASCII)
_NOT_TEXT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "="})
"""Words that one YAML reader or another takes for something else than text."""
_INVISIBLE = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(text: str) -> str:
    """Write a text as a scalar that reads back as that text, in a block and in brackets alike."""
    if _DAY.fullmatch(text) or _QUANTITY.fullmatch(text):
        return text
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def folded(text: str, indent: str, width: int = 60) -> str:
    """Write a long text of prose on several lines, broken behind punctuation, where nothing stands against it.

    A break behind a Chinese character is no part of the text (`gongjian.model.base`).
    """
    pieces = _PAUSE.findall(text)
    plain = not any(category(character) in _INVISIBLE or character in "\ufeff" for character in text)
    if len(text) <= width or not plain or any(piece != piece.strip() for piece in pieces):
        return scalar(text)
    lines = [""]
    for piece in pieces:
        if lines[-1] and len(lines[-1]) + len(piece) > width:
            lines.append("")
        lines[-1] += piece
    return ">-\n" + "\n".join(indent + line for line in lines)


def comment(text: str) -> str:
    """Write a text so that it can stand in a comment: on one line, with nothing unseen in it."""
    seen = "".join(" " if category(character) in _INVISIBLE else character for character in text)
    return " ".join(seen.replace("\ufeff", " ").split())


def is_unwritable(text: str) -> bool:
    """Tell whether a text has characters that no name has: control characters, halves of characters."""
    return any(category(character) in ("Cc", "Cs") and character not in "\t\n\r" for character in text)


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if category(character) not in _INVISIBLE and character != "\ufeff":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
