"""The words of a 工作总结: what was carried out of the plan; without a ledger, what was scheduled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gongjian.document.doings import doings, postings
from gongjian.document.grid import Column, Grid, make_grid
from gongjian.document.material import Material
from gongjian.document.naming import days_of, matter, title_in_time
from gongjian.document.tables import assigned, recorded, records, scheduled
from gongjian.document.views.parts import Part
from gongjian.document.wording import Wording, booked
from gongjian.model.activity import Activity
from gongjian.model.counting import carries_out, counting, done_amount, scheduled_amount
from gongjian.model.ledger import Record, Review
from gongjian.model.measure import Commitment, Measure
from gongjian.model.plan import Plan
from gongjian.model.quota import Quota


@dataclass(frozen=True, slots=True)
class SummaryView:
    """Everything a summary is made of, in words.

    Attributes:
        title: `郑母初中2014—2015学年第一学期“手拉手”结对工作总结`.
        booked: the plan's title in 《》.
        matter: what the work is: 结对共建.
        period: the time it covers.
        schools: who took part: 永利小学与共建小学; with many schools, how many.
        leading: who led, in a sentence; may be empty.
        work: what was done, a part a measure; a part without text is still to be written.
        people: who was to be sent where, a sentence each; with a ledger, its records tell.
        total: what it all comes to, in a sentence; may be empty.
        figures: what was promised, scheduled and done.
        results, problems, plans: paragraphs of the ledger's own, and what the figures say.
        recorded: whether there is a ledger.
        annexes: the ledger.
        date: the date of the document, where it is known.
    """

    plan: Plan
    title: str
    booked: str
    matter: str
    period: str
    schools: str
    leading: str
    work: tuple[Part, ...]
    people: tuple[str, ...]
    total: str
    figures: Grid
    results: tuple[str, ...]
    problems: tuple[str, ...]
    plans: tuple[str, ...]
    recorded: bool
    annexes: tuple[Grid, ...]
    date: date | None


def summary(material: Material) -> SummaryView:
    """Put what came of a plan into words."""
    plan, ledger = material.plan, material.ledger
    words = Wording(plan)
    review = (ledger.review if ledger else None) or Review()
    table = records(material) if ledger else None
    return SummaryView(
        plan=plan,
        title=title_in_time(material, "工作总结"),
        booked=booked(plan.title),
        matter=matter(plan),
        period=days_of(material),
        schools=_schools(plan, words),
        leading=_leading(plan, words),
        work=tuple(_work(material)),
        people=() if ledger else tuple(postings(assigned(material), words)),
        total=_total(recorded(material)),
        figures=_figures(material),
        results=review.results,
        problems=(*review.problems, *_shortfalls(material)),
        plans=review.plans,
        recorded=ledger is not None,
        annexes=(table,) if table else (),
        date=review.date,
    )


def has_done(material: Material) -> bool:
    """Tell whether there is anything to sum up."""
    return bool(recorded(material) or scheduled(material) or material.plan.commitments())


def _schools(plan: Plan, words: Wording) -> str:
    pairings = plan.pairings()
    if len(pairings) != 1:
        return f"{len(pairings)}对结对学校" if pairings else ""
    return f"{words.school(pairings[0].lead)}与{words.party(pairings[0].members)}"


def _leading(plan: Plan, words: Wording) -> str:
    leadership = plan.leadership
    if not leadership:
        return ""
    leader = f"，由{words.office(leadership.leader)}任组长" if leadership.leader else ""
    return f"成立{leadership.name}{leader}，明确分工，落实责任。"


def _work(material: Material) -> Iterator[Part]:
    """Say what was done under each measure, as far as the ledger tells; else what was scheduled."""
    done_all, planned_all = recorded(material), scheduled(material)
    for measure in material.plan.measures:
        if material.ledger:
            mine = [each for each in done_all if _belongs(each, measure, material)]
            done_all = [each for each in done_all if each not in mine]
            text = _told(mine, measure.commitments, material)
        else:
            planned = [each for each in planned_all if _belongs(each, measure, material)]
            planned_all = [each for each in planned_all if each not in planned]
            text = (f"方案安排{doings(planned, measure.commitments, material.kinds)}。",) if planned else ()
        told = "完成情况" if text else "这项工作的做法和完成情况"
        yield Part(measure.heading, text, missing="" if text and material.ledger else told)
    if done_all:
        yield Part("其他活动", _told(done_all, (), material))


def _belongs(entry: Activity | Record, measure: Measure, material: Material) -> bool:
    return any(carries_out(entry, each, material.kinds) for each in measure.commitments)


def _told(entries: list[Record], commitments: Iterable[Commitment], material: Material) -> tuple[str, ...]:
    """Say what was done, then what came of it."""
    if not entries:
        return ()
    results = dict.fromkeys(each.result.removesuffix("。") for each in entries if each.result)
    told = f"{doings(entries, commitments, material.kinds)}。"
    return (told + "".join(f"{result}。" for result in results),)


def _total(entries: list[Record]) -> str:
    """Say how many records there are and how many people took part."""
    if not entries:
        return ""
    present = sum(each.people or 0 for each in entries)
    people = f"，参加活动{present}人次" if present else ""
    return f"台账记录{len(entries)}条{people}。"


def _figures(material: Material) -> Grid:
    """Set what was promised, scheduled and done side by side."""
    plan = material.plan
    rows = [
        (each, quota) for _, each in plan.commitments() for quota in each.quota if isinstance(quota, Quota)
    ]
    columns: tuple[Column[tuple[Commitment, Quota]], ...] = (
        Column("工作", lambda row: row[0].activity),
        Column("承诺指标", lambda row: row[1].prose),
        Column("安排", lambda row: _arranged(material, *row), centred=True),
        Column("完成", lambda row: _finished(material, *row), centred=True),
        Column("佐证材料", lambda row: _evidence(material, row[0])),
    )
    return make_grid("", columns, rows)


def _planned(material: Material, commitment: Commitment, quota: Quota) -> tuple[int, str] | None:
    return scheduled_amount(material.plan, commitment, quota, material.term, material.kinds)


def _arranged(material: Material, commitment: Commitment, quota: Quota) -> str:
    amount = _planned(material, commitment, quota)
    return _written(amount) if amount and amount[0] else "—"


def _finished(material: Material, commitment: Commitment, quota: Quota) -> str | None:
    """Give what was done; None, to be filled in, where nobody has recorded it."""
    if not material.ledger:
        return None
    amount = done_amount(counting(recorded(material), commitment, None, material.kinds), quota)
    return _written(amount) if amount else None


def _written(amount: tuple[int, str] | None) -> str:
    return f"{amount[0]}{amount[1]}" if amount else ""


def _evidence(material: Material, commitment: Commitment) -> str:
    """List the evidence that is recorded; without a ledger, what is wanted."""
    if not material.ledger:
        return "、".join(commitment.evidence)
    mine = counting(recorded(material), commitment, None, material.kinds)
    return "、".join(dict.fromkeys(name for each in mine for name in each.evidence))


def _shortfalls(material: Material) -> Iterable[str]:
    """Say, commitment by commitment, where the ledger has less than was scheduled."""
    if not material.ledger:
        return
    for _, commitment in material.plan.commitments():
        for quota in commitment.quota:
            if not isinstance(quota, Quota):
                continue
            planned = _planned(material, commitment, quota)
            mine = counting(recorded(material), commitment, None, material.kinds)
            finished = done_amount(mine, quota)
            if planned and finished and planned[1] == finished[1] and finished[0] < planned[0]:
                so_far = f"完成{_written(finished)}" if finished[0] else "台账里没有完成的记录"
                yield f"{commitment.activity}安排{_written(planned)}，{so_far}。"
                break
