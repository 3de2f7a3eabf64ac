"""Who takes part and for how long: what the numbers per school, pair or person are multiplied by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from gongjian.model.quota import Subject


@dataclass(frozen=True, slots=True)
class Parties:
    """The plan's first and last day and how many schools, pairs, people and classes there are.

    `pairs` is the number of members when not given, as each member is paired with one lead school.
    None for people and classes means that nobody knows; there is at least one.

    Raises:
        ValueError: the plan ends before it begins, or a number is negative.
    """

    start: date
    end: date
    members: int = 1
    leads: int = 1
    pairs: int | None = None
    people: int | None = None
    classes: int | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"方案的结束（{self.end}）早于开始（{self.start}）")
        numbers = (self.members, self.leads, self.pairs, self.people, self.classes)
        if any(number is not None and number < 0 for number in numbers):
            raise ValueError("学校、结对、人数、班数不能小于 0")

    def number(self, subject: Subject) -> int | None:
        """How many of that subject there are; None when unknown."""
        table: dict[Subject, int | None] = {
            "成员校": self.members,
            "牵头校": self.leads,
            "校": self.members + self.leads,
            "对": self.members if self.pairs is None else self.pairs,
            "人": self.people,
            "班": self.classes,
        }
        return table[subject]
