"""What else must agree before two quotas are compared: the kind of activity, the direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gongjian.model.kinds import Kinds

DIRECTIONS: Final[dict[str, frozenset[str]]] = {
    "派出": frozenset({"派出"}),
    "派入": frozenset({"派入"}),
    "互派": frozenset({"互派", "派出", "派入"}),
    "对等": frozenset({"对等", "互派", "派出", "派入"}),
}
"""Which directions a promised one answers; 对等 is 互派 in equal numbers, 互派 goes both ways."""


def kind_entails(kinds: Kinds, commitment_kind: str, requirement_kind: str) -> bool:
    """Whether a commitment to one kind of activity is one to the other: 示范课 is a 公开课, not the reverse."""
    return kinds.is_a(commitment_kind, requirement_kind)


def direction_entails(commitment: str | None, requirement: str | None) -> bool:
    """Whether people go the way that is asked for; a requirement without a direction asks for none."""
    return requirement is None or requirement in DIRECTIONS.get(commitment or "", frozenset())
