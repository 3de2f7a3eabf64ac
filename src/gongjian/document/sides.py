"""甲方 and 乙方: the plan's words about a pairing, as the two sides of an agreement say them."""

import re
from dataclasses import replace
from functools import cached_property
from typing import Literal

from gongjian.model.kinds import DEFAULT_KINDS, Kinds
from gongjian.model.measure import Commitment, Measure
from gongjian.model.plan import Plan
from gongjian.model.quota import Quota
from gongjian.model.school import Group, Mode, School

Side = Literal["甲方", "乙方", "双方"]

_LEADS = ("牵头学校", "牵头校", "核心学校", "核心校", "主体学校", "支援学校", "优质学校", "城市学校")
_MEMBERS = ("成员学校", "成员校", "受援学校", "受援校", "薄弱学校", "农村学校", "共同体学校")
_BOTH = ("两校", "各教共体", "共同体各校", "城乡初中")
"""What plans call the lead, the members and both, beside the schools' names."""

_MODES: frozenset[Mode] = frozenset({"融合型", "共建型", "协作型"})
"""Modes that parts of one plan may be about."""

_TOGETHER = "结对帮扶"
"""The kind of what makes up the pairing itself: no duty of either side."""

_BEFORE = "(?:每一?所|各所?|全体)?(?:城镇|融合型|共建型|协作型)?"
"""What goes with a word for a side and away with it."""

_SUBJECT = re.compile("(?:其中)?(甲方|乙方|双方)(?![与和、])")


class Sides:
    """The two sides of one pairing."""

    def __init__(self, plan: Plan, group: Group, kinds: Kinds = DEFAULT_KINDS) -> None:
        """Look the schools up once."""
        schools = {school.id: school for school in plan.schools}
        self.plan, self.group, self.kinds = plan, group, kinds
        self.lead = schools[group.lead]
        self.members = tuple(schools[name] for name in group.members)

    @property
    def alone(self) -> bool:
        """Whether 乙方 is a single school."""
        return len(self.members) == 1

    @property
    def mode(self) -> Mode:
        """The mode of the pairing."""
        return self.group.mode or self.plan.mode

    def side_of(self, commitment: Commitment) -> Side | None:
        """Tell whose duty a commitment is; None when it is nobody's of this pairing.

        What its sentence says somebody does is that side's, whoever else has a part in it.
        """
        if not self._is_ours(commitment) or self.kinds.is_a(commitment.activity, _TOGETHER):
            return None
        side = self._bound(commitment)
        subject = _SUBJECT.match(self.spoken(commitment.text or ""))
        return subject[1] if side and subject else side  # type: ignore[return-value]

    def concerns(self, measure: Measure) -> bool:
        """Tell whether a measure is about this pairing: not a bureau's own work, nor another mode's.

        In the plan of a bureau it is when a side has a duty in it; without commitments and
        departments, when it speaks of a side.
        """
        if self._of_another_mode(measure.heading):
            return False
        if self.plan.level == "校级" or any(map(self.side_of, measure.commitments)):
            return True
        if measure.commitments or measure.responsible:
            return False
        texts = (*measure.text, *(text for point in measure.points for text in point.text))
        return any(self._pattern.search(text) for text in texts)

    def promised(self, commitment: Commitment) -> Commitment:
        """Give a commitment with its quotas counted for this pairing alone."""
        quotas = tuple(
            self._for_us(quota) if isinstance(quota, Quota) else quota for quota in commitment.quota
        )
        return commitment.model_copy(update={"quota": quotas})

    def spoken(self, text: str) -> str:
        """Say a text of the plan as the agreement does: 甲方 and 乙方 for the schools' names."""
        text = self._pattern.sub(lambda match: self._called[match["name"]], text)
        return re.sub(r"(甲方|乙方)（\1）", r"\1", text)

    def _bound(self, commitment: Commitment) -> Side | None:
        """Tell whom a commitment binds by its 承担方; without one, both if schools made the plan."""
        if not commitment.by:
            mutual = self.plan.level == "校级" or commitment.direction in ("互派", "对等")
            return "双方" if mutual else None
        leads = {"牵头校", self.group.lead} & set(commitment.by)
        members = {"成员校", *self.group.members} & set(commitment.by)
        if leads and members:
            return "双方"
        return "甲方" if leads else "乙方" if members else None

    def _is_ours(self, commitment: Commitment) -> bool:
        """Tell whether a commitment is to this pairing (or to people), and to its mode."""
        schools = {school.id for school in self.plan.schools}
        named = schools & set(commitment.to)
        ours = not named or bool(named & {self.group.lead, *self.group.members})
        return ours and not self._of_another_mode(commitment.text or "")

    def _of_another_mode(self, text: str) -> bool:
        named = {mode for mode in _MODES if mode in text}
        return bool(named) and self.mode not in named

    def _for_us(self, quota: Quota) -> Quota:
        """Drop `per pair`; of several members, each is still counted."""
        if quota.per == "牵头校" or (quota.per in ("成员校", "对") and self.alone):
            return replace(quota, per=None)
        return replace(quota, per="校") if quota.per in ("成员校", "对") else quota

    @cached_property
    def _called(self) -> dict[str, str]:
        """Every word for a side, with what it becomes."""
        called = dict.fromkeys((*_LEADS, *_names(self.lead)), "甲方") | dict.fromkeys(_MEMBERS, "乙方")
        called["对方学校"] = "对方"
        if self.alone:
            called |= dict.fromkeys(_names(self.members[0]), "乙方") | dict.fromkeys(_BOTH, "双方")
        issuer = self.plan.document.issuer
        if len(issuer) == 1 and issuer[0] in called:
            called["我校"] = called[issuer[0]]
        return called

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, sorted(self._called, key=len, reverse=True)))
        return re.compile(f"{_BEFORE}(?P<name>{names})")


def _names(school: School) -> tuple[str, ...]:
    return (school.name, school.short) if school.short else (school.name,)
