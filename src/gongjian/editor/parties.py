"""Who a plan can name: its schools, those of the registry, people and bodies."""

from collections.abc import Iterator

from gongjian.editor.neighbours import Neighbours
from gongjian.editor.proposal import Proposal, Source
from gongjian.editor.written import Pattern, Written
from gongjian.model.finding import Path
from gongjian.model.ledger import Ledger


def plan_of(text: Written, around: Neighbours) -> Written | None:
    """Give the plan that a text speaks of: itself, or the one whose ledger it is."""
    return around.plan(text.said(("plan",))) if text.schema is Ledger else text


def schools(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    plan = plan_of(text, around)
    for key, name in (plan.schools if plan else {}).items():
        yield Proposal(key, "reference", name, aliases=(name,))


def sides_and_schools(text: Written, around: Neighbours, path: Path) -> Iterator[Proposal]:
    yield from (Proposal(role, "value", "角色") for role in ("牵头校", "成员校"))
    yield from schools(text, around, path)


def school_names(text: Written, around: Neighbours, path: Path) -> Iterator[Proposal]:
    for name in dict.fromkeys(text.schools.values()):
        yield Proposal(name, "reference", "学校")


def registered_names(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    registry = around.standards.registry
    for school in registry.schools if registry else ():
        told = filter(None, (school.area, school.stage, school.level))
        yield Proposal(school.name, "reference", " ".join(told) or "学校名册", aliases=school.aliases)


def registered_ids(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    registry = around.standards.registry
    for school in registry.schools if registry else ():
        if school.id:
            names = (school.name, *school.aliases)
            yield Proposal(school.id, "reference", school.name, aliases=names)


def schools_of_registry(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    """The schools of the registry that is being written itself."""
    for name in text.texts("schools", None, "name"):
        yield Proposal(name, "reference", "校名")
    for key in text.texts("schools", None, "id"):
        yield Proposal(key, "reference", "编号")


def registered_teachers(text: Written, around: Neighbours, path: Path) -> Iterator[Proposal]:
    """The teachers of the school that sends somebody; of all schools when it is not told yet."""
    registry = around.standards.registry
    if registry is None or not registry.teachers:
        return
    origin = text.said((*path[:2], "origin"))
    school = registry.find(text.schools.get(origin, origin)) if origin else None
    for teacher in registry.teachers_of.get(school.key, ()) if school else registry.teachers:
        told = (*teacher.post, *teacher.subject) if school else (teacher.school, *teacher.subject)
        yield Proposal(teacher.name, "reference", "、".join(told) or "教师")


def people_sent(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    plan = plan_of(text, around)
    for name in plan.texts("assignments", None, "teacher") if plan else ():
        yield Proposal(name, "reference", "交流人员")


_GROUP = (("leader",), ("deputies",), ("members",), ("office", "head"), ("office", "members"))
"""Where people are in `leadership`."""

_ANSWERING = (("measures", None), ("measures", None, "commitments", None), ("activities", None))
"""Who has somebody that answers for it."""


def people(text: Written, around: Neighbours, _: Path) -> Iterator[Proposal]:
    """Everybody who can answer for something: persons, offices, bodies, schools."""
    plan = plan_of(text, around)
    if plan is None:
        return
    sources = {
        "姓名": [name for form in (*_forms("name"), *_bare()) for name in plan.texts(*form)],
        "交流人员": plan.texts("assignments", None, "teacher"),
        "职务": [post for form in _forms("post") for post in plan.texts(*form)],
        "单位": [unit for form in _forms("unit") for unit in plan.texts(*form)],
        "办公室": plan.texts("leadership", "office", "at"),
        "写过的": [name for place in _ANSWERING for name in plan.texts(*place, "responsible")],
    }
    titles: dict[str, str] = {}
    for title, names in sources.items():
        for name in names:
            titles.setdefault(name, title)
    yield from (Proposal(name, "reference", title) for name, title in titles.items())
    yield from schools(text, around, ())


def _forms(key: str) -> Iterator[Pattern]:
    """Give where the people of the leading group have a key."""
    return (("leadership", *place, *more, key) for place in _GROUP for more in ((), (None,)))


def _bare() -> Iterator[Pattern]:
    """Give where a bare name stands for a person."""
    return (("leadership", *place) for place in _GROUP)


def written_before(*places: Pattern) -> Source:
    """What stands in the same field elsewhere in the text."""

    def source(text: Written, around: Neighbours, path: Path) -> Iterator[Proposal]:
        names = (name for place in places for name in text.texts(*place))
        yield from (Proposal(name, "reference", "写过的") for name in dict.fromkeys(names))

    return source


def offices(key: str) -> Source:
    """Posts or bodies that somebody of the leading group has."""
    return written_before(*_forms(key))
