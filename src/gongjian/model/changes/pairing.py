"""Which item of the old list is which of the new one."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
Key = Callable[[T], Hashable | None]
"""What makes an item what it is; None when it has nothing of the kind."""


@dataclass(slots=True)
class Pairing(Generic[T]):
    """Items by their indexes.

    Attributes:
        pairs: index in the old list and in the new one, in the order of the new one.
        gone: indexes in the old list.
        come: indexes in the new list.
    """

    pairs: list[tuple[int, int]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    come: list[int] = field(default_factory=list)


def pair_up(old: Sequence[T], new: Sequence[T], keys: Sequence[Key[T]]) -> Pairing[T]:
    """Pair items that are equal, then those with the same key, the surest key first.

    Several with one key are paired in their order.
    """
    pairing: Pairing[T] = Pairing(gone=list(range(len(old))), come=list(range(len(new))))
    for key in keys:
        _pair_by(key, old, new, pairing)
    pairing.pairs.sort(key=lambda pair: pair[1])
    return pairing


def _pair_by(key: Key[T], old: Sequence[T], new: Sequence[T], pairing: Pairing[T]) -> None:
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index in pairing.gone:
        if (name := key(old[index])) is not None:
            waiting[name].append(index)
    left = []
    for index in pairing.come:
        name = key(new[index])
        if name is not None and waiting.get(name):
            pairing.pairs.append((waiting[name].popleft(), index))
        else:
            left.append(index)
    paired = {first for first, _ in pairing.pairs}
    pairing.gone = [index for index in pairing.gone if index not in paired]
    pairing.come = left


def out_of_order(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that must be moved for the order to be the same: as few as possible.

    Args:
        pairs: in the order of the new list.
    """
    stays = set(_longest_rising([first for first, _ in pairs]))
    return (pair for pair in pairs if pair[0] not in stays)


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Give a longest rising part of distinct numbers (patience sorting)."""
    from bisect import bisect_left

    tops: list[int] = []
    below: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tops, number)
        below[number] = tops[at - 1] if at else None
        tops[at : at + 1] = [number]
    rising = []
    last = tops[-1] if tops else None
    while last is not None:
        rising.append(last)
        last = below[last]
    return rising
