"""署名 and 成文日期 (GB/T 9704-2012, 7.3.5), their indents computed from the width of the text."""

from collections.abc import Iterator

from gongjian.document.docx.pieces import Line, runs_of
from gongjian.document.layout import Profile
from gongjian.document.tree import Inlines, SignOff, plain_text
from gongjian.document.widths import is_wide


def sign_off_lines(sign_off: SignOff, profile: Profile) -> Iterator[Line]:
    """The lines of the sign-off, the organisations first."""
    place = _sealed if sign_off.sealed else _unsealed
    widths = [_width(name, profile) for name in sign_off.organisations]
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
