"""GJ22x: names that refer to something, and who is paired with whom."""

from collections import Counter
from collections.abc import Iterator

from gongjian.model.finding import Finding, Mend, Path
from gongjian.model.plan import Plan
from gongjian.rules.rule import Context, rule
from gongjian.rules.suggestions import asked, kind_mend, listed, mend_of


@rule("GJ221", title="编号不能重复")
def duplicate_id(plan: Plan, context: Context) -> Iterator[Finding]:
    """学校、承诺、结对关系的编号各自不能重复，否则引用时不知道指的是哪一个。

    坏例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥5次/学年}
          - {id: demo, activity: 集体备课, quota: ≥2次/学年}
    ```
    好例：
    ```yaml
    measures:
      - heading: 教学研究
        commitments:
          - {id: demo, activity: 示范课, quota: ≥5次/学年}
          - {id: prep, activity: 集体备课, quota: ≥2次/学年}
    ```
    """
    kinds: tuple[tuple[str, list[tuple[Path, str]]], ...] = (
        ("学校", [(("schools", i), school.id) for i, school in enumerate(plan.schools)]),
        ("结对关系", [(("groups", i), group.id) for i, group in enumerate(plan.groups) if group.id]),
        ("承诺", [(path, commitment.id) for path, commitment in context.commitments]),
    )
    for kind, ids in kinds:
        yield from _repeated(kind, ids)


def _repeated(kind: str, ids: list[tuple[Path, str]]) -> Iterator[Finding]:
    if len({name for _, name in ids}) == len(ids):
        return
    counts: Counter[str] = Counter()
    for path, name in ids:
        counts[name] += 1
        if counts[name] > 1:
            free = next(
                f"{name}-{n}" for n in range(2, 1000) if f"{name}-{n}" not in {given for _, given in ids}
            )
            yield Finding(
                at=(*path, "id"),
                message=f"{kind}编号“{name}”已经用过了",
                hint=f"换一个编号，如 {free}",
            )


@rule("GJ222", title="没有这所学校", requires=("GJ221",))
def unknown_school(plan: Plan, context: Context) -> Iterator[Finding]:
    """方案各处用编号引用学校，编号要在“学校”（schools）里写过。

    坏例：
    ```yaml
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: demo, host: yonglii}
    ```
    好例：
    ```yaml
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: demo, host: yongli}
    ```
    """
    known = listed(f"{school.id}（{school.name}）" for school in plan.schools)
    names = {school.name: school.id for school in plan.schools}
    for path, name in _school_references(plan, context):
        if name not in context.schools:
            mend = mend_of(name, context.schools)
            hint = asked(mend, f"方案里的学校有：{known}")
            if name in names:
                mend, hint = Mend(name, names[name], sure=True), f"引用学校要用编号：{names[name]}"
            yield Finding(at=path, message=f"没有编号为“{name}”的学校", hint=hint, mend=mend)


def _school_references(plan: Plan, context: Context) -> Iterator[tuple[Path, str]]:
    """List every reference to a school with its path, in the order of the schema."""
    for i, school in enumerate(plan.schools):
        if school.parent:
            yield ("schools", i, "parent"), school.parent
    for i, group in enumerate(plan.groups):
        yield ("groups", i, "lead"), group.lead
        yield from ((("groups", i, "members", j), member) for j, member in enumerate(group.members))
    if plan.leadership:
        for path, _, person in plan.leadership.people():
            if person.school:
                yield ("leadership", *path, "school"), person.school
    yield from _parties(context)
    yield from _taking_part(plan)
    for i, assignment in enumerate(plan.assignments):
        yield ("assignments", i, "origin"), assignment.origin
        yield ("assignments", i, "destination"), assignment.destination


def _parties(context: Context) -> Iterator[tuple[Path, str]]:
    """List the schools that do something for others by the commitments."""
    for path, commitment in context.commitments:
        for j, party in enumerate(commitment.by):
            if party.isascii():
                yield (*path, "by", j), party
        for j, party in enumerate(commitment.to):
            if party.isascii():
                yield (*path, "to", j), party


def _taking_part(plan: Plan) -> Iterator[tuple[Path, str]]:
    """List the schools that have a share in activities."""
    for i, activity in enumerate(plan.activities):
        if activity.host:
            yield ("activities", i, "host"), activity.host
        for j, school_id in enumerate(activity.by):
            yield ("activities", i, "by", j), school_id
        for j, school_id in enumerate(activity.schools):
            yield ("activities", i, "schools", j), school_id


@rule("GJ223", title="没有这项承诺", requires=("GJ221",))
def unknown_commitment(plan: Plan, context: Context) -> Iterator[Finding]:
    """活动安排和交流人员用编号说明落实哪一项承诺，编号要在工作措施里写过。

    坏例：
    ```yaml
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: dmeo}
    ```
    好例：
    ```yaml
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: demo}
    ```
    """
    known = context.commitment_ids
    written = f"方案里的承诺有：{listed(sorted(known))}" if known else "方案里还没有写承诺（commitments）"
    for path, name in _commitment_references(plan):
        if name not in known:
            mend = mend_of(name, known)
            yield Finding(at=path, message=f"没有编号为“{name}”的承诺", hint=asked(mend, written), mend=mend)


def _commitment_references(plan: Plan) -> Iterator[tuple[Path, str]]:
    for index, activity in enumerate(plan.activities):
        if activity.commitment:
            yield ("activities", index, "commitment"), activity.commitment
    for index, assignment in enumerate(plan.assignments):
        if assignment.commitment:
            yield ("assignments", index, "commitment"), assignment.commitment


@rule("GJ225", severity="warning", title="不认识的活动类型")
def unknown_kind(plan: Plan, context: Context) -> Iterator[Finding]:
    """活动类型要用通行的名称，程序才知道示范课算公开课、集体备课算教研活动，才能与政策要求对上。

    坏例：
    ```yaml
    activities:
      - {date: 2022-10-20, activity: 示苑课, commitment: demo}
    ```
    好例：
    ```yaml
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: demo}
    ```
    """
    kinds: list[tuple[Path, str]] = [
        ((*path, "activity"), each.activity) for path, each in context.commitments
    ]
    kinds += [
        (("activities", index, "activity"), each.activity) for index, each in enumerate(plan.activities)
    ]
    seen: set[str] = set()
    for path, kind in kinds:
        if kind in seen:
            continue
        seen.add(kind)
        if context.kinds.canonical(kind) is None:
            mend = kind_mend(kind, context.kinds)
            yield Finding(
                at=path,
                message=f"不认识的活动类型“{kind}”",
                hint=asked(mend, "换一个通行的名称，如 示范课、集体备课、教师交流"),
                mend=mend,
            )


@rule("GJ224", title="看不出谁与谁结对", requires=("GJ222",))
def pairing_unclear(plan: Plan, context: Context) -> Iterator[Finding]:
    """要有一所牵头校和至少一所成员校；有几所牵头校的，用“结对关系”（groups）写明每一组。

    坏例：
    ```yaml
    schools:
      - {id: yongli, name: 永利小学, role: 牵头校}
    ```
    好例：
    ```yaml
    schools:
      - {id: yongli, name: 永利小学, role: 牵头校}
      - {id: partner, name: 共建小学, role: 成员校}
    ```
    """
    if not context.pairings:
        leads = [school for school in plan.schools if school.role == "牵头校"]
        members = [school for school in plan.schools if school.role == "成员校"]
        if len(leads) > 1:
            hint = "用 groups 写明每一组，如 - {lead: 牵头校编号, members: [成员校编号]}"
        else:
            lacking = "、".join(role for role, found in (("牵头校", leads), ("成员校", members)) if not found)
            hint = f"还没有{lacking}：在学校后面写 role: 牵头校 或 role: 成员校"
        yield Finding(
            at=("schools",),
            message=f"看不出谁与谁结对：有 {len(leads)} 所牵头校、{len(members)} 所成员校",
            hint=hint,
        )
    for index, group in enumerate(plan.groups):
        yield from _unsound(index, group.lead, group.members, context)


def _unsound(index: int, lead: str, members: tuple[str, ...], context: Context) -> Iterator[Finding]:
    """Yield what is wrong inside one group."""
    if not members:
        yield Finding(
            at=("groups", index, "members"), message="这一组没有成员校", hint="写上成员校的编号，如 [jushui]"
        )
    for position, member in enumerate(members):
        name = context.schools[member].name
        if member == lead:
            message, hint = f"“{name}”不能又是牵头校又是成员校", "成员校里删去它"
        elif member in members[:position]:
            message, hint = f"“{name}”在这一组里写了两次", "留下一处"
        else:
            continue
        yield Finding(at=("groups", index, "members", position), message=message, hint=hint)
