"""Quotas as values: what one says, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from gongjian.model.quota.number import Number, tidy, written
from gongjian.model.quota.scope import PERIOD_PROSE, SUBJECT_PROSE, Period, Subject
from gongjian.model.quota.units import FAMILIES, REPEATED_IN_RANGES, Unit

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

FULL: Final = 100
"""The percentage that leaves nothing out; prose says 达到100%, not 不低于100%."""


@dataclass(frozen=True, slots=True, repr=False)
class Quota:
    """One 量化指标: so much of a unit, within each period, for each subject.

    Both bounds are inclusive and counted in `unit`; at least one is set. Equal quotas print alike.

    Raises:
        ValueError: no bound, a negative or reversed one, a fraction of what is counted in whole
            units, or a number of more than 30 digits.
        TypeError: a bound is a float.
    """

    unit: Unit
    minimum: Number | None = None
    maximum: Number | None = None
    period: Period | None = None
    per: Subject | None = None

    def __post_init__(self) -> None:
        for name in ("minimum", "maximum"):
            bound = getattr(self, name)
            if bound is not None:
                object.__setattr__(self, name, self._checked(bound))
        if self.minimum is None and self.maximum is None:
            raise ValueError("指标至少要有一个界限")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError(f"范围写反了：{_written(self.minimum)} 大于 {_written(self.maximum)}")

    def _checked(self, bound: Number) -> Number:
        bound = tidy(bound)
        if bound < 0:
            raise ValueError(f"{self.unit.family}不能小于 0")
        if self.unit.whole and isinstance(bound, Decimal):
            raise ValueError(f"“{self.unit}”按整数计，不能是 {written(bound)}{self.unit}")
        return bound

    @classmethod
    def parse(cls, text: str) -> Quota:
        """Read a quota; see `parse_quota`."""
        from gongjian.model.quota.grammar import parse_quota

        return parse_quota(text)

    @property
    def canonical(self) -> str:
        """The short form: ≥2人/学期, 1-2人/学年/校, =3年/人, ≤50岁."""
        return "/".join(filter(None, (self._bounds, self.period, self.per)))

    @property
    def prose(self) -> str:
        """The form for official documents: 每所成员校每学期不少于1次. Reads back as the same quota."""
        subject = SUBJECT_PROSE[self.per] if self.per else ""
        period = PERIOD_PROSE[self.period] if self.period else ""
        return subject + period + self._bounds_in_prose

    def as_json(self, text: str | None = None) -> dict[str, Any]:
        """What `gongjian quota --format json` prints for `text`; min and max count in `dimension`.

        Whole bounds are ints; the others are floats, as JSON has no exact decimals.
        """
        return {
            "input": self.canonical if text is None else text,
            "canonical": self.canonical,
            "prose": self.prose,
            "dimension": self.unit.name,
            "family": self.unit.family,
            "min": _json_number(self.minimum),
            "max": _json_number(self.maximum),
            "period": self.period,
            "per": self.per,
        }

    @property
    def _bounds(self) -> str:
        low, high = _written(self.minimum), _written(self.maximum)
        if low and high:
            return f"={low}{self.unit}" if low == high else f"{low}-{high}{self.unit}"
        return f"≥{low}{self.unit}" if low else f"≤{high}{self.unit}"

    @property
    def _bounds_in_prose(self) -> str:
        low, high, unit = _written(self.minimum), _written(self.maximum), self.unit.prose
        if low and high:
            first = f"{low}{unit}" if self.unit.name in REPEATED_IN_RANGES else low
            return f"{low}{unit}" if low == high else f"{first}至{high}{unit}"
        return f"{self._at_least}{low}{unit}" if low else f"{self._at_most}{high}{unit}"

    @property
    def _at_least(self) -> str:
        everything = self.unit.family == "比例" and self.minimum == FULL
        return "达到" if everything else FAMILIES[self.unit.family].at_least

    @property
    def _at_most(self) -> str:
        return FAMILIES[self.unit.family].at_most

    def __str__(self) -> str:
        return self.canonical

    def __repr__(self) -> str:
        return f"Quota({self.canonical!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from gongjian.model.quota.schema import QUOTA_TEXT

        return QUOTA_TEXT.__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        from gongjian.model.quota.schema import QUOTA_TEXT

        return QUOTA_TEXT.__get_pydantic_json_schema__(schema, handler)


@dataclass(frozen=True, slots=True, repr=False)
class VagueQuota:
    """What stands where a quota belongs and carries no number: 定期, 若干人/学期, 一定比例."""

    word: str
    unit: Unit | None = None
    period: Period | None = None
    per: Subject | None = None

    @property
    def canonical(self) -> str:
        """The vague word, with whatever unit and scope it was given."""
        return "/".join(filter(None, (f"{self.word}{self.unit or ''}", self.period, self.per)))

    def __str__(self) -> str:
        return self.canonical

    def __repr__(self) -> str:
        return f"VagueQuota({self.canonical!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from gongjian.model.quota.schema import VAGUE_TEXT

        return VAGUE_TEXT.__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        from gongjian.model.quota.schema import VAGUE_TEXT

        return VAGUE_TEXT.__get_pydantic_json_schema__(schema, handler)


def _written(bound: Number | None) -> str:
    return "" if bound is None else written(bound)


def _json_number(bound: Number | None) -> int | float | None:
    return float(bound) if isinstance(bound, Decimal) else bound
