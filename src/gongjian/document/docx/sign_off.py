"""署名 and 成文日期 (GB/T 9704-2012, 7.3.5), their indents computed from the width of the text."""

from collections.abc import Iterator
from itertools import pairwise

from gongjian.document.docx.pieces import Cell, Line, Piece, Sheet, runs_of
from gongjian.document.layout import Profile
from gongjian.document.tree import Inlines, SignOff, plain_text
from gongjian.document.widths import is_wide

_MOST_SEALS = 3
"""In a row: a seal is 42 mm wide, the line 156 mm, and no seals may touch."""


def sign_off_pieces(sign_off: SignOff, profile: Profile) -> Iterator[Piece]:
    """The whole sign-off, the organisations first."""
    widths = [_width(name, profile) for name in sign_off.organisations]
    in_a_row = min(_MOST_SEALS, len(widths), profile.text_width // (max(widths) + profile.character))
    if sign_off.sealed and in_a_row > 1:
        yield _seals(sign_off, in_a_row, profile)
        yield Line("TableEnd", [])
    else:
        yield from _lines(sign_off, widths, profile)


def _seals(sign_off: SignOff, in_a_row: int, profile: Profile) -> Sheet:
    """Several organisations in rows, a place for a seal each, the date under the last (7.3.5.1)."""
    names = [Line("IssuerJoint", runs_of(name)) for name in sign_off.organisations]
    blanks = [Line("IssuerJoint", []) for _ in range(-len(names) % in_a_row)]
    whole = len(names) - len(names) % in_a_row
    places = [*names[:whole], *blanks, *names[whole:]]
    rows = [places[start : start + in_a_row] for start in range(0, len(places), in_a_row)]
    dated = [Line("DateJoint", []) for _ in range(in_a_row - 1)]
    rows.append([*dated, Line("DateJoint", runs_of(sign_off.date))])
    edges = [profile.text_width * index // in_a_row for index in range(in_a_row + 1)]
    columns = [right - left for left, right in pairwise(edges)]
    return Sheet("SigningTable", columns, [[Cell([line]) for line in row] for row in rows])


def _lines(sign_off: SignOff, widths: list[int], profile: Profile) -> Iterator[Line]:
    """One organisation under another, and the date."""
    place = _sealed if sign_off.sealed else _unsealed
    date = _width(sign_off.date, profile)
    for_name, for_date = place(max(widths), date, profile)
    for index, (width, inlines) in enumerate(zip(widths, sign_off.organisations, strict=True)):
        style = "IssuerSealed" if sign_off.sealed else "IssuerNext" if index else "Issuer"
        spare = max(widths) - width  # shorter names begin with the longest; under seals they share its middle
        yield Line(style, runs_of(inlines), right=for_name + (spare // 2 if sign_off.sealed else spare))
    yield Line("IssueDate", runs_of(sign_off.date), right=for_date)


def _unsealed(name: int, date: int, profile: Profile) -> tuple[int, int]:
    """Right indents of name and date: the date begins two characters after the name begins (7.3.5.2)."""
    two = 2 * profile.character
    if date > name:
        return max(0, two + date + two - name), two
    return two, max(0, name - date)


def _sealed(name: int, date: int, profile: Profile) -> tuple[int, int]:
    """Right indents of name and date: the date four characters in, the name centred over it (7.3.5.1)."""
    four = 4 * profile.character
    overhang = (min(name, profile.text_width) - date) // 2
    return max(0, four - overhang), max(four, overhang)


def _width(inlines: Inlines, profile: Profile) -> int:
    """The width of a text in twips."""
    return sum(
        profile.character if is_wide(character) else profile.digit for character in plain_text(inlines)
    )
