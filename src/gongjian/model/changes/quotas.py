"""Is a quota tightened or loosened? Each is asked whether it guarantees the other."""

from collections.abc import Sequence
from typing import TypeAlias

from gongjian.model.calendar import Calendar
from gongjian.model.changes.change import ChangeKind
from gongjian.model.entailment import IncomparableError, Parties, entails_all
from gongjian.model.quota import Quota, VagueQuota

Quantities: TypeAlias = Sequence[Quota | VagueQuota]


def quota_change(
    old: Quantities, new: Quantities, calendar: Calendar, parties: Sequence[Parties | None]
) -> tuple[ChangeKind, str]:
    """Tell how quotas changed that are not the same, and what is to be said of it.

    Where other schools take part in the new version than in the old, or for another time, both count:
    the way back is then the opposite.
    """
    before, after = _numbers(old), _numbers(new)
    if not before and not after:
        return "changed", ""
    if not before:
        return "tightened", "原来没有数量"
    if not after:
        return "loosened", "不再有数量"
    stronger = _guarantees(after, before, calendar, parties)
    weaker = _guarantees(before, after, calendar, parties)
    if stronger is None or weaker is None:
        return "changed", "计数的单位或范围不同，不能比较松紧"
    return _VERDICTS[stronger, weaker]


_VERDICTS: dict[tuple[bool, bool], tuple[ChangeKind, str]] = {
    (True, True): ("changed", "写法不同，要求一样"),
    (True, False): ("tightened", ""),
    (False, True): ("loosened", ""),
    (False, False): ("changed", "新旧两条谁也不能保证谁"),
}
"""By whether the new guarantees the old, and the old the new."""


def _numbers(quantities: Quantities) -> list[Quota]:
    return [each for each in quantities if isinstance(each, Quota)]


def _guarantees(
    ones: list[Quota], others: list[Quota], calendar: Calendar, parties: Sequence[Parties | None]
) -> bool | None:
    """Tell whether whoever keeps the ones keeps the others, whoever takes part; None when no arithmetic relates them."""
    try:
        return all(
            answer.satisfied for each in parties for answer in entails_all(ones, others, calendar, each)
        )
    except IncomparableError:
        return None
