"""What is asked for and promised: kinds of activity, commitments, packs, requirements, rules."""

from collections.abc import Iterator

from gongjian.editor.neighbours import Neighbours
from gongjian.editor.parties import plan_of
from gongjian.editor.proposal import Proposal
from gongjian.editor.written import Written
from gongjian.model.finding import Path
from gongjian.model.kinds import DEFAULT_KINDS, KindError, Kinds
from gongjian.model.policy import QuotaRequirement
from gongjian.model.quota import Quota
from gongjian.rules.index import RULES

_UNWAIVABLE = ("GJ0", "GJ1", "GJ4")
"""Findings about files, schemas and waivers cannot be waived."""


def kinds(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    for kind in kinds_of(around):
        detail = "、".join(kind.parents) or "活动类型"
        also = f"又名：{'、'.join(kind.aliases)}" if kind.aliases else ""
        yield Proposal(kind.name, "value", detail, also, aliases=kind.aliases)


def kinds_of(around: Neighbours) -> Kinds:
    """Give the kinds of activity there are here."""
    standards = around.standards
    try:
        return standards.kinds_with((*standards.local, *standards.in_force))
    except KindError:
        return DEFAULT_KINDS


def quotas(text: Written, around: Neighbours, path: Path) -> Iterator[Proposal]:
    """What policies demand of the kind of activity that is promised."""
    last = path.index("quota") if "quota" in path else len(path)
    activity = text.said((*path[:last], "activity"))
    known = kinds_of(around)
    for pack in around.packs(tuple(text.texts("policies"))):
        for each in pack.requirements:
            if isinstance(each, QuotaRequirement) and activity and known.is_a(activity, each.activity):
                for quota in (quota for quota in each.quota if isinstance(quota, Quota)):
                    yield Proposal(str(quota), "value", f"{pack.id} {each.clause}", each.text)


def commitments(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    plan = plan_of(text, around)
    for key, promise in (plan.commitments if plan else {}).items():
        yield Proposal(key, "reference", promise or "承诺", aliases=(promise,))


def packs(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    from gongjian.rules.packs import built_in_pack

    local = {pack.id: pack for pack in around.standards.local}
    for key in around.standards.pack_ids():
        pack = local.get(key) or built_in_pack(key)
        yield Proposal(key, "reference", pack.title, pack.document.title, aliases=(pack.title,))


def packs_and_files(text: Written, around: Neighbours, path: Path) -> Iterator[Proposal]:
    local = {pack.id for pack in around.standards.local}
    yield from (each for each in packs(text, around, path) if each.label not in local)
    yield from (Proposal(name, "reference", "政策包文件") for name in around.of_kind("policy/v1"))


def requirements(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    for pack in around.packs(tuple(text.texts("policies"))):
        for each in pack.requirements:
            yield Proposal(each.id, "reference", f"{pack.id} {each.clause}", each.text, aliases=(each.text,))


def rules() -> Iterator[Proposal]:
    """The rules whose findings can be waived."""
    for rule in RULES.values():
        if not rule.id.startswith(_UNWAIVABLE):
            yield Proposal(rule.id, "reference", rule.title, aliases=(rule.title, rule.name))


def any_rule(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    return rules()


def requirements_of_pack(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    """The requirements of the pack that is being written itself."""
    for path, key in text.find("requirements", None, "id"):
        yield Proposal(key, "reference", text.said((*path[:-1], "text")) or "要求")


def earlier_examples(text: Written, around: Neighbours, path: Path) -> Iterator[Proposal]:
    for found, title in text.find("examples", None, "title"):
        if found[:2] < path[:2]:
            yield Proposal(title, "reference", "例子")
