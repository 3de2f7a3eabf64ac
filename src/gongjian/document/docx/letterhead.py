"""版头 (GB/T 9704-2012, 7.2): 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, and the red rule.

Paper that has the red parts in print (套红) gets the same lines without them, so that all
else lands where it belongs.
"""

from collections.abc import Iterator

from gongjian.document.docx.pieces import Cell, Fit, Line, Piece, Sheet, runs_of
from gongjian.document.layout import Profile
from gongjian.document.tree import Letterhead
from gongjian.document.widths import width_of

MARK_TOP = 4082
"""Twips from the edge of the paper, 72 mm: 35 mm under the top of the 版心 (7.2.4)."""

MARK_SIZE, MARK_LINE = 76, 800
"""38 pt, no more than tradition has, and the line in which its ink begins at the line's top."""

MOST_ABOVE = 3
"""Lines that may stand above the mark: 份号, 密级, 紧急程度."""

_NARROWEST = 60
"""Per cent; a name that needs less is set smaller."""

_TALLEST = 4
"""Issuers at full size; more share the height of these, so that the first page has room for text (7.2.4)."""

_GAP = 0.4
"""Characters between the issuers and the word beside them."""


def letterhead_pieces(letterhead: Letterhead, profile: Profile) -> Iterator[Piece]:
    """The whole 版头."""
    above = [
        Line(style, [("", text)])
        for style, text in (
            ("Copy", letterhead.copy),
            ("Secrecy", letterhead.secrecy),
            ("Secrecy", letterhead.urgency),
        )
        if text
    ]
    yield from above
    yield from _mark(letterhead, profile, len(above))
    yield from _signers(letterhead, profile) if letterhead.signers else _number(letterhead)


def _mark(letterhead: Letterhead, profile: Profile, above: int) -> Iterator[Piece]:
    """发文机关标志: one issuer with the word behind it, or several with the word beside them."""
    issuers, word = letterhead.issuers, letterhead.word
    printed = profile.red_head == "preprinted"
    if len(issuers) == 1:
        text = issuers[0] + word
        fit = _fit(width_of(text), 1, profile)
        yield Line(f"Mark{above}", [] if printed else [("", text)], fit=fit)
        return
    yield Line(f"MarkRoom{above}", [])
    longest = max(map(width_of, issuers))
    fit = _fit(longest + (_GAP + width_of(word) if word else 0), len(issuers), profile)
    if printed:
        yield from (Line("MarkName", [], fit=fit) for _ in issuers)
    else:
        yield _side_by_side(issuers, word, fit)


def _side_by_side(issuers: tuple[str, ...], word: str, fit: Fit | None) -> Sheet:
    """The issuers one under another, as wide as the longest; the word to their right, in the middle."""
    character = (fit.size * fit.scale / 100 if fit else MARK_SIZE) * 10
    names, gap, words = (
        round(width * character) for width in (max(map(width_of, issuers)), _GAP, width_of(word))
    )
    rows = [[Cell([Line("MarkName", [("", issuer)], fit=fit)])] for issuer in issuers]
    if not word:
        return Sheet("MarkTable", [names + gap], rows)
    for index, row in enumerate(rows):
        text = [] if index else [("", word)]
        row.append(Cell([Line("MarkWord", text, fit=fit)], merge="continue" if index else "restart"))
    return Sheet("MarkTable", [names + gap // 2, gap // 2 + words], rows)


def _fit(width: float, issuers: int, profile: Profile) -> Fit | None:
    """How a mark of so many characters fits into a line, and so many issuers onto the page."""
    share = min(1.0, _TALLEST / issuers)
    needed = width * MARK_SIZE * 10 * share
    if needed <= profile.text_width and share == 1:
        return None
    scale = min(100, int(100 * profile.text_width / needed))
    if scale < _NARROWEST:
        share *= scale / _NARROWEST
        scale = _NARROWEST
    size = int(MARK_SIZE * share)
    return Fit(scale, size, round(MARK_LINE * size / MARK_SIZE))


def _number(letterhead: Letterhead) -> Iterator[Line]:
    """发文字号 of a paper to equals or subordinates: centred over the rule."""
    yield Line("Number", runs_of(letterhead.number))


def _signers(letterhead: Letterhead, profile: Profile) -> Iterator[Line]:
    """发文字号 to the left and 签发人 to the right, two in a row, the number beside the last (7.2.5, 7.2.6)."""
    signers = letterhead.signers
    widest = round(max(map(width_of, signers)) * profile.character)
    second = widest + profile.character if len(signers) > 1 else 0
    names = profile.text_width - profile.character - widest - second
    word = f"{letterhead.signer_word}："
    label = names - round(width_of(word) * profile.character)
    rows = [signers[start : start + 2] for start in range(0, len(signers), 2)]
    for index, row in enumerate(rows):
        first, last = index == 0, index == len(rows) - 1
        style = (
            ("NumberUpward" if last else "Signers") if first else ("NumberNext" if last else "SignersNext")
        )
        runs = runs_of(letterhead.number) if last else []
        runs += [("", "\t" + (word if first else ""))]
        for place, signer in enumerate(row):
            runs += [("", "\t")] * (place > 0) + [("Signer", signer)]
        yield Line(style, runs, tabs=(label if first else names, names + second))
