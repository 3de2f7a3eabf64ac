"""How texts and comments are written: their own words, indented anew."""

from unicodedata import east_asian_width

from gongjian.source.layout.tree import Alias, Scalar

STEP = 2
"""Columns a level is indented by."""


def cells(text: str) -> int:
    """Count columns as an editor shows them: a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def head_of(leaf: Scalar | Alias) -> str:
    """Give what stands before the words: the anchor, or an alias as a whole."""
    if isinstance(leaf, Alias):
        return f"*{leaf.name}"
    return f"&{leaf.anchor} " if leaf.anchor else ""


def scalar_lines(scalar: Scalar, indent: int) -> list[str]:
    """Give the lines of a text, all but the first with their indentation.

    Args:
        scalar: the text.
        indent: the column of what it belongs to.
    """
    if scalar.is_block:
        return _block_lines(scalar, indent + STEP)
    first, *more = scalar.written.split("\n")
    if not more:
        return [first]
    pad = " " * (indent + STEP)
    return [stripped(first), *(pad + line if line else "" for line in map(stripped, more))]


def on_one_line(scalar: Scalar) -> str | None:
    """Give a text in brackets on one line; None when its line breaks mean something."""
    if "\n" not in scalar.written:
        return scalar.written
    lines = [stripped(line) for line in scalar.written.split("\n")]
    if not all(lines) or any(line.endswith("\\") for line in lines):
        return None
    return " ".join(lines)


def stripped(line: str) -> str:
    """Take off the spaces that folding drops anyway; one behind a backslash is meant."""
    words = line.strip(" \t")
    return f"{words} " if words.endswith("\\") and line.lstrip(" \t") != words else words


def _block_lines(scalar: Scalar, column: int) -> list[str]:
    """Give the header and the lines of a `|` or `>` text, its words beginning in a column."""
    header, _, content = scalar.written.partition("\n")
    lines = content.split("\n")[:-1]
    given = next((int(sign) for sign in header if sign.isdigit()), 0)
    begin = scalar.base + given if given else _first_indent(lines)
    shifted = [" " * column + line[begin:] if len(line) > begin else "" for line in lines]
    if "+" not in header:
        while shifted and not shifted[-1]:
            shifted.pop()
    return [header.replace(str(given), str(STEP)) if given else header, *shifted]


def _first_indent(lines: list[str]) -> int:
    """Give the indentation of a text by its first line that is not blank."""
    first = next((line for line in lines if line.strip(" ")), "")
    return len(first) - len(first.lstrip(" ")) if first else max(map(len, lines), default=0)
