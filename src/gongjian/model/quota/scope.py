"""The scope of a quota: within which period it is counted, and for each of which subject."""

from __future__ import annotations

from typing import Final, Literal

Period = Literal["周", "月", "学期", "学年", "年", "全程"]
Subject = Literal["校", "成员校", "牵头校", "对", "人", "班"]

PERIOD_PROSE: Final[dict[Period, str]] = {
    "学期": "每学期",
    "学年": "每学年",
    "年": "每年",
    "月": "每月",
    "周": "每周",
    "全程": "累计",
}

SUBJECT_PROSE: Final[dict[Subject, str]] = {
    "校": "每校",
    "成员校": "每所成员校",
    "牵头校": "每所牵头校",
    "对": "每对",
    "人": "每人",
    "班": "每班",
}

PERIOD_WORDS: Final[dict[str, Period]] = {
    "学期": "学期", "期": "学期", "个学期": "学期",
    "学年": "学年", "学年度": "学年", "个学年": "学年",
    "年": "年", "年度": "年",
    "月": "月", "个月": "月",
    "周": "周", "星期": "周", "个星期": "周",
    "全程": "全程", "累计": "全程",
}  # fmt: skip
"""What may follow 每 or a slash and name a period."""

SUBJECT_WORDS: Final[dict[str, Subject]] = {
    "校": "校", "学校": "校",
    "成员校": "成员校", "成员学校": "成员校",
    "牵头校": "牵头校", "牵头学校": "牵头校",
    "对": "对", "结对": "对", "对学校": "对", "对结对学校": "对",
    "人": "人", "名": "人", "位": "人", "教师": "人", "老师": "人", "师": "人",
    "班": "班", "班级": "班", "教学班": "班",
}  # fmt: skip
"""What may follow 每 or a slash and name a subject."""

SPAN_WORDS: Final[dict[str, Period]] = {
    "学期内": "学期", "全学期": "学期", "本学期": "学期",
    "学年内": "学年", "全学年": "学年", "本学年": "学年",
    "年内": "年", "全年": "年", "年度": "年", "年度内": "年", "本年度": "年", "当年": "年",
    "全程": "全程",
}  # fmt: skip
"""What names a period all by itself, before the number: 年内不少于2门."""

TOTAL_WORDS: Final[tuple[str, ...]] = ("累计", "总计", "合计", "共计")
"""What says that a number is a sum: over the whole plan, unless a period stands beside it."""
