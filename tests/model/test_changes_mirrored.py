"""What changed one way has changed back the other way, whatever was edited."""

import copy
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from gongjian.model.changes import Change, changes
from gongjian.model.plan import Plan
from gongjian.source.file import SourceFile

PLANS = ("yongli", "songyang", "zhengmu", "linhai", "gongtongti")
QUOTAS = (
    "≥2次/学期", "≥4次/学年", "≥1次/学期/成员校", "≥6次/学年", "=3年/人", "1-2人/学年/校", "≥1次/月", "若干次",
    ["≥20节/年", "≥2门/年"],
)  # fmt: skip
WORDS = ("甲", "另一段话。换了一句。", "2023-03-04", "示范课", "集体备课", "牵头校", "校长")
NAMES = ("id", "commitment")
"""Keys that stay: what refers to nothing has no way back."""
_BACK = {"tightened": "loosened", "loosened": "tightened", "added": "removed", "removed": "added"}


@cache
def written(name: str) -> Any:
    path = Path(__file__).parents[2] / f"plans/{name}.yaml"
    return SourceFile.read(path, path.name).exact


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield data, key
        if isinstance(value, dict | list):
            yield from places(value)


def edited(data: Any, chance: Random) -> Plan | None:
    """Edit a plan here and there; None when it is none any more."""
    data = copy.deepcopy(data)
    for _ in range(chance.randint(1, 4)):
        where, key = chance.choice(list(places(data)))
        if key not in NAMES:
            edit(where, key, chance)
    try:
        return Plan.model_validate(data)
    except ValidationError:
        return None


def edit(where: Any, key: Any, chance: Random) -> None:
    value = where[key]
    if key == "quota":
        where[key] = chance.choice(QUOTAS)
    elif isinstance(value, list) and value:
        chance.choice((chance.shuffle, lambda each: each.append(copy.deepcopy(chance.choice(each)))))(value)
    elif isinstance(value, str):
        where[key] = chance.choice(WORDS)
    elif isinstance(where, list):
        del where[key]


def facts(found: list[Change], *, back: bool = False) -> Counter[tuple[object, ...]]:
    """Count the changes by kind and place, those of order aside: they may be told in more than one way."""
    told = (each for each in found if each.kind != "moved")
    return Counter(
        (_BACK.get(each.kind, each.kind), each.new, each.old) if back else (each.kind, each.old, each.new)
        for each in told
    )


@given(st.sampled_from(PLANS), st.integers(0, 1_000_000))
def test_the_way_back_is_the_opposite(name: str, seed: int) -> None:
    chance = Random(seed)
    one, other = edited(written(name), chance), edited(written(name), chance)
    if one is None or other is None:
        return
    assert changes(one, one) == []
    assert facts(changes(one, other), back=True) == facts(changes(other, one))
