"""GJ226: the people who answer for something are people of the plan."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gongjian.model.finding import Finding, Path
from gongjian.model.plan import Plan
from gongjian.rules.rule import Context, rule
from gongjian.rules.suggestions import did_you_mean, listed

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柳冀"
)
_PERSON = re.compile(rf"[\u4e00-\u9fff]{{1,2}}某{{1,2}}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_BODY = re.compile(
    r"[处科室股局校组办会部中心院所站团队班]$|老师|教师|校长|主任|书记|园长|局长|学校|小学|中学|[各全双两]"
)
"""How bodies and offices end, or what they hold; they answer for something without being persons of the plan."""


@rule("GJ226", severity="warning", title="责任人不在方案里", requires=("GJ201",))
def unknown_responsible(plan: Plan, context: Context) -> Iterator[Finding]:
    """责任人写的是人名时，这个人应当在领导小组或交流人员里；写的是学校编号时，编号应当写过。科室、职务不检查。

    坏例：
    ```yaml
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: demo, responsible: 柳某某}
    ```
    好例：
    ```yaml
    activities:
      - {date: 2022-10-20, activity: 示范课, commitment: demo, responsible: 教导处}
    ```
    """
    people: dict[str, None] | None = None
    for path, name in _responsible(plan, context):
        if name in context.schools or not _is_checked(name):
            continue
        people = people if people is not None else dict.fromkeys(_people(plan))
        if name not in people:
            known = f"方案里的人有：{listed(people)}" if people else "在 leadership 里写上"
            yield Finding(
                at=path,
                message=f"责任人“{name}”不在领导小组和交流人员里，也不是学校编号",
                hint=did_you_mean(name, (*people, *context.schools), known),
            )


@lru_cache(1024)  # a few offices answer for nearly everything
def _is_checked(name: str) -> bool:
    """Tell whether a text names a person, or is an id."""
    return name.isascii() or (bool(_PERSON.fullmatch(name)) and not _BODY.search(name))


def _responsible(plan: Plan, context: Context) -> Iterator[tuple[Path, str]]:
    for i, measure in enumerate(plan.measures):
        for j, name in enumerate(measure.responsible):
            yield ("measures", i, "responsible", j), name
    for path, commitment in context.commitments:
        for j, name in enumerate(commitment.responsible):
            yield (*path, "responsible", j), name
    for i, activity in enumerate(plan.activities):
        for j, name in enumerate(activity.responsible):
            yield ("activities", i, "responsible", j), name


def _people(plan: Plan) -> Iterator[str]:
    if plan.leadership:
        yield from (person.name for _, _, person in plan.leadership.people() if person.name)
    yield from (assignment.teacher for assignment in plan.assignments if assignment.teacher)
