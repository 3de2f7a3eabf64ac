"""GJ31x: what papers ask of a plan's form: leaders, contents, progress, assessment."""

from collections.abc import Iterator

from gongjian.model.calendar import Calendar
from gongjian.model.finding import Finding, Path
from gongjian.model.measure import Commitment, Milestone
from gongjian.model.people import Person
from gongjian.model.plan import Plan
from gongjian.model.policy import (
    AssessmentRequirement,
    LeadershipRequirement,
    MilestoneRequirement,
    SectionRequirement,
)
from gongjian.model.texts import plan_texts
from gongjian.rules.requirements.deadlines import day_of_year, literal
from gongjian.rules.requirements.matching import binding, unmet
from gongjian.rules.rule import Context, rule


@rule("GJ310", title="领导小组不合政策要求")
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
        if any(not requirement.post or holds(person, requirement.post) for _, person in holders):
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


def holds(person: Person, wanted: tuple[str, ...]) -> bool:
    """Tell whether somebody's post is one of the wanted ones; 教办 and 主任 make 教办主任, 副校长 is no 校长."""
    posts = [f"{person.unit or ''}{post}" for post in person.post]
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
            if not commitment.milestones:
                yield unmet(
                    pack, requirement, (*path, "activity"),
                    f"“{commitment.activity}”没有写进度（milestones），应为{_steps(requirement.milestones)}",
                    f"加上 milestones: [{', '.join(map(_as_written, requirement.milestones))}]",
                )  # fmt: skip
                continue
            for step in requirement.milestones:
                reached = _reached(commitment, step.by, context.calendar)
                if reached < step.percent:
                    yield unmet(
                        pack, requirement, (*path, "milestones"),
                        f"“{commitment.activity}”到{day_of_year(step.by)}应完成{step.percent:g}%，"
                        f"方案的进度是{reached:g}%",
                        f"milestones 里写 {_as_written(step)}",
                    )  # fmt: skip


def _steps(milestones: tuple[Milestone, ...]) -> str:
    return "、".join(f"到{day_of_year(step.by)}完成{step.percent:g}%" for step in milestones)


def _as_written(step: Milestone) -> str:
    return f"{{by: {literal(step.by)}, percent: {step.percent:g}%}}"


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
