"""签署: where the parties to an agreement sign, side by side and on one page."""

from collections.abc import Iterator
from itertools import pairwise, zip_longest

from gongjian.document.docx.pieces import Cell, Line, Piece, Sheet, runs_of
from gongjian.document.tree import Signing


def signing_pieces(signing: Signing, available: int) -> Iterator[Piece]:
    """A table without rules, a column a party; its lines keep together by their style."""
    parties = len(signing.parties)
    edges = [available * index // parties for index in range(parties + 1)]
    rows = [
        [Cell([Line("Signing", runs_of(line))]) for line in row]
        for row in zip_longest(*signing.parties, fillvalue=())
    ]
    yield Sheet("SigningTable", [right - left for left, right in pairwise(edges)], rows)
    yield Line("TableEnd", [])
