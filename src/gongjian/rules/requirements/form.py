"""GJ31x: what papers ask of a plan's form: leaders, contents, structure, progress, assessment."""

from collections.abc import Iterable, Iterator

from gongjian.model.calendar import Calendar
from gongjian.model.finding import Finding, Path
from gongjian.model.measure import Commitment
from gongjian.model.plan import Plan
from gongjian.model.policy import (
    AssessmentRequirement,
    LeadershipRequirement,
    MilestoneRequirement,
    SectionRequirement,
    StructureRequirement,
)
from gongjian.model.quota import Quota
from gongjian.model.school import Area, School
from gongjian.model.texts import plan_texts
from gongjian.rules.requirements.deadlines import day_of_year, literal
from gongjian.rules.requirements.matching import binding, unmet, within
from gongjian.rules.rule import Context, rule


@rule("GJ310", title="领导小组不合政策要求", requires=("GJ201",))
def leadership_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策要求由担任某一职务的人任组长（副组长……）时，领导小组里要有。

    坏例：
    ```yaml
    leadership:
      leader: {post: 副校长}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: leadership, clause: 二, text: 校长任组长。, role: 组长, post: 校长}
    ```
    好例：
    ```yaml
    leadership:
      leader: {post: [书记, 校长]}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: leadership, clause: 二, text: 校长任组长。, role: 组长, post: 校长}
    ```
    """
    for pack, requirement in binding(context, LeadershipRequirement):
        people = plan.leadership.people() if plan.leadership else []
        holders = [(path, person) for path, role, person in people if role == requirement.role]
        wanted = "或".join(requirement.post)
        if any(not requirement.post or _holds(person.post, requirement.post) for _, person in holders):
            continue
        where: Path = ("leadership", *holders[0][0]) if holders else ("leadership",)
        having = "、".join("、".join(person.post) or person.name or "" for _, person in holders)
        yield unmet(
            pack,
            requirement,
            where,
            f"{requirement.role}应由{wanted or '专人'}担任，方案里{f'是{having}' if having else '没有写'}",
            f"在 leadership 里写明{requirement.role}" + (f"，职务（post）写{wanted}" if wanted else ""),
        )


def _holds(posts: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether one of the posts is one of the wanted ones; 副校长 is no 校长."""
    return any(post.endswith(word) and not post.endswith(f"副{word}") for post in posts for word in wanted)


@rule("GJ311", title="方案没有写政策要求的内容")
def section_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策要求方案写明的内容，标题或正文里要提到。

    坏例：
    ```yaml
    goals: 教师队伍水平提高。
    # 政策包里的要求：
    requirements:
      - {id: a, kind: section, clause: 五, text: 交流轮岗要形成制度。, topic: [轮岗]}
    ```
    好例：
    ```yaml
    goals: 建立教师交流轮岗制度。
    # 政策包里的要求：
    requirements:
      - {id: a, kind: section, clause: 五, text: 交流轮岗要形成制度。, topic: [轮岗]}
    ```
    """
    texts = [text for _, text in plan_texts(plan)]
    for pack, requirement in binding(context, SectionRequirement):
        if not any(word in text for word in requirement.topic for text in texts):
            words = "、".join(requirement.topic)
            yield unmet(
                pack,
                requirement,
                ("title",),
                f"方案里没有写到“{words}”",
                f"在合适的部分写明，文字里要有“{requirement.topic[0]}”",
            )


@rule("GJ312", title="结对结构不合政策要求", requires=("GJ224",))
def structure_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策对一所牵头校带几所成员校、全县结几对有规定时，结对关系要在规定之内。

    坏例：
    ```yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: a, name: 乙小学, role: 成员校}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: structure, clause: 三, text: 一校带两校或三校。, what: 成员校, per: 牵头校, quota: 2-3所}
    ```
    好例：
    ```yaml
    schools:
      - {id: yongli, name: 甲小学, role: 牵头校}
      - {id: a, name: 乙小学, role: 成员校}
      - {id: b, name: 丙小学, role: 成员校}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: structure, clause: 三, text: 一校带两校或三校。, what: 成员校, per: 牵头校, quota: 2-3所}
    ```
    """
    for pack, requirement in binding(context, StructureRequirement):
        for path, name, count in _counts(plan, context, requirement):
            for quota in requirement.quota:
                if isinstance(quota, Quota) and not within(count, quota):
                    yield unmet(
                        pack,
                        requirement,
                        path,
                        f"{name}{'或'.join(requirement.area)}{requirement.what}有{count}个，应为{quota.prose}",
                        "核对结对名单（schools 的 role，或 groups）",
                    )


def _counts(
    plan: Plan, context: Context, requirement: StructureRequirement
) -> Iterator[tuple[Path, str, int]]:
    """Count what a structure requirement is about, for each thing it counts per."""
    modes = requirement.applies.mode if requirement.applies else ()
    groups = [group for group in plan.pairings() if not modes or (group.mode or plan.mode) in modes]
    top: Path = ("groups",) if plan.groups else ("schools",)

    def there(names: Iterable[str]) -> list[str]:
        return [name for name in names if _is_there(context.schools[name], requirement.area)]

    if requirement.per == "方案":
        counts = {
            "结对": sum(len(there(group.members)) for group in groups),
            "牵头校": len(set(there(group.lead for group in groups))),
            "成员校": len({member for group in groups for member in there(group.members)}),
        }
        yield top, "方案的", counts[requirement.what]
        return
    for group in groups:
        path: Path = ("groups", plan.groups.index(group), "members") if plan.groups else top
        counted = there([group.lead] if requirement.what == "牵头校" else group.members)
        yield path, f"“{context.schools[group.lead].name}”的", len(counted)


def _is_there(school: School, area: tuple[Area, ...]) -> bool:
    return not area or school.area is None or school.area in area


@rule("GJ314", title="进度慢于政策要求")
def milestone_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策规定了分几步完成的，承诺的进度（milestones）每一步都不能更慢。

    坏例：
    ```yaml
    measures:
      - heading: 同步课堂
        commitments:
          - {id: sync, activity: 同步课堂, quota: ≥20节/年, milestones: [{by: 07-31, percent: 30%}]}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: milestone, clause: 三（三）, text: 6月底前完成三成。, activity: 同步课堂, milestones: [{by: 06-30, percent: 30%}]}
    ```
    好例：
    ```yaml
    measures:
      - heading: 同步课堂
        commitments:
          - {id: sync, activity: 同步课堂, quota: ≥20节/年, milestones: [{by: 06-30, percent: 30%}]}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: milestone, clause: 三（三）, text: 6月底前完成三成。, activity: 同步课堂, milestones: [{by: 06-30, percent: 30%}]}
    ```
    """
    for pack, requirement in binding(context, MilestoneRequirement):
        for path, commitment in plan.commitments():
            if not context.is_a(commitment.activity, requirement.activity):
                continue
            for step in requirement.milestones:
                reached = _reached(commitment, step.by, context.calendar)
                if reached < step.percent:
                    place = (*path, "milestones") if commitment.milestones else (*path, "activity")
                    yield unmet(
                        pack, requirement, place,
                        f"“{commitment.activity}”到{day_of_year(step.by)}应完成{step.percent:g}%，"
                        f"方案的进度是{reached:g}%",
                        f"milestones 里写 {{by: {literal(step.by)}, percent: {step.percent:g}%}}",
                    )  # fmt: skip


def _reached(commitment: Commitment, day: tuple[int, int], calendar: Calendar) -> float:
    """Give the share that is promised to be done by a day."""
    due = calendar.order(commitment.period, day)
    steps = commitment.milestones
    return max(
        (step.percent for step in steps if calendar.order(commitment.period, step.by) <= due), default=0.0
    )


@rule("GJ315", title="捆绑考核不合政策要求")
def assessment_requirement(plan: Plan, context: Context) -> Iterator[Finding]:
    """政策规定了捆绑考核的比例时，方案写的比例（assessment 的 bundling）要一致，成员校名次上升多少时例外也要一致。

    坏例：
    ```yaml
    assessment:
      bundling: {lead: 70%, members: 30%}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: assessment, clause: 四, text: 牵头校得分本校占八成。, lead: 80%, members: 20%}
    ```
    好例：
    ```yaml
    assessment:
      bundling: {lead: 80%, members: 20%}
    # 政策包里的要求：
    requirements:
      - {id: a, kind: assessment, clause: 四, text: 牵头校得分本校占八成。, lead: 80%, members: 20%}
    ```
    """
    for pack, requirement in binding(context, AssessmentRequirement):
        wanted = _bundling(requirement)
        bundling = plan.assessment.bundling if plan.assessment else None
        if bundling is None:
            yield unmet(
                pack,
                requirement,
                ("assessment",),
                "方案没有写捆绑考核的比例",
                f"在 assessment 下面写 bundling: {wanted}",
                key=True,
            )
            continue
        path: Path = ("assessment", "bundling")
        if (bundling.lead, bundling.members) != (requirement.lead, requirement.members):
            yield unmet(
                pack, requirement, path,
                f"捆绑考核应为 {requirement.lead:g}:{requirement.members:g}，方案写的是 {bundling.lead:g}:{bundling.members:g}",
                f"改为 bundling: {wanted}",
            )  # fmt: skip
        elif bundling.exempt_rise != requirement.exempt_rise:
            rise = {True: "没有例外", False: "上升{}名以上时例外"}
            should, says = (
                rise[number is None].format(number)
                for number in (requirement.exempt_rise, bundling.exempt_rise)
            )
            yield unmet(
                pack, requirement, path,
                f"捆绑考核的例外应为“{should}”，方案写的是“{says}”",
                f"改为 bundling: {wanted}",
            )  # fmt: skip


def _bundling(requirement: AssessmentRequirement) -> str:
    """Write what a plan would have to say."""
    rise = f", exempt_rise: {requirement.exempt_rise}" if requirement.exempt_rise is not None else ""
    return f"{{lead: {requirement.lead:g}%, members: {requirement.members:g}%{rise}}}"
