"""GJ651: nobody is sent to two places at once by two plans."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongjian.model.finding import Finding, Related
from gongjian.model.school_names import name_key
from gongjian.rules.county.rule import county_rule
from gongjian.rules.county.summary import PlanSummary, Sent
from gongjian.rules.county.view import County, about, days, several

_MASK = "某"


@dataclass(frozen=True, slots=True)
class _Sending:
    plan: PlanSummary
    sent: Sent


@county_rule("GJ651", title="一个人被两份方案同时派出")
def sent_twice(county: County) -> Iterator[Finding]:
    """同一所学校的同一个人，同一段时间只能由一份方案派往一处。

    姓名隐去的（某某）可能是几个人，只有学科或职务写明而且一样的，才看作一个人；名册里同名的教师不止一人的，也这样看。
    县级文件和学校方案列出同一次派出，不算。

    坏例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    assignments:
      - {teacher: 钱一, kind: 支教, origin: jia, destination: yi, period: 2023—2024学年}
    # b.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: bing, name: 丙小学, role: 成员校}
    assignments:
      - {teacher: 钱一, kind: 支教, origin: jia, destination: bing, period: 2024年春季学期}
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    assignments:
      - {teacher: 钱一, kind: 支教, origin: jia, destination: yi, period: 2023—2024学年}
    # b.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: bing, name: 丙小学, role: 成员校}
    assignments:
      - {teacher: 钱一, kind: 支教, origin: jia, destination: bing, period: 2024年秋季学期}
    ```
    """
    for group in several(
        lambda: _sendings(county), lambda each: (name_key(each.sent.teacher), each.sent.origin.key)
    ):
        ordered = sorted(group, key=lambda each: each.sent.start)
        for number, later in enumerate(ordered):
            earlier = next((each for each in ordered[:number] if _at_once(county, each, later)), None)
            if earlier:
                there = earlier.sent
                yield about(
                    later.plan,
                    ("assignments", later.sent.index, "period"),
                    f"{later.sent.teacher}在 {days(there.start, there.end)} 已经由另一份方案派到"
                    f"“{there.destination.name}”{there.kind}",
                    "改时间，或者换人",
                    Related(earlier.plan.file, ("assignments", there.index)),
                )


def _sendings(county: County) -> Iterator[_Sending]:
    return (_Sending(plan, sent) for plan in county.plans for sent in plan.sent)


def _at_once(county: County, one: _Sending, other: _Sending) -> bool:
    first, second = one.sent, other.sent
    return (
        one.plan.id != other.plan.id
        and first.start <= second.end
        and second.start <= first.end
        and not _told_again(one, other)
        and (_is_plain(county, first) or _is_one(first, second))
        and county.one_county(one.plan, other.plan)
    )


def _told_again(one: _Sending, other: _Sending) -> bool:
    """Tell whether a paper and a school's plan speak of one sending."""
    same = (one.sent.kind, one.sent.destination.key) == (other.sent.kind, other.sent.destination.key)
    return same and one.plan.of_school != other.plan.of_school


def _is_plain(county: County, sent: Sent) -> bool:
    """Tell whether a name means one person: it is not masked, and no two teachers of the school bear it."""
    registry = county.standards.registry
    staff = registry.teachers_of.get(sent.origin.key, ()) if registry else ()
    wanted = name_key(sent.teacher)
    return _MASK not in sent.teacher and sum(name_key(teacher.name) == wanted for teacher in staff) < 2


def _is_one(first: Sent, second: Sent) -> bool:
    """Tell whether what is said beside the names makes them one person."""
    said = (first.post, first.subject)
    return said == (second.post, second.subject) and any(said)
