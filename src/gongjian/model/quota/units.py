"""The units a quota counts in, by family. This table is the only place that knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of dimension: the units that measure it and how official prose bounds it."""

    name: str
    units: tuple[str, ...]
    whole: bool = True
    """Counted in whole units, so that <50人 is ≤49人; the others may take decimals."""
    at_least: str = "不少于"
    at_most: str = "不超过"


@dataclass(frozen=True, slots=True)
class Unit:
    """One canonical unit; `factor` of `base` make one of it, exactly (1万元 is 10000元)."""

    name: str
    family: str
    base: str
    factor: int = 1

    @property
    def prose(self) -> str:
        """Its name in official documents."""
        return UNITS_IN_PROSE.get(self.name, self.name)

    @property
    def whole(self) -> bool:
        """Whether it is only ever counted in whole numbers."""
        return FAMILIES[self.family].whole

    def __str__(self) -> str:
        return self.name


_FAMILIES: Final = (
    Family("次数", ("次", "场", "期", "遍")),
    Family("人数", ("人", "人次")),
    Family("课时", ("节", "课时", "学时")),
    Family("学科", ("门",)),
    Family("件数", ("篇", "个", "项", "台", "套", "册", "份", "件")),
    Family("金额", ("元", "万元"), whole=False),
    Family("时长", ("学期", "学年", "年", "月", "周", "天", "小时", "分钟"), whole=False),
    Family("比例", ("%",), whole=False, at_least="不低于", at_most="不高于"),
    Family("年龄", ("岁",), at_least="不低于"),  # 周岁 are completed years, hence whole
    Family("机构", ("所", "家", "对", "区", "校")),
)

# Only what is exact everywhere: a 月 has no fixed number of 天, a 学年 no fixed number of 月.
_CONVERSIONS: Final = {
    "万元": ("元", 10_000),
    "小时": ("分钟", 60),
    "周": ("天", 7),
    "年": ("月", 12),
    "学年": ("学期", 2),
}

_SYNONYMS: Final = {
    "名": "人", "位": "人", "个人": "人",
    "节课": "节", "门学科": "门", "门课程": "门", "所学校": "所", "对学校": "对",
    "周岁": "岁",
    "日": "天", "个月": "月", "星期": "周", "个星期": "周",
    "个学期": "学期", "个学年": "学年", "个小时": "小时",
}  # fmt: skip

FAMILIES: Final[dict[str, Family]] = {family.name: family for family in _FAMILIES}

UNITS: Final[dict[str, Unit]] = {
    name: Unit(name, family.name, *_CONVERSIONS.get(name, (name, 1)))
    for family in _FAMILIES
    for name in family.units
}

UNIT_WORDS: Final[dict[str, Unit]] = UNITS | {word: UNITS[name] for word, name in _SYNONYMS.items()}
"""Every word that names a unit, synonyms folded (名 is 人, 周岁 is 岁)."""

UNITS_IN_PROSE: Final = {"月": "个月", "学期": "个学期"}
"""Units that official prose spells out: 3月 would be March."""

REPEATED_IN_RANGES: Final = frozenset({"%", "万元"})
"""GB/T 15835-2011 on ranges: 15%至30%, never 15至30%; 13万元至17万元, never 13至17万元."""
