"""The ledger (台账): what was carried out of one plan, with evidence, `gongjian: ledger/v1`."""

from typing import Literal

from gongjian.model.base import Count, Identifier, Identifiers, Model, Paragraphs, Text, Texts, entry
from gongjian.model.dates import DateSpan, Day
from gongjian.model.people import responsible


class Record(Model, title="落实记录"):
    """One thing that happened (落实记录)."""

    id: Identifier = entry("编号", "记录的编号，在台账里不重复", "2014-01")
    date: DateSpan = entry("日期", "哪一天，或哪几天、哪个月", "2014-10-15", "2014-11-03至11-04", "2014-09")
    activity: Text = entry("活动类型", "哪一类活动", "示范课")
    title: Text | None = entry("名称", "活动名称", "语文示范课", default=None)
    commitment: Identifier | None = entry("对应承诺", "落实方案的哪一项承诺（编号）", "demo", default=None)
    teacher: Texts = entry(
        "交流人员", "涉及方案里的哪些交流人员（姓名）", "魏某", ["孟某某", "王某"], default=()
    )
    by: Identifiers = entry("承担方", "由哪些学校承担（学校编号）", "dongguan", default=())
    host: Identifier | None = entry("承办学校", "在哪所学校开展（学校编号）", "zhengmu", default=None)
    place: Text | None = entry("地点", "具体地点", "多功能厅", default=None)
    schools: Identifiers = entry(
        "参加学校", "哪些学校参加；不写则为全部", ["zhengmu", "dongguan"], default=()
    )
    count: Count = entry("数量", "按承诺的单位算作多少：几次、几节、几人、几台", 10, default=1)
    people: Count | None = entry("人数", "多少人参加", 12, default=None)
    subject: Text | None = entry("学科", "学科", "语文", default=None)
    result: Text | None = entry("成效", "取得了什么成效", "课后说课、评课。", default=None)
    evidence: Texts = entry("佐证", "佐证材料的名称或文件", "听课记录", ["教案", "听课记录"], default=())
    responsible: Texts = responsible()
    note: Text | None = entry("备注", "其他要说明的", "因雨顺延一周", default=None)


class Review(Model, title="小结"):
    """What the records add up to, in the words of those who did the work: for the 工作总结."""

    date: Day | None = entry("成文日期", "工作总结的成文日期", "2014-12-31", default=None)
    results: Paragraphs = entry(
        "成效", "总的成效；空一行分段", "两校教师互相学习，课堂有了变化。", default=()
    )
    problems: Paragraphs = entry("存在问题", "没有做好的；空一行分段", "交流的学科还不多。", default=())
    plans: Paragraphs = entry("下一步打算", "今后怎样做；空一行分段", "继续互派教师。", default=())


class Ledger(Model, title="台账"):
    """The records of one plan (台账)."""

    gongjian: Literal["ledger/v1"] = entry("文件类型", "说明这是哪一种文件，写在第一行", "ledger/v1")
    plan: Identifier = entry("方案", "哪一份方案的台账（方案的编号）", "zhengmu-2014")
    records: tuple[Record, ...] = entry(
        "落实记录",
        "做了什么，一次一条",
        [{"id": "2014-01", "date": "2014-10-15", "activity": "示范课"}],
        default=(),
    )
    review: Review | None = entry(
        "小结", "写工作总结用的话", {"results": "课堂有了变化。", "plans": "继续互派教师。"}, default=None
    )
