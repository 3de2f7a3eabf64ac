"""Kinds of activity (活动类型): a tree with canonical names, aliases and parents.

    >>> DEFAULT_KINDS.canonical("展示课")
    '示范课'
    >>> DEFAULT_KINDS.is_a("展示课", "教研活动")
    True

The tree itself is data, in `kind_table`. A policy pack or a repository adds its own with
`Kinds.extended`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Final

from gongjian.model.kind_table import TREE
from gongjian.model.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CLOSE: Final = 0.5
"""How alike two names must be (difflib's ratio) for one to be offered for the other."""


class KindError(ValueError):
    """Kinds that contradict each other; the message says how, in Chinese."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its canonical name, other names for the same thing, and what it is a kind of."""

    name: str
    parents: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kinds:
    """Kinds that know each other. Parents may be named by an alias.

    Raises:
        KindError: a name stands for two kinds, a parent is unknown, or a kind is its own ancestor.
    """

    kinds: tuple[Kind, ...]

    def __post_init__(self) -> None:
        for kind in self.kinds:
            for parent in kind.parents:
                if parent not in self:
                    raise KindError(f"“{kind.name}”的上级“{parent}”没有这个类型{self._did_you_mean(parent)}")
        for kind in self.kinds:
            self._refuse_circle(kind.name, ())

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.kinds)

    def __contains__(self, name: str) -> bool:
        return self.canonical(name) is not None

    def canonical(self, name: str) -> str | None:
        """The canonical name of what is written, in either script; None when it is unknown."""
        name = name.strip()
        return self._names.get(name) or self._names.get(simplified(name))

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether the one is the other or a kind of it. Unknown names are only themselves."""
        known = self._lineages.get(kind)
        if known is None:
            known = self._lineages[kind] = frozenset({self._called(kind), *self.ancestors(kind)})
        return self._called(ancestor) in known

    def _called(self, name: str) -> str:
        return self.canonical(name) or simplified(name.strip())

    def ancestors(self, kind: str) -> tuple[str, ...]:
        """Everything it is a kind of, the nearest first; nothing for an unknown name."""
        found: dict[str, None] = {}
        level = self._parents.get(self.canonical(kind) or "", ())
        while level:
            found.update(dict.fromkeys(level))
            level = tuple(up for name in level for up in self._parents[name] if up not in found)
        return tuple(found)

    def nearest(self, name: str) -> list[str]:
        """Up to three canonical names that look like it, the most alike first."""
        name = simplified(name.strip())
        within = [known for known in self._names if known in name or (len(name) > 1 and name in known)]
        within.sort(key=lambda known: (abs(len(known) - len(name)), known))
        close = get_close_matches(name, self._names, n=6, cutoff=CLOSE)
        return list(dict.fromkeys(self._names[known] for known in (*within, *close)))[:3]

    def extended(self, more: Iterable[Kind]) -> Kinds:
        """These and more; what is said of a kind that is there already is added to it.

        Raises:
            KindError: as for `Kinds`.
        """
        kinds = {kind.name: kind for kind in self.kinds}
        for kind in more:
            there = kinds.get(kind.name)
            kinds[kind.name] = _merged(there, kind) if there else kind
        return Kinds(tuple(kinds.values()))

    @cached_property
    def _lineages(self) -> dict[str, frozenset[str]]:
        """For each name that was asked for, its canonical name and all above it."""
        return {}

    @cached_property
    def _names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for kind in self.kinds:
            for name in (kind.name, *kind.aliases):
                if names.setdefault(name, kind.name) != kind.name or not name.strip():
                    raise KindError(f"“{name}”已经是“{names[name]}”的名称，不能再指“{kind.name}”")
        return names

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        return {
            kind.name: tuple(self.canonical(parent) or parent for parent in kind.parents)
            for kind in self.kinds
        }

    def _refuse_circle(self, name: str, below: tuple[str, ...]) -> None:
        if name in below:
            circle = "”→“".join((*below[below.index(name) :], name))
            raise KindError(f"类型的上级绕成了圈：“{circle}”")
        for parent in self._parents[name]:
            self._refuse_circle(parent, (*below, name))

    def _did_you_mean(self, name: str) -> str:
        near = self.nearest(name)
        return f"，是不是“{near[0]}”？" if near else ""


def _merged(there: Kind, more: Kind) -> Kind:
    return replace(
        there,
        parents=tuple(dict.fromkeys((*there.parents, *more.parents))),
        aliases=tuple(dict.fromkeys((*there.aliases, *more.aliases))),
    )


def read_tree(text: str) -> Iterator[Kind]:
    """Kinds from an outline: a line a kind, indented below its parent.

    `名称 = 别名 别名 < 另一个上级`; the parts after the name may be missing.
    """
    above: list[tuple[int, str]] = []
    for line in filter(str.strip, text.splitlines()):
        depth = len(line) - len(line.lstrip())
        names, _, others = line.partition("<")
        name, _, aliases = (part.strip() for part in names.partition("="))
        while above and above[-1][0] >= depth:
            above.pop()
        parents = (*(parent for _, parent in above[-1:]), *others.split())
        above.append((depth, name))
        yield Kind(name, parents, tuple(aliases.split()))


DEFAULT_KINDS: Final = Kinds(tuple(read_tree(TREE)))
"""The kinds that pairing plans speak of."""
