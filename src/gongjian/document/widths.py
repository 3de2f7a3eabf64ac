"""How wide text prints: in 字, the width of one Chinese character."""

from unicodedata import east_asian_width

NARROW = 0.5
"""A digit, Latin letter or half-width sign."""


def is_wide(character: str) -> bool:
    """Whether a character takes a whole 字; “ ” — … × count, a Chinese document sets them full."""
    return not character.isascii() and east_asian_width(character) in "WFA"


def width_of(text: str) -> float:
    """The width of one line of text."""
    if text.isascii():
        return len(text) * NARROW
    return sum(1 if is_wide(character) else NARROW for character in text)
