"""The plan's lists as tables: what the annexes print."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gongjian.document.wording import Wording, period, span
from gongjian.model.activity import Activity, Assignment
from gongjian.model.plan import Annex, Plan, ScoreItem

WIDE = 7
"""From so many columns on a table is set across the page."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts.

    Attributes:
        alignments: Markdown's marks, a column each: `:-:` centred, `:--` left.
    """

    title: str
    columns: tuple[str, ...]
    alignments: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def landscape(self) -> bool:
        """Whether the table is set across the page."""
        return len(self.columns) >= WIDE


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its head, how a cell is made of an entry and its number, centred or not."""

    head: str
    cell: "Callable[[int, object], str]"
    centred: bool = False


def annexes(plan: Plan) -> list[Grid]:
    """Make the tables that go with the plan: those it names, else one for each list it has."""
    wanted = plan.document.annexes
    if wanted is None:
        wanted = _CUSTOMARY
    words = Wording(plan)
    grids = (_TABLES[annex](plan, words) for annex in wanted)
    return [grid for grid in grids if grid.rows]


def _grid(title: str, columns: Sequence[_Column], entries: Iterable[object]) -> Grid:
    """Make a table, leaving out the columns in which nothing stands."""
    rows = [[column.cell(number, entry) for column in columns] for number, entry in enumerate(entries, 1)]
    kept = [i for i in range(len(columns)) if any(row[i] for row in rows)]
    return Grid(
        title,
        tuple(columns[i].head for i in kept),
        tuple(":-:" if columns[i].centred else ":--" for i in kept),
        tuple(tuple(row[i] for i in kept) for row in rows),
    )


def _schedule(plan: Plan, words: Wording) -> Grid:
    def of(read: Callable[[Activity], str]) -> Callable[[int, object], str]:
        return lambda _, entry: read(entry)  # type: ignore[arg-type]

    columns = (
        _Column("序号", lambda number, _: str(number), centred=True),
        _Column("时间", of(lambda a: span(a.date))),
        _Column("活动类型", of(lambda a: a.activity)),
        _Column("活动名称", of(lambda a: a.title or "")),
        _Column("次数", of(lambda a: str(a.count) if a.count > 1 else ""), centred=True),
        _Column("学科", of(lambda a: a.subject or ""), centred=True),
        _Column("年级", of(lambda a: a.grade or ""), centred=True),
        _Column("承担学校", of(lambda a: words.party(a.by))),
        _Column("活动地点", of(lambda a: (words.school(a.host) if a.host else "") + (a.place or ""))),
        _Column("参加学校", of(lambda a: words.party(a.schools))),
        _Column("人数", of(lambda a: str(a.people or "")), centred=True),
        _Column("责任人", of(lambda a: words.party(a.responsible)), centred=True),
        _Column("备注", of(lambda a: a.note or "")),
    )
    activities = sorted(plan.activities, key=lambda activity: (activity.date.first, activity.date.last))
    return _grid("活动安排表", columns, activities)


def _roster(plan: Plan, words: Wording) -> Grid:
    def of(read: Callable[[Assignment], str]) -> Callable[[int, object], str]:
        return lambda _, entry: read(entry)  # type: ignore[arg-type]

    columns = (
        _Column("序号", lambda number, _: str(number), centred=True),
        _Column("姓名", of(lambda a: a.teacher or ""), centred=True),
        _Column("职务", of(lambda a: "、".join(a.post))),
        _Column("任教学科", of(lambda a: "、".join(a.subject))),
        _Column("形式", of(lambda a: a.kind), centred=True),
        _Column("派出学校", of(lambda a: words.school(a.origin))),
        _Column("接收学校", of(lambda a: words.school(a.destination))),
        _Column("起止时间", of(lambda a: period(a.period))),
        _Column("周课时", of(lambda a: str(a.lessons or "")), centred=True),
        _Column("备注", of(lambda a: a.note or "")),
    )
    return _grid("交流人员花名册", columns, plan.assignments)


def _leaders(plan: Plan, words: Wording) -> Grid:
    people = plan.leadership.people() if plan.leadership else []
    rows = tuple(
        (
            role,
            person.name or "",
            (words.full_name(person.school) if person.school else person.unit or "") + "、".join(person.post),
            person.duty or "",
        )
        for _, role, person in people
    )
    return Grid(
        "领导小组名单", ("组内职务", "姓名", "单位及职务", "分工"), (":-:", ":-:", ":--", ":--"), rows
    )


def _pairings(plan: Plan, words: Wording) -> Grid:
    rows = tuple(
        (
            str(number),
            group.mode or plan.mode,
            words.full_name(group.lead),
            "、".join(map(words.full_name, group.members)),
            group.note or "",
        )
        for number, group in enumerate(plan.pairings(), 1)
    )
    heads = ("序号", "模式", "牵头校", "成员校", "备注")
    return Grid("结对学校名单", heads, (":-:", ":-:", ":--", ":--", ":--"), rows)


def _scores(plan: Plan, words: Wording) -> Grid:
    def of(read: Callable[[ScoreItem], str]) -> Callable[[int, object], str]:
        return lambda _, entry: read(entry)  # type: ignore[arg-type]

    columns = (
        _Column("序号", lambda number, _: str(number), centred=True),
        _Column("考核项目", of(lambda item: item.item)),
        _Column("分值", of(lambda item: str(item.points)), centred=True),
        _Column("评分标准", of(lambda item: item.standard or "")),
    )
    return _grid("考核评分表", columns, plan.assessment.items if plan.assessment else ())


_CUSTOMARY: tuple[Annex, ...] = ("活动安排表", "交流人员花名册")
"""The annexes of a plan that names none; those without entries are left out."""

_TABLES: dict[Annex, Callable[[Plan, Wording], Grid]] = {
    "活动安排表": _schedule,
    "交流人员花名册": _roster,
    "领导小组名单": _leaders,
    "结对学校名单": _pairings,
    "考核评分表": _scores,
}
