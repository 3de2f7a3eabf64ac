"""GJ632, GJ633: the papers of authorities, and the plans of the schools that they pair.

A paper is looked at together with the schools' plans of its county, its mode and its time. A
repository may hold papers alone: then nobody expects plans, unless a paper says when they are due.
"""

from collections.abc import Iterator

from gongjian.model.finding import Finding, Related
from gongjian.rules.county.rule import county_rule
from gongjian.rules.county.summary import PlanSummary
from gongjian.rules.county.view import County, about, grouped


@county_rule("GJ632", severity="warning", title="县级文件里的一对没有学校方案")
def paired_without_plan(county: County) -> Iterator[Finding]:
    """县级（乡镇级）文件里结了对的学校，要有自己的方案（校级）。仓库里有了同一模式、同一时期的学校方案，就要对对都有。

    它的学部、校区，或者它所属的学校有方案的，也算。

    政策包规定了学校方案什么时候报（`of: 方案`），过了时限还没有的，是错误；报了、但报晚了的，见 GJ313。

    坏例：
    ```yaml 仓库
    # 县.yaml
    level: 县级
    schools: [{id: jia, name: 甲小学}, {id: yi, name: 乙小学}, {id: bing, name: 丙小学}, {id: ding, name: 丁小学}]
    groups: [{lead: jia, members: [yi]}, {lead: bing, members: [ding]}]
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    ```
    好例：
    ```yaml 仓库
    # 县.yaml
    level: 县级
    schools: [{id: jia, name: 甲小学}, {id: yi, name: 乙小学}]
    groups: [{lead: jia, members: [yi]}]
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
    ```
    """
    papers = list(_papers(county))
    answers = grouped(
        ((pair.schools, plan) for plan in county.plans if papers and plan.of_school for pair in plan.pairs),
        lambda answer: answer[0],
    )
    for paper, plans in papers:
        late = _is_late(paper, county)
        if not (plans or late):
            continue
        for pair in paper.pairs:
            same = (answer for schools in county.as_pairs(pair) for answer in answers.get(schools, ()))
            own = (plan for _, plan in same if plan.overlaps(paper))
            if pair.lead.body or pair.member.body or any(county.one_county(plan, paper) for plan in own):
                continue
            yield about(
                paper,
                pair.at,
                f"{pair}还没有学校方案" + (f"，时限（{late}）已经过了" if late else ""),
                f"补上这一对的方案（level: 校级）{county.unread_too}",
                grade="error" if late else None,
                policy=paper.due.citation if late and paper.due else None,
            )


def _is_late(paper: PlanSummary, county: County) -> str:
    """Give the day by which the schools' plans were due, written out, when it is over; else ""."""
    if paper.due is None:
        return ""
    from gongjian.rules.requirements.deadlines import due_day, full_date

    due = due_day(paper.due.by, paper.start)
    return full_date(due) if due < county.day else ""


@county_rule("GJ633", severity="warning", title="学校方案的结对不在县级文件里")
def plan_without_paper(county: County) -> Iterator[Finding]:
    """仓库里有同一模式、同一时期的县级（乡镇级）文件时，学校方案的结对要在文件的名单里。

    坏例：
    ```yaml 仓库
    # 县.yaml
    level: 县级
    schools: [{id: jia, name: 甲小学}, {id: yi, name: 乙小学}]
    groups: [{lead: jia, members: [yi]}]
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
      - {id: bing, name: 丙小学, role: 成员校}
    ```
    好例：
    ```yaml 仓库
    # 县.yaml
    level: 县级
    schools: [{id: jia, name: 甲小学}, {id: yi, name: 乙小学}, {id: bing, name: 丙小学}]
    groups: [{lead: jia, members: [yi, bing]}]
    # a.yaml
    schools:
      - {id: jia, name: 甲小学, role: 牵头校}
      - {id: yi, name: 乙小学, role: 成员校}
      - {id: bing, name: 丙小学, role: 成员校}
    ```
    """
    above: dict[str, list[PlanSummary]] = {}
    for paper, plans in _papers(county):
        for plan in plans:
            above.setdefault(plan.file, []).append(paper)
    named = {
        paper.file: {pair.schools for pair in paper.pairs} for papers in above.values() for paper in papers
    }
    for plan in county.plans:
        papers = above.get(plan.file, [])
        for pair in plan.pairs if papers else ():
            same = set(county.as_pairs(pair))
            if all(same.isdisjoint(named[paper.file]) for paper in papers):
                yield about(
                    plan,
                    pair.at,
                    f"{pair}不在《{papers[0].title}》的结对名单里",
                    f"核对学校和牵头关系；新增的结对先写进文件{county.unread_too}",
                    Related(papers[0].file, _list_of(papers[0])),
                )


def _list_of(paper: PlanSummary) -> tuple[str | int, ...]:
    return ("groups",) if any(at[0] == "groups" for *_, at in paper.links[:1]) else ("schools",)


def _papers(county: County) -> Iterator[tuple[PlanSummary, list[PlanSummary]]]:
    """Yield each paper of an authority with the schools' plans of its county, one of its modes and its time."""
    papers = [plan for plan in county.plans if not plan.of_school and plan.links]
    by_mode: dict[str, list[PlanSummary]] = {}
    for plan in county.plans:
        if papers and plan.of_school:
            for mode in dict.fromkeys(mode for *_, mode, _ in plan.links):
                by_mode.setdefault(mode, []).append(plan)
    for paper in papers:
        modes = dict.fromkeys(mode for *_, mode, _ in paper.links)
        plans = {plan.file: plan for mode in modes for plan in by_mode.get(mode, ()) if _under(plan, paper)}
        yield paper, list(plans.values())


def _under(plan: PlanSummary, paper: PlanSummary) -> bool:
    """Tell whether a school's plan is one of those that a paper is about, as far as region and time tell.

    Where only one of the two says its region, they must have a school in common.
    """
    if not plan.overlaps(paper):
        return False
    if plan.region and paper.region:
        return plan.region.startswith(paper.region) or paper.region.startswith(plan.region)
    if not plan.region and not paper.region:
        return True
    return not {party.key for party in plan.parties}.isdisjoint(party.key for party in paper.parties)
