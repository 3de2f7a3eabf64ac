"""GJ661–664: ledgers (台账), the plans they are of, and the other ledgers of the same plan."""

from collections.abc import Iterator

from gongjian.model.finding import Finding, Related
from gongjian.model.school_names import name_key
from gongjian.rules.county.ledger_summary import LedgerSummary, Mention
from gongjian.rules.county.rule import county_rule
from gongjian.rules.county.summary import PlanSummary
from gongjian.rules.county.view import County, about, grouped, several
from gongjian.rules.suggestions import did_you_mean, listed


@county_rule("GJ661", title="台账的方案不在仓库里")
def ledger_without_plan(county: County) -> Iterator[Finding]:
    """台账写明是哪一份方案的（`plan`，方案的编号），仓库里要有这份方案，记录才对得上承诺。一份方案也没有的，不查。

    坏例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    # 台账.yaml
    gongjian: ledger/v1
    plan: yongli-2023
    records: [{id: demo-1, date: 2022-10-20, activity: 示范课}]
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    # 台账.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: demo-1, date: 2022-10-20, activity: 示范课}]
    ```
    """
    known = {plan.id for plan in county.summaries}
    for ledger in county.ledgers if known else ():
        if ledger.plan not in known:
            hint = did_you_mean(ledger.plan, known, "写方案的编号（方案文件里的 id）")
            yield about(
                ledger, ("plan",), f"仓库里没有编号为“{ledger.plan}”的方案", f"{hint}{county.unread_too}"
            )


@county_rule("GJ662", title="一份方案的两本台账记录编号重复")
def record_id_in_two_ledgers(county: County) -> Iterator[Finding]:
    """一份方案可以有几本台账，如一学期一本，合起来算；记录的编号在几本里也不能重复，重复的多半是同一件事记了两次。

    坏例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    # 台账-上.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: demo-1, date: 2022-10-20, activity: 示范课}]
    # 台账-下.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: demo-1, date: 2023-03-20, activity: 示范课}]
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    # 台账-上.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: demo-1, date: 2022-10-20, activity: 示范课}]
    # 台账-下.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: demo-2, date: 2023-03-20, activity: 示范课}]
    ```
    """
    for ledgers in several(lambda: county.ledgers, lambda ledger: ledger.plan):
        first: dict[str, tuple[LedgerSummary, int]] = {}
        for ledger in ledgers:
            for index, name in enumerate(ledger.records):
                earlier, position = first.setdefault(name, (ledger, index))
                if earlier is not ledger:
                    yield about(
                        ledger,
                        ("records", index, "id"),
                        f"记录编号“{name}”在这份方案的另一本台账里已经用过了",
                        "是两件事的，换一个编号；同一件事记了两次的，删去一条",
                        Related(earlier.file, ("records", position, "id")),
                    )


@county_rule("GJ663", title="台账引用的承诺、学校不在方案里")
def not_in_the_plan(county: County) -> Iterator[Finding]:
    """记录用编号说明落实哪一项承诺（`commitment`）、由哪些学校承担和参加（`by`、`host`、`schools`），方案里都要有。

    同一个编号只在第一处报一次。

    坏例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    # 台账.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: demo-1, date: 2022-10-20, activity: 示范课, commitment: dmeo, by: yongli}]
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    # 台账.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: demo-1, date: 2022-10-20, activity: 示范课, commitment: demo, by: yongli}]
    ```
    """
    for ledger, plan in _with_plans(county):
        schools = {party.id: party.name for party in plan.parties}
        for each in ledger.mentions:
            if each.kind == "承诺" and each.name not in plan.commitments:
                told = (
                    f"方案里的承诺有：{listed(plan.commitments)}"
                    if plan.commitments
                    else "方案里还没有写承诺"
                )
                yield _missing(ledger, plan, each, did_you_mean(each.name, plan.commitments, told))
            elif each.kind == "学校" and each.name not in schools:
                told = listed(f"{key}（{name}）" for key, name in schools.items())
                yield _missing(
                    ledger, plan, each, _school_hint(each.name, schools, f"方案里的学校有：{told}")
                )


@county_rule("GJ664", severity="warning", title="台账里的交流人员不在方案里")
def teacher_not_in_the_plan(county: County) -> Iterator[Finding]:
    """方案列了交流人员（`assignments`）的，记录里的交流人员（`teacher`）要是其中的人；中途换了人的，方案也要改。

    坏例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    assignments: [{teacher: 钱一, kind: 支教, origin: yongli, destination: partner, period: 2022-2023学年}]
    # 台账.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: teach, date: 2022-10, activity: 支教, teacher: 钱二}]
    ```
    好例：
    ```yaml 仓库
    # a.yaml
    id: yongli-2022
    assignments: [{teacher: 钱一, kind: 支教, origin: yongli, destination: partner, period: 2022-2023学年}]
    # 台账.yaml
    gongjian: ledger/v1
    plan: yongli-2022
    records: [{id: teach, date: 2022-10, activity: 支教, teacher: 钱一}]
    ```
    """
    for ledger, plan in _with_plans(county):
        sent = dict.fromkeys(each.teacher for each in plan.sent)
        known = set(map(name_key, sent))
        for each in ledger.mentions if sent else ():
            if each.kind == "交流人员" and name_key(each.name) not in known:
                told = f"方案里的交流人员有：{listed(sent)}"
                yield _missing(ledger, plan, each, did_you_mean(each.name, sent, told))


def _with_plans(county: County) -> Iterator[tuple[LedgerSummary, PlanSummary]]:
    """Yield each ledger with its plan; nobody can tell which one it is of two with one id."""
    plans = grouped(county.summaries, lambda plan: plan.id) if county.ledgers else {}
    for ledger in county.ledgers:
        found = plans.get(ledger.plan, [])
        if len(found) == 1:
            yield ledger, found[0]


def _missing(ledger: LedgerSummary, plan: PlanSummary, mention: Mention, hint: str) -> Finding:
    if mention.kind == "交流人员":
        message = f"方案“{plan.id}”的交流人员里没有“{mention.name}”"
    else:
        message = f"方案“{plan.id}”没有编号为“{mention.name}”的{mention.kind}"
    times = f"（台账里共 {mention.times} 处）" if mention.times > 1 else ""
    return about(ledger, mention.at, message + times, hint, Related(plan.file, ("id",)))


def _school_hint(name: str, schools: dict[str, str], otherwise: str) -> str:
    """Say which id was meant: that of a school which is called so, or one like it."""
    own = next((key for key, school in schools.items() if name_key(school) == name_key(name)), None)
    return f"引用学校要用编号：{own}" if own else did_you_mean(name, schools, otherwise)
