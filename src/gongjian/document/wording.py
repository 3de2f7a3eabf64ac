"""The plan's facts as sentences: commitments, people, pairings, periods.

Texts only; what the sentences stand in (headings, lists, tables) is the templates'.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from gongjian.model.activity import Activity
from gongjian.model.dates import DateSpan, Period
from gongjian.model.ledger import Record
from gongjian.model.measure import Commitment, Measure, Milestone
from gongjian.model.people import Leadership, Person
from gongjian.model.plan import Plan
from gongjian.model.quota import Quota
from gongjian.model.school import Group, School

_DIRECTIONS = {
    "互派": "采取互派方式",
    "对等": "双方人数对等",
    "派出": "由承担方派出",
    "派入": "接收对方派入",
}
_COMMON_YEAR = 2023
"""A year without 29 February, for deadlines of any year."""


class Wording:
    """Sentences about one plan; knows its schools by id."""

    def __init__(self, plan: Plan) -> None:
        """Look the schools up once."""
        self.plan = plan
        self.schools = {school.id: school for school in plan.schools}

    def school(self, name: str) -> str:
        """Give a school's name for its id; other words as they are."""
        school = self.schools.get(name)
        return _called(school) if school else name

    def party(self, names: Iterable[str]) -> str:
        """Join parties: ids become names, words like 牵头校 stay."""
        return "、".join(self.school(name) for name in names)

    def person(self, person: Person) -> str:
        """Write a person as 姓名（单位职务）, or the office alone."""
        where = self.school(person.school) if person.school else person.unit or ""
        post = where + "、".join(person.post)
        return f"{person.name}（{post}）" if person.name and post else person.name or post

    def office(self, person: Person) -> str:
        """Write a person by the office: 永利小学校长王某某, or what of it is known."""
        where = self.school(person.school) if person.school else person.unit or ""
        return where + "、".join(person.post) + (person.name or "")

    def people(self, people: Iterable[Person]) -> str:
        """Join people; where none has an office they are listed by school."""
        people = tuple(people)
        schools = list(dict.fromkeys(person.school for person in people))
        if len(people) > 2 and None not in schools and not any(person.post for person in people):
            names = {
                school: "、".join(p.name or "" for p in people if p.school == school) for school in schools
            }
            return "；".join(f"{self.school(school or '')}：{listed}" for school, listed in names.items())
        return "、".join(self.person(person) for person in people)

    def leaders(self, leadership: Leadership) -> list[tuple[str, str]]:
        """List who leads, a (role, people) a line."""
        office = leadership.office
        lines = [
            ("组长", self.person(leadership.leader) if leadership.leader else ""),
            ("副组长", self.people(leadership.deputies)),
            ("成员", self.people(leadership.members)),
        ]
        if office:
            lines.append(("办公室", f"设在{office.at}" if office.at else ""))
            lines.append(("办公室主任", self.person(office.head) if office.head else ""))
            lines.append(("办公室成员", self.people(office.members)))
        return [(role, names) for role, names in lines if names]

    def commitment(self, commitment: Commitment) -> str:
        """Write a commitment as a sentence, its quota in official prose."""
        quota = "，".join(each.prose if isinstance(each, Quota) else each.word for each in commitment.quota)
        text = commitment.text.replace("{指标}", quota) if commitment.text else self._made(commitment, quota)
        return _ended(text.removesuffix("。") + _milestones(commitment.milestones))

    def _made(self, commitment: Commitment, quota: str) -> str:
        """Make a sentence for a commitment that brings none of its own."""
        clauses = (
            f"由{self.party(commitment.by)}承担" if commitment.by else "",
            f"面向{self.party(commitment.to)}" if commitment.to else "",
            _DIRECTIONS.get(commitment.direction or "", ""),
            f"在{commitment.when}进行" if commitment.when else "",
            f"力争{quota}" if commitment.soft and quota else quota,
        )
        return commitment.activity + "，".join(clause for clause in clauses if clause)

    def duty(self, measure: Measure) -> str:
        """Write who answers for a measure and until when; empty when neither is told."""
        parts = []
        if measure.responsible:
            parts.append("责任单位：" + self.party(measure.responsible))
        if measure.deadline:
            parts.append("完成时限：" + before(measure.deadline))
        return f"{'；'.join(parts)}。" if parts else ""

    def venue(self, entry: Activity | Record) -> str:
        """Write where something takes place: the school, and the room in it."""
        return (self.school(entry.host) if entry.host else "") + (entry.place or "")

    def pairing(self, group: Group) -> str:
        """Write a group as 牵头校——成员校、成员校, behind its name where it has one."""
        name = f"{group.name}：" if group.name else ""
        note = f"（{group.note}）" if group.note else ""
        return f"{name}{self.full_name(group.lead)}——{'、'.join(map(self.full_name, group.members))}{note}"

    def full_name(self, school_id: str) -> str:
        """Give a school's full name for its id."""
        school = self.schools.get(school_id)
        return school.name if school else school_id


def _called(school: School) -> str:
    return school.short or school.name


def _ended(sentence: str) -> str:
    """End a sentence as one."""
    return sentence if sentence.endswith(("。", "！", "？", "；")) else f"{sentence}。"


def _milestones(milestones: Sequence[Milestone]) -> str:
    """Write milestones as 6月底前完成30%，…，11月底前全面完成, in brackets."""
    parts = [
        f"{before(milestone.by)}{'全面完成' if milestone.percent == 100 else f'完成{milestone.percent:g}%'}"
        for milestone in milestones
    ]
    return f"（{'，'.join(parts)}）" if parts else ""


def before(deadline: tuple[int, int]) -> str:
    """Write a day of the year as a deadline: 6月15日前, 6月底前."""
    month, of_month = deadline
    whole = of_month == monthrange(_COMMON_YEAR, month)[1]
    return f"{month}月底前" if whole else f"{month}月{of_month}日前"


def period(period: Period) -> str:
    """Write a period: its own words, else 2022年9月1日至2025年7月31日."""
    return period.label or f"{day(period.start)}至{day(period.end)}"


def months(period: Period) -> str:
    """Write a period by its months, as phases and titles are told."""
    if period.label:
        return period.label
    first, last = (f"{day.year}年{day.month}月" for day in (period.start, period.end))
    return first if first == last else f"{first}至{last}"


def day(value: date) -> str:
    """Write a date (GB/T 9704-2012, 7.3.5.4): no padding."""
    return f"{value.year}年{value.month}月{value.day}日"


def span(value: DateSpan) -> str:
    """Write a span of days as shortly as a schedule does: 2022年10月20日, 2022年10月20日至21日, 2022年10月."""
    return days(value.first, value.last)


def days(first: date, last: date) -> str:
    """Write the days from one to another, leaving out what the second has in common with the first."""
    if first == last:
        return day(first)
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return f"{first.year}年{first.month}月"
    if first.year != last.year:
        return f"{day(first)}至{day(last)}"
    end = f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"
    return f"{day(first)}至{end}"


def short_span(first: date, last: date) -> str:
    """Write days of a year that goes without saying: 10月13日至14日."""
    return re.sub(r"\d{4}年", "", days(first, last))


def count_activities(plan: Plan) -> str:
    """Say how many activities of which kinds are scheduled, most frequent first."""
    counts: Counter[str] = Counter()
    for activity in plan.activities:
        counts[activity.activity] += activity.count
    kinds = "、".join(f"{kind}{count}次" for kind, count in counts.most_common())
    return f"共安排活动{sum(counts.values())}次，其中{kinds}" if len(counts) > 1 else f"共安排{kinds}"


def booked(title: str) -> str:
    """Put a title into 《》; those within it become 〈〉."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def spaced(name: str) -> str:
    """Spread a name of two characters to the width of three, as rosters do."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name
