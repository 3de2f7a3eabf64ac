"""Repositories made for measuring: plans of about 6 KB, all clean, each a little different."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

MONDAYS = (date(2022, 10, 10), date(2023, 10, 9))
KINDS = ("示范课", "集体备课", "联合教研", "专题讲座", "听课评课")
PACKS = ("guofa-2016-40", "qingyuan")
"""The packs that are in force in a repository, and that every plan meets."""


def plan_text(number: int) -> str:
    """Write a plan of some 200 lines with 9 measures, 18 commitments and 20 activities."""
    return "".join(_lines(number))


def _lines(number: int) -> Iterator[str]:
    yield f"""gongjian: plan/v1
id: plan-{number}
title: 第{number}小学结对共建活动实施方案
mode: 结对共建
period: {{start: 2022-09-01, end: 2025-07-31}}
document:
  issuer: 第{number}小学
  date: 2022-10-08
schools:
  - {{id: lead, name: 第{number}小学, role: 牵头校, area: 城区, stage: 小学}}
  - {{id: one, name: 第{number}小学一分校, role: 成员校, area: 乡村, stage: 小学}}
  - {{id: two, name: 第{number}小学二分校, role: 成员校, area: 乡村, stage: 小学}}
leadership:
  leader: {{name: 王某某, post: 校长, school: lead}}
  deputies:
    - {{name: 柳某, post: 副校长, school: one}}
  members: [刘某, 黄某某, 李某, 赵某某]
guiding: >-
  坚持城乡一体、资源共享、优势互补，发挥牵头校的示范带动作用，
  帮助成员校提高管理水平和教学质量。
goals:
  points:
    - 两校管理互通、经验共享。
    - 教师互派互学、师徒结对。
measures:
"""
    for index in range(8):
        kind = KINDS[index % len(KINDS)]
        yield f"""  - heading: 第{index}项措施
    text: 牵头校与成员校共同研究课堂教学，交流管理经验，分享优质资源。
    commitments:
      - id: c{index}
        activity: {kind}
        by: 牵头校
        quota: ≥1次/学年
        text: 两校联合开展{kind}，{{指标}}，做到有计划、有记录。
        evidence: [签到表, 活动记录]
      - {{id: d{index}, activity: 教师交流, direction: 互派, quota: 1-2人/学年/校}}
"""
    yield """  - heading: 轮岗交流
    text: 城镇学校、优质学校的教师轮岗交流，组织学生交流，两校捆绑考核。
    commitments:
      - {id: rotation, activity: 教师交流, audience: 交流教师, base: 符合条件教师, quota: ≥10%/学年}
      - {id: backbone, activity: 教师交流, audience: 骨干教师, base: 交流教师, quota: ≥20%/学年}
activities:
"""
    for index in range(20):
        day = MONDAYS[index // 10] + timedelta(weeks=index % 10)
        yield f"""  - date: {day}
    activity: {KINDS[index % len(KINDS)]}
    title: 第{index}次活动
    commitment: c{index % 8}
    host: {("one", "two", "lead")[index % 3]}
    people: {12 + index}
    responsible: 柳某
"""


def write_plans(folder: Path, count: int) -> list[Path]:
    """Write so many plans into a folder, which is made."""
    folder.mkdir(parents=True)
    paths = [folder / f"plan-{number:05}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(plan_text(number), encoding="utf-8")
    return paths


def write_repository(folder: Path, count: int) -> Path:
    """Make a repository of so many plans, two packs in force; what was there is gone."""
    shutil.rmtree(folder, ignore_errors=True)
    write_plans(folder / "plans", count)
    settings = f"gongjian: repository/v1\npolicies: [{', '.join(PACKS)}]\n"
    (folder / "gongjian.yaml").write_text(settings, encoding="utf-8")
    return folder
