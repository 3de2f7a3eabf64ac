"""Which registered schools a wrong name may mean."""

from difflib import SequenceMatcher
from heapq import nlargest

from gongjian.model.school_names import may_be_one_school, name_key
from gongjian.model.school_registry import Registry

_LIKE = 0.6
_COMPARED = 24
_COMMON = frozenset("市县区镇乡村中心小初高学校第")
"""Characters that tell no school from another."""


def nearest_schools(name: str, registry: Registry, most: int = 3) -> list[str]:
    """Give the official names most like a name, the likeliest first.

    To compare all of two thousand names would take longer than to check the plan: only those are
    compared that share most of the telling characters. One that shares none is no guess where others
    share some: 坑西中心小学 is 坑西小学 rather than 黄田中心小学.
    """
    wanted = name_key(name)
    telling = frozenset(wanted) - _COMMON
    candidates = nlargest(_COMPARED, registry.names, key=lambda pair: len(telling.intersection(pair[0])))
    scored = [(_likeness(wanted, key), official, not telling.isdisjoint(key)) for key, official in candidates]
    likely = sorted((each for each in scored if each[0] >= _LIKE), key=lambda each: (-each[0], each[1]))
    telling_ones = [official for _, official, shares in likely if shares]
    return list(dict.fromkeys(telling_ones or (official for _, official, _ in likely)))[:most]


def _likeness(one: str, other: str) -> float:
    """How like two names are, from 0 to 1; a short form of a name is rather like it."""
    return max(SequenceMatcher(None, one, other).ratio(), 0.9 if may_be_one_school(one, other) else 0.0)
