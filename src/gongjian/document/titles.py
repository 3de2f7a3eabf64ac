"""Long titles broken into lines: words kept whole, shaped like a 梯形 or 菱形 (7.3.1).

There is no dictionary: breaks are sought where words known from such titles begin or end;
if no lines fit, within 《…》, “…” and （…） too, and at last between any two characters. Of all
ways to break, the cheapest is taken:

- a break before 关于 costs -5 (the organisation gets a line of its own), one after an
  organisation 0, one before a word that starts things (实施方案, 推进) or beside 《》 and “” 1,
  one between two other known words 3, any other 8;
- no line begins with 的 or a closing mark, none ends with an opening one; numbers stay whole;
- an additional line costs 3, lines all of one length 2, a middle line shorter than both its
  neighbours 6, a line of fewer than four characters 6;
- unevenness costs twice the lines' summed deviation from their mean, as a ratio.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from math import ceil, comb

from gongjian.document.widths import width_of
from gongjian.model.script import simplified

TITLE_WIDTH = 20
"""Characters of 2号 in a line: 156 mm / 22 pt (5.2.1, 7.3.1)."""

_MOST_WAYS = 3000

_ORGANISATIONS = (
    "教育体育局", "教育和体育局", "教育局", "教体局", "人民政府", "办公室", "委员会", "幼儿园", "小学", "中学", "学校",
    "学区", "校区", "集团", "联盟",
)  # fmt: skip
_STARTS = (
    "关于", "印发", "开展", "推进", "加强", "深化", "做好", "城乡", "城镇", "结对", "支援", "实施方案", "实施意见", "实施办法",
    "工作方案", "工作计划", "工作总结", "行动方案", "行动计划", "活动方案", "管理办法", "考核办法", "协议书", "责任书",
    "安排表", "花名册", "一览表", "名单", "台账",
)  # fmt: skip
_OTHERS = (
    "共建", "帮扶", "互助", "交流", "活动", "工作", "城乡学校", "城镇学校", "农村学校", "乡村学校", "教师", "校长", "教育",
    "教学", "农村", "乡村", "乡镇", "义务教育", "优质", "均衡", "发展", "共同体", "协作", "轮岗", "支教", "跟岗", "同步课堂",
    "三年", "五年", "行动", "学年度", "学年", "年度", "第一学期", "第二学期", "领导小组", "考核", "评价", "培训", "资源",
    "共享", "县域", "全县", "全市", "全区",
)  # fmt: skip
_NUMBER = r"〔\d+〕\d+号?|[\dA-Za-z.]+(?:[—～-][\dA-Za-z.]+)?(?:学年度?|年度?|月|日|号|届|个)?"
_WORD = "|".join([_NUMBER, *sorted((*_ORGANISATIONS, *_STARTS, *_OTHERS), key=len, reverse=True), "."])
_LOOSE = re.compile(_WORD, re.DOTALL)
_WHOLE = re.compile(f"《[^》]*》|“[^”]*”|（[^）]*）|{_WORD}", re.DOTALL)
_QUOTES = str.maketrans("「」『』", "“”‘’")
_NOT_FIRST = frozenset("的、，。：；！？）》〕”’·和与及等之—～")
_NOT_LAST = frozenset("（《〔“‘和与及第")

_WELCOME, _FREE, _GOOD, _KNOWN, _ANYWHERE = -5, 0, 1, 3, 8
_ONE_LENGTH, _WAIST, _STUMP, _ANOTHER_LINE = 2, 6, 6, 3
_STUMP_LENGTH = 4


@lru_cache(maxsize=256)
def break_title(title: str, width: float = TITLE_WIDTH) -> tuple[str, ...]:
    """The lines of a title; newlines in it are the author's own breaks and are kept."""
    if "\n" in title:
        return tuple(line for part in title.split("\n") for line in break_title(part, width))
    lines = _lines(simplified(title).translate(_QUOTES), width)
    ends = [0, *accumulate(map(len, lines))]
    return tuple(title[start:end] for start, end in pairwise(ends))


def _lines(title: str, width: float) -> tuple[str, ...]:
    """The lines of a title in Simplified characters."""
    fewest = ceil(width_of(title) / width)
    if fewest <= 1:
        return (title,)
    for atoms, dearest in ((_WHOLE, _KNOWN), (_LOOSE, _KNOWN), (_LOOSE, _ANYWHERE)):
        breaks = _breaks([atom[0] for atom in atoms.finditer(title)])
        allowed = {place: cost for place, cost in breaks if cost <= dearest}
        ways = [way for lines in (fewest, fewest + 1) for way in _ways(title, allowed, lines, width)]
        if ways:
            return min(ways, key=lambda way: way[0] + _ANOTHER_LINE * len(way[1]))[1]
    return tuple(_filled(title, width))


def _breaks(atoms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the title may be broken, as an offset, and what it costs."""
    place = 0
    for before, after in pairwise(atoms):
        place += len(before)
        if after[0] not in _NOT_FIRST and before[-1] not in _NOT_LAST:
            yield place, _break_cost(before, after)


def _break_cost(before: str, after: str) -> int:
    if after in _ORGANISATIONS:
        return _ANYWHERE
    if after == "关于":
        return _WELCOME
    if before in _ORGANISATIONS:
        return _FREE
    if after in _STARTS or before.endswith(("》", "”")) or after.startswith(("《", "“")):
        return _GOOD
    return _KNOWN if len(before) > 1 and len(after) > 1 else _ANYWHERE


def _ways(
    title: str, breaks: Mapping[int, int], lines: int, width: float
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Every way to break into so many lines that all fit, with its cost."""
    if comb(len(breaks), lines - 1) > _MOST_WAYS:
        return
    for places in combinations(breaks, lines - 1):
        ends = (0, *places, len(title))
        way = tuple(title[start:end] for start, end in pairwise(ends))
        lengths = [width_of(line) for line in way]
        if max(lengths) <= width:
            yield sum(breaks[place] for place in places) + _shape_cost(lengths), way


def _shape_cost(lengths: Sequence[float]) -> float:
    mean = sum(lengths) / len(lengths)
    cost = 2 * sum(abs(length - mean) for length in lengths) / mean
    if len(set(lengths)) == 1:
        cost += _ONE_LENGTH
    if any(
        middle < min(above, below)
        for above, middle, below in zip(lengths, lengths[1:], lengths[2:], strict=False)
    ):
        cost += _WAIST
    return cost + _STUMP * sum(length < _STUMP_LENGTH for length in lengths)


def _filled(title: str, width: float) -> Iterator[str]:
    """Lines filled one after another: for what is no title any more."""
    line = ""
    for character in title:
        if line and width_of(line + character) > width and character not in _NOT_FIRST:
            yield line
            line = ""
        line += character
    yield line
