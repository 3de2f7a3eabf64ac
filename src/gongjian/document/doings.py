"""What was or will be done, in clauses: 开展示范课6次（10月15日、10月22日）、集体备课2次."""

from collections.abc import Iterable, Sequence

from gongjian.document.wording import Wording, short_span
from gongjian.model.activity import Activity, Assignment
from gongjian.model.counting import OCCASIONS, done_amount
from gongjian.model.kinds import Kinds
from gongjian.model.ledger import Record
from gongjian.model.measure import Commitment
from gongjian.model.quota import Quota

_VERBS = (
    ("会议", "召开"),
    ("班主任论坛", "举办"),
    ("专题讲座", "举办"),
    ("教师交流", "安排"),
    ("质量监测", "组织"),
    ("教学检查", "组织"),
    ("学生活动", "组织"),
    ("物资捐赠", "落实"),
    ("文件材料", "形成"),
)
"""The verb that goes with a kind of activity; 开展 with any other."""

_FEW = 3
"""So many dates are listed; of more, the first and the last are told."""


def doings(entries: Iterable[Activity | Record], commitments: Iterable[Commitment], kinds: Kinds) -> str:
    """Say what these entries come to, kind by kind; kinds of one verb in a row share it.

    Numbers have the units of the commitments.
    """
    promised = {each.id: each for each in commitments}
    clauses: list[tuple[str, str]] = []
    for kind, same in _by_kind(entries):
        verb = next((verb for ancestor, verb in _VERBS if kinds.is_a(kind, ancestor)), "开展")
        commitment = promised.get(same[0].commitment or "")
        inside = _people(same) or _things(same) or _dates(same)
        told = kind + _amount(same, commitment) + (f"（{inside}）" if inside else "")
        if clauses and clauses[-1][0] == verb:
            clauses[-1] = (verb, f"{clauses[-1][1]}、{told}")
        else:
            clauses.append((verb, told))
    return "，".join(verb + told for verb, told in clauses)


def postings(assignments: Iterable[Assignment], words: Wording) -> list[str]:
    """Say who is sent where, a sentence for those who go the same way together."""
    groups: dict[tuple[str, str, str], list[Assignment]] = {}
    for each in assignments:
        groups.setdefault((each.kind, each.origin, each.destination), []).append(each)
    return [
        f"{words.school(origin)}派{_sent(sent)}到{words.school(destination)}{kind}。"
        for (kind, origin, destination), sent in groups.items()
    ]


def _by_kind(entries: Iterable[Activity | Record]) -> list[tuple[str, list[Activity | Record]]]:
    """Group entries by kind, in the order the kinds first come."""
    groups: dict[str, list[Activity | Record]] = {}
    for entry in entries:
        groups.setdefault(entry.activity, []).append(entry)
    return list(groups.items())


def _amount(entries: Sequence[Activity | Record], commitment: Commitment | None) -> str:
    """Count entries of one kind: records in the unit of the commitment, activities in its 次 or 节."""
    records = [each for each in entries if isinstance(each, Record)]
    for quota in commitment.quota if commitment else ():
        if not isinstance(quota, Quota):
            continue
        if records and (amount := done_amount(records, quota)):
            return f"{amount[0]}{amount[1]}"
        if quota.unit.family in OCCASIONS:
            return f"{sum(each.count for each in entries)}{quota.unit.name}"
    return f"{sum(each.count for each in entries)}次"


def _people(entries: Sequence[Activity | Record]) -> str:
    """Name the people that records are about."""
    names = (name for each in entries if isinstance(each, Record) for name in each.teacher)
    return "、".join(dict.fromkeys(names))


def _things(entries: Sequence[Activity | Record]) -> str:
    """Name what a record counts several of: 手提电脑."""
    one = entries[0]
    counted = isinstance(one, Record) and one.count > 1 and len(entries) == 1
    return one.title or "" if counted else ""


def _dates(entries: Sequence[Activity | Record]) -> str:
    """List the dates of a few entries of one year; of many, say from which month to which."""
    spans = sorted({(each.date.first, each.date.last) for each in entries})
    if len({day.year for span in spans for day in span}) > 1:
        return ""
    if len(spans) <= _FEW:
        return "、".join(short_span(first, last) for first, last in spans)
    first, last = spans[0][0].month, max(span[1] for span in spans).month
    return f"{first}月至{last}月" if first != last else f"{first}月"


def _sent(sent: Sequence[Assignment]) -> str:
    """Name the people, or count them by their posts where they are not known yet."""
    named = [each.teacher for each in sent if each.teacher]
    if len(named) == len(sent):
        return "、".join(named)
    counts: dict[str, int] = {}
    for each in sent:
        post = "、".join(each.post) or "教师"
        counts[post] = counts.get(post, 0) + 1
    return "、".join(f"{post}{count}人" for post, count in counts.items())
