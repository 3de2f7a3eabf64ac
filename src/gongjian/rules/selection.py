"""Which rules are wanted: ids or their beginnings, chosen and left out."""

from dataclasses import dataclass
from typing import Self


class UnknownRuleError(ValueError):
    """A selection names no rule there is; the message says which, in Chinese."""


UNREADABLE = "GJ0"
"""How the ids of the rules about files that cannot be read begin: no other rule can say anything about such a file,
so that a choice of others must not make it look sound."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of rules; ids are matched from their beginning, so `GJ2` is every GJ2xx.

    What is chosen comes with what keeps it from being looked for at all; that can only be left out by name.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def parse(cls, select: str | None, ignore: str | None) -> Self:
        """Read what was given on the command line, ids parted by commas.

        Raises:
            UnknownRuleError: an id is the beginning of no rule's id.
        """
        return cls(_ids(select), _ids(ignore))

    def __contains__(self, rule: object) -> bool:
        """Whether findings of a rule, given by its id, are wanted."""
        name = str(rule)
        selected = not self.select or name.startswith((*self.select, UNREADABLE))
        return selected and not name.startswith(self.ignore or "-")


def _ids(given: str | None) -> tuple[str, ...]:
    ids = tuple(part.strip().upper() for part in (given or "").replace("，", ",").split(",") if part.strip())
    if ids:
        from gongjian.rules.index import RULES
        from gongjian.rules.suggestions import did_you_mean
    for name in ids:
        if not any(rule.startswith(name) for rule in RULES):
            raise UnknownRuleError(
                f"没有规则 {name}；{did_you_mean(name, RULES, '用 gongjian rules 看全部规则')}"
            )
    return ids
