"""Numbers that Word counts itself (``numbering: auto``): 一、（一）1.（1）① as a multi-level list.

Two lists are defined, one that the heading styles are linked to and one for numbered
items; whatever begins to count anew (an annex, a list) is an instance of them.
"""

from dataclasses import dataclass, field

LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
    ("decimalEnclosedCircle", "%5"),
)
"""Form and text of each level, the same as `gongjian.document.numbering` writes out."""

HEADINGS, ITEMS = 0, 1
"""The two lists."""

BODY = 1
"""The instance that the heading styles are linked to: the headings of the body."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """One count: which list it is of, and with what number each level starts."""

    id: int
    list: int
    starts: tuple[int, ...] = (1,) * len(LEVELS)


@dataclass(slots=True)
class Sequences:
    """All counts of a document."""

    made: list[Sequence] = field(default_factory=lambda: [Sequence(BODY, HEADINGS)])

    def begin_headings(self) -> int:
        """Count the headings of an annex from the beginning; the id of their sequence."""
        return self._begin(HEADINGS, ())

    def begin_items(self, level: int, start: int) -> int:
        """Count the items of a list, the outermost of the given level and from ``start``."""
        return self._begin(ITEMS, (*(1,) * (level - 1), start))

    def _begin(self, which: int, starts: tuple[int, ...]) -> int:
        padded = (*starts, *(1,) * (len(LEVELS) - len(starts)))
        self.made.append(Sequence(len(self.made) + 1, which, padded))
        return len(self.made)
