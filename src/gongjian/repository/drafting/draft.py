"""The draft of a plan: what the template writes, filled in by the archetype and by what packs demand."""

from dataclasses import dataclass, field
from datetime import date

from gongjian.model.calendar import Calendar
from gongjian.model.kinds import Kinds
from gongjian.model.people import Person
from gongjian.model.quota import Quota
from gongjian.repository.drafting.request import Request

MonthDay = tuple[int, int]


@dataclass
class Promise:
    """A commitment to be written, and where it comes from."""

    id: str
    activity: str
    quota: tuple[str, ...] = ()
    by: str | None = None
    direction: str | None = None
    base: str | None = None
    audience: str | None = None
    soft: bool = False
    milestones: dict[MonthDay, float] = field(default_factory=dict)
    source: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """What it promises; two that promise the same are one."""
        return (self.activity, self.quota, self.by, self.direction, self.base, self.audience, self.soft)

    def reach(self, percent: float, by: MonthDay, calendar: Calendar) -> None:
        """Promise a share of it by a day of the year; what asks no more than an earlier day is left out."""
        self.milestones[by] = max(percent, self.milestones.get(by, 0))
        period = next((quota.period for quota in map(Quota.parse, self.quota) if quota.period), None)
        rising: dict[MonthDay, float] = {}
        for day in sorted(self.milestones, key=lambda day: calendar.order(period, day)):
            if self.milestones[day] > max(rising.values(), default=0):
                rising[day] = self.milestones[day]
        self.milestones = rising


@dataclass
class Part:
    """A measure to be written."""

    heading: str
    text: str = ""
    points: list[str] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    deadline: MonthDay | None = None
    source: str = ""


@dataclass
class Officer:
    """Somebody in the leading group: by name where the plan needs one, always by post."""

    posts: list[str]
    name: str = ""
    school: str = ""
    unit: str = ""

    def person(self) -> Person:
        """Give them as the plan has them."""
        return Person(name=self.name or None, post=tuple(self.posts) or (self.name,), unit=self.unit or None)


@dataclass
class Passage:
    """Something the plan must speak of."""

    heading: str
    text: str
    source: str = ""


@dataclass
class Draft:
    """All that the template writes of a plan."""

    request: Request
    date: date
    leader: Officer
    deputies: list[Officer] = field(default_factory=list)
    members: list[Officer] = field(default_factory=list)
    office_head: Officer | None = None
    parts: list[Part] = field(default_factory=list)
    phases: list[Passage] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    bundling: str = ""
    bundling_source: str = ""

    @property
    def promises(self) -> list[Promise]:
        """All commitments."""
        return [promise for part in self.parts for promise in part.promises]

    def promise(self, promise: Promise, kinds: Kinds) -> Promise:
        """Add a commitment to the measure it belongs to; give the one that says the same when there is one."""
        for known in self.promises:
            if known.said == promise.said:
                return known
        taken = {each.id for each in self.promises}
        names = (promise.id, *(f"{promise.id}-{number}" for number in range(2, len(taken) + 3)))
        promise.id = next(name for name in names if name not in taken)
        self.part(heading_for(promise.activity, kinds)).promises.append(promise)
        return promise

    def part(self, heading: str) -> Part:
        """Give the measure of a heading, a new one when there is none."""
        for part in self.parts:
            if part.heading == heading:
                return part
        self.parts.append(Part(heading))
        return self.parts[-1]


HEADINGS = {
    "教研活动": "教学研究",
    "课堂教学交流": "教学研究",
    "送教": "送教到校",
    "线上教学": "线上教学",
    "教师培训": "教师培训",
    "教师交流": "教师交流",
    "干部交流": "管理交流",
    "会议": "管理交流",
    "学校管理": "管理交流",
    "教学检查": "教学管理",
    "质量监测": "教学管理",
    "教育科研": "教育科研",
    "学生活动": "学生活动",
    "资源共享": "资源共享",
    "结对帮扶": "结对组建",
    "组织建设": "组织建设",
    "考核评价": "考核督导",
    "支教教师条件": "支教教师的工作量",
    "文件材料": "计划与总结",
}
"""For the kinds of activity at the root of the tree, the measure that they are promised under."""

OTHER = "其他工作"


def heading_for(activity: str, kinds: Kinds) -> str:
    """Give the heading of the measure that a kind of activity belongs under."""
    lineage = (kinds.canonical(activity) or activity, *kinds.ancestors(activity))
    return next((HEADINGS[name] for name in lineage if name in HEADINGS), OTHER)
