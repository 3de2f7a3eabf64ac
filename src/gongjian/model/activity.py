"""What a plan schedules: activities, people sent, phases."""

from typing import Literal

from gongjian.model.base import Count, Identifier, Identifiers, Model, Paragraphs, Text, Texts, entry
from gongjian.model.dates import DateSpan, FirstDay, Period
from gongjian.model.measure import Block
from gongjian.model.people import responsible

AssignmentKind = Literal["支教", "跟岗", "轮岗", "挂职", "走教", "教师交流"]


class Activity(Model, title="活动安排"):
    """One scheduled activity (活动安排)."""

    date: DateSpan = entry("日期", "哪一天，或哪几天、哪个月", "2022-10-20", "2022-10-20至10-21", "2022-10")
    activity: Text = entry("活动类型", "哪一类活动", "示范课")
    title: Text | None = entry("名称", "活动名称", "语文示范课", default=None)
    commitment: Identifier | None = entry("对应承诺", "落实哪一项承诺（编号）", "demo", default=None)
    by: Identifiers = entry("承担方", "由哪些学校承担（学校编号）", "yongli", default=())
    host: Identifier | None = entry("承办学校", "在哪所学校开展（学校编号）", "partner", default=None)
    place: Text | None = entry("地点", "具体地点", "多功能厅", default=None)
    schools: Identifiers = entry("参加学校", "哪些学校参加；不写则为全部", ["yongli", "partner"], default=())
    count: Count = entry("次数", "算作几次（节）", 2, default=1)
    people: Count | None = entry("人数", "多少人参加", 12, default=None)
    subject: Text | None = entry("学科", "学科", "语文", default=None)
    grade: Text | None = entry("年级", "年级", "三年级", default=None)
    responsible: Texts = responsible()
    note: Text | None = entry("备注", "其他要说明的", "遇雨顺延", default=None)


class Assignment(Model, title="交流人员"):
    """One person sent from one school to another for a time (交流人员)."""

    teacher: Text | None = entry("姓名", "姓名；未定的可以不写", "孟某某", default=None)
    kind: AssignmentKind = entry("交流形式", "支教、跟岗、轮岗、挂职……", "跟岗")
    origin: Identifier = entry("派出学校", "派出学校编号", "zhongxin")
    destination: Identifier = entry("接收学校", "接收学校编号", "shiyan")
    period: Period = entry(
        "起止时间", "交流的起止时间", {"start": "2023-09", "end": "2024-07"}, "2023-2024学年"
    )
    post: Texts = entry("职务", "原职务", "教导主任", default=())
    subject: Texts = entry("任教学科", "任教学科", ["数学", "英语"], default=())
    sex: Literal["男", "女"] | None = entry("性别", "性别", "女", default=None)
    born: FirstDay | None = entry("出生年月", "出生年月，用来算派出时的年龄", "1980-05", default=None)
    conditions: Texts = entry("情形", "不得选派的情形，如患病、怀孕、哺乳期", "哺乳期", default=())
    lessons: Count | None = entry("周课时", "在接收学校每周上几节课", 15, default=None)
    commitment: Identifier | None = entry("对应承诺", "落实哪一项承诺（编号）", "cadre", default=None)
    note: Text | None = entry("备注", "其他要说明的", "中层领导", default=None)


class Phase(Model, title="实施步骤"):
    """One phase of the work (实施步骤)."""

    heading: Text = entry("小标题", "阶段名称", "准备阶段")
    period: Period | None = entry(
        "起止时间", "这一阶段的起止", {"start": "2023-04", "end": "2023-04"}, default=None
    )
    text: Paragraphs = entry("正文", "段落；空一行分段", "调研需求，签订协议。", default=())
    points: tuple[Block, ...] = entry("要点", "分条列出的任务", ["两校签订结对协议书。"], default=())
