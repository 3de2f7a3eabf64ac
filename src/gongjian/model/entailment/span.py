"""A number known only to lie between two others."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high`, both included; a high of None has no limit."""

    low: Fraction
    high: Fraction | None

    def __mul__(self, other: Span) -> Span:
        """The product of two numbers that are at least 0."""
        return Span(self.low * other.low, times(self.high, other.high))

    @property
    def may_exceed_one(self) -> bool:
        """Whether it can be more than 1."""
        return self.high is None or self.high > 1


def exactly(number: Fraction | int) -> Span:
    """A number that is known."""
    return Span(Fraction(number), Fraction(number))


def times(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    """The product of two highest values, either of which may have no limit; 0 of anything is 0."""
    if one == 0 or other == 0:
        return Fraction(0)
    return None if one is None or other is None else one * other


ONE: Final = exactly(1)
AT_LEAST_ONE: Final = Span(Fraction(1), None)
"""At least one, nobody knows how many."""
