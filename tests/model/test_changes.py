"""What changed in a plan, in meaning."""

from pathlib import Path

import pytest
from hypothesis import given
from strategies import quotas

from gongjian.model.calendar import DEFAULT_CALENDAR
from gongjian.model.changes import Change, changes
from gongjian.model.changes.quotas import quota_change
from gongjian.model.ledger import Ledger
from gongjian.model.plan import Plan
from gongjian.model.policy import Policy
from gongjian.model.quota import Quota, parse_quantity
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

ROOT = Path(__file__).parents[2]
YONGLI = (ROOT / "plans/yongli.yaml").read_text(encoding="utf-8")
SHOW_WEEK = (
    "2022-11-07至11-11, activity: 示范课, title: 示范课送教周, commitment: demo, host: partner, count: 5}"
)
PLANS = sorted(ROOT.glob("plans/*.yaml"))


def plan(text: str) -> Plan:
    return load(SourceFile.of(text), Plan)


def told(change: Change) -> tuple[str, ...]:
    details = [
        f"{each.title} {each.old}→{each.new}{each.note and f'（{each.note}）'}" for each in change.details
    ]
    return (change.title, change.kind, change.what, *details)


def edited(*edits: tuple[str, str], text: str = YONGLI) -> list[tuple[str, ...]]:
    new = text
    for before, after in edits:
        assert before in new, before
        new = new.replace(before, after)
    return [told(each) for each in changes(plan(text), plan(new))]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("≥5次/学年", "≥6次/学年", ("承诺", "tightened", "示范课", "指标 ≥5次/学年→≥6次/学年")),
        ("≥5次/学年", "≥4次/学年", ("承诺", "loosened", "示范课", "指标 ≥5次/学年→≥4次/学年")),
        ("≥5次/学年", "每学年不少于5次", None),
        ("≥5次/学年", "≥3次/学期", ("承诺", "tightened", "示范课", "指标 ≥5次/学年→≥3次/学期")),
        ("≥5次/学年", "≥5次", ("承诺", "loosened", "示范课", "指标 ≥5次/学年→≥5次")),
        (
            "≥5次/学年",
            "≥2次/学期",
            ("承诺", "changed", "示范课", "指标 ≥5次/学年→≥2次/学期（新旧两条谁也不能保证谁）"),
        ),
        (
            "≥5次/学年",
            "[≥5次/学年, ≥2门/学年]",
            ("承诺", "tightened", "示范课", "指标 ≥5次/学年→≥5次/学年、≥2门/学年"),
        ),
        ("≥5次/学年", "定期", ("承诺", "loosened", "示范课", "指标 ≥5次/学年→定期（不再有数量）")),
        (
            "1-2人/学年/校",
            "1-2人/学年",
            ("承诺", "changed", "中层跟岗", "指标 1-2人/学年/校→1-2人/学年（新旧两条谁也不能保证谁）"),
        ),
    ],
)
def test_quotas(old: str, new: str, change: tuple[str, ...] | None) -> None:
    assert edited((f"quota: {old}\n", f"quota: {new}\n")) == ([change] if change else [])


def test_two_quotas_that_no_arithmetic_relates() -> None:
    kind, note = quota_change(
        [parse_quantity("≥2次/人")], [parse_quantity("≥2次/班")], DEFAULT_CALENDAR, [None]
    )
    assert (kind, note) == ("changed", "计数的单位或范围不同，不能比较松紧")


def test_another_writing_of_the_same_quota() -> None:
    kind, note = quota_change(
        [parse_quantity("≥1次/学年")], [parse_quantity("≥1次/学年/对")], DEFAULT_CALENDAR, [None]
    )
    assert (kind, note) == ("changed", "写法不同，要求一样")


_MIRROR = {"tightened": "loosened", "loosened": "tightened", "changed": "changed"}


@given(quotas(), quotas())
def test_what_is_tightened_one_way_is_loosened_the_other(one: Quota, other: Quota) -> None:
    there, note = quota_change([one], [other], DEFAULT_CALENDAR, [None])
    back, same = quota_change([other], [one], DEFAULT_CALENDAR, [None])
    assert (back, same) == (_MIRROR[there], note)


def test_from_an_aim_to_a_promise_and_back() -> None:
    assert edited(("soft: true\n", "soft: false\n")) == [
        ("承诺", "tightened", "职能部门交流", "性质 努力方向（争取）→硬指标")
    ]


def test_a_commitment_moves_to_another_measure_with_its_quota_loosened() -> None:
    line = "      - id: paper\n        activity: 论文发表\n        quota: ≥1篇\n        by: 成员校\n"
    text = "        text: 牵头校指导成员校教师撰写论文，在市级发表、交流或获奖的{指标}。\n        evidence: 获奖证书或刊物\n"
    home = "  - heading: 深化教科研合作\n"
    moved = line.replace("≥1篇", "≥1篇/人") + text
    assert edited((line + text, ""), (home, f"  - heading: 另起一项\n    commitments:\n{moved}{home}")) == [
        ("承诺", "tightened", "论文发表", "指标 ≥1篇→≥1篇/人"),
        ("承诺", "moved", "论文发表", "所在措施 深化教科研合作→另起一项"),
        ("工作措施", "added", "另起一项"),
    ]


def test_new_and_gone_commitments_tell_their_quotas() -> None:
    gone = "      - id: prep-show\n        activity: 备课展示\n        quota: ≥1次/年\n        text: 两校合办教师备课展示活动，{指标}。\n"
    come = "      - {id: visit, activity: 走访, quota: ≥1次/学期}\n"
    found = edited((gone, come), (", commitment: prep-show", ""))
    assert found[:2] == [
        ("承诺", "removed", "备课展示", "指标 ≥1次/年→"),
        ("承诺", "added", "走访", "指标 →≥1次/学期"),
    ]


def test_a_renamed_commitment_is_known_again_and_nothing_else_is_told() -> None:
    assert edited(("id: exam\n", "id: final\n"), ("commitment: exam,", "commitment: final,")) == [
        ("承诺", "renamed", "期末测试", "编号 exam→final")
    ]


def test_a_renamed_school_is_known_again_and_nothing_else_is_told() -> None:
    assert edited(("partner", "gongjian-xx")) == [("学校", "renamed", "共建小学", "编号 partner→gongjian-xx")]


def test_schools_come_and_go() -> None:
    line = "  - {id: partner, name: 共建小学, role: 成员校, area: 城区, stage: 小学}\n"
    third = "  - {id: third, name: 第三小学, role: 成员校, area: 乡村}\n"
    found = edited((line, line.replace("area: 城区", "area: 乡村") + third))
    assert found == [
        ("学校", "added", "第三小学"),
        ("学校", "changed", "共建小学", "所在地 城区→乡村"),
    ]


def test_people_come_go_and_get_other_roles() -> None:
    assert edited(
        ("leader: {name: 王某某, post: 校长, school: yongli}", "leader: {name: 柳某, post: 校长, school: yongli}"),
        ("{name: 柳某, post: 副校长, school: yongli, duty: 分管结对共建工作}", "{name: 陈某, post: 副校长}"),
    ) == [
        ("组织领导", "removed", "王某某（校长）", "组内职务 组长→"),
        ("组织领导", "added", "陈某（副校长）", "组内职务 →副组长"),
        (
            "组织领导", "moved", "柳某（校长）",
            "组内职务 副组长→组长", "职务 副校长→校长", "分工 分管结对共建工作→",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (
            ("2022-11-07至11-11", "2022-11-14至11-18"),
            [("活动安排", "moved", "示范课“示范课送教周”（2022-11-14至11-18）", "日期 2022-11-07至11-11→2022-11-14至11-18")],
        ),
        (
            (SHOW_WEEK, SHOW_WEEK.replace("示范课送教周", "送教周").replace("partner, count: 5", "yongli, count: 6")),
            [(
                "活动安排", "moved", "示范课“送教周”（2022-11-07至11-11）",
                "名称 示范课送教周→送教周", "承办学校 共建小学→永利小学", "次数 5→6",
            )],
        ),
        (
            ("  - {date: 2022-12-29, activity: 期末测试, title: 第一学期期末联考, commitment: exam, place: 两校}\n", ""),
            [("活动安排", "removed", "期末测试“第一学期期末联考”（2022-12-29）")],
        ),
        (
            ("end: 2025-07-31}", "end: 2026-07-31}"),
            [("起止时间", "changed", "起止时间", "起止时间 2022-09-01至2025-07-31→2022-09-01至2026-07-31（延长）")],
        ),
        (
            ("start: 2022-09-01, end: 2025-07-31}", "start: 2022-10-01, end: 2025-07-31}"),
            [("起止时间", "changed", "起止时间", "起止时间 2022-09-01至2025-07-31→2022-10-01至2025-07-31（缩短）")],
        ),
        (("date: 2022-10-08", "date: 2022-10-09"), [("公文", "changed", "公文", "成文日期 2022-10-08→2022-10-09")]),
        (("level: 校级", "level: 县级"), [("层级", "changed", "层级", "层级 校级→县级")]),
        (("theme: 手拉手、共进步、同成长\n", ""), [("主题", "removed", "主题", "主题 手拉手、共进步、同成长→")]),
        (("policies: yongli\n", "policies: [yongli, lutai]\n"), [("政策包", "changed", "政策包", "政策包 yongli→yongli、lutai")]),
        (
            ("    - 考核不称职的，视情节通报批评或扣减绩效工资。\n", ""),
            [("考核评价", "changed", "考核评价", "要点 考核不称职的，视情节通报批评或扣减绩效工资。→")],
        ),
        (
            ("heading: 启动阶段", "heading: 准备阶段"),
            [("实施步骤", "renamed", "准备阶段", "小标题 启动阶段→准备阶段")],
        ),
        (
            ("destination: partner, period: 2022-2023学年第二学期", "destination: partner, period: 2023年"),
            [(
                "交流人员", "moved", "人员待定（跟岗，永利小学→共建小学）",
                "起止时间 2023-02-01至2023-08-31（2022-2023学年第二学期）→2023-01-01至2023-12-31（2023年）（延长）",
            )],
        ),
    ],
)  # fmt: skip
def test_everything_else(edit: tuple[str, str], found: list[tuple[str, ...]]) -> None:
    assert edited(edit) == found


def test_a_text_is_told_by_what_changed_in_it() -> None:
    new = YONGLI.replace("自2022年9月起结对共建", "自2022年10月起结对共建")
    (change,) = changes(plan(YONGLI), plan(new))
    (detail,) = change.details
    assert (change.title, detail.pieces) == (
        "引言",
        (("same", "…称两校）自2022年"), ("old", "9"), ("new", "10"), ("same", "月起结对共建，市教研…")),
    )


def test_measures_in_another_order_and_under_another_heading() -> None:
    old = plan(YONGLI)
    measures = old.measures
    new = old.model_copy(update={"measures": (measures[1], measures[0], *measures[2:])})
    assert [told(each) for each in changes(old, new)] == [
        ("工作措施", "moved", "推行教师交流服务制度", "次序 第2项→第1项")
    ]
    assert edited(("heading: 深化教科研合作", "heading: 深化科研合作")) == [
        ("工作措施", "renamed", "深化科研合作", "小标题 深化教科研合作→深化科研合作")
    ]


def test_a_measure_under_another_heading_with_a_commitment_less() -> None:
    text = "    text: 两校互相开放管理，共享理念和经验，保留各自特色。\n"
    forum = YONGLI[YONGLI.index("      - id: forum\n") : YONGLI.index("      - id: cadre\n")]
    assert edited(("heading: 加强校际管理交流\n" + text, "heading: 管理交流\n    text: 两校互通。\n"), (forum, "")) == [
        ("承诺", "removed", "管理交流会", "指标 ≥2次/学年→"),
        ("工作措施", "renamed", "管理交流", "小标题 加强校际管理交流→管理交流",
         "正文 两校互相开放管理，共享理念和经验，保留各自特色。→两校互通。"),
    ]  # fmt: skip


def test_an_id_that_a_school_has_no_more_is_no_name_of_it() -> None:
    found = edited(("{id: yongli, name", "{id: first, name"))
    assert found[:2] == [
        ("学校", "renamed", "永利小学", "编号 yongli→first"),
        ("组织领导", "changed", "王某某（校长）", "学校 永利小学→yongli"),
    ]


def test_where_other_schools_take_part_both_numbers_of_them_count() -> None:
    member = "  - {id: partner, name: 共建小学, role: 成员校, area: 城区, stage: 小学}\n"
    more = member + member.replace("partner", "second").replace("共建", "二")
    quota = "quota: ≥2次/学年\n        by: 牵头校\n        to: 成员校"
    for new, kind in (("≥2次/学年/成员校", "tightened"), ("≥1次/学年/成员校", "changed")):
        text = YONGLI.replace(quota, quota.replace("≥2次/学年", new)).replace(member, more)
        there = [each.kind for each in changes(plan(YONGLI), plan(text)) if each.area == "commitments"]
        back = [each.kind for each in changes(plan(text), plan(YONGLI)) if each.area == "commitments"]
        assert (there, back) == ([kind], [_MIRROR[kind]])


def test_paths_lead_to_what_changed() -> None:
    first = "      - id: deputy\n"
    new = YONGLI.replace(first, f"      - {{id: 新, activity: 走访}}\n{first}").replace(
        "≥5次/学年", "≥6次/学年"
    )
    added, tightened = changes(plan(YONGLI), plan(new))
    assert (added.old, added.new) == (None, ("measures", 0, "commitments", 0))
    assert (tightened.id, tightened.old, tightened.new) == (
        "demo",
        ("measures", 2, "commitments", 3),
        ("measures", 2, "commitments", 3),
    )


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_nothing_has_changed(path: Path) -> None:
    source = SourceFile.read(path, path.name)
    if "plan/v1" in source.text:
        assert changes(load(source, Plan), load(source, Plan)) == []


def test_a_pack(request: pytest.FixtureRequest) -> None:
    text = (ROOT / "src/gongjian/policies/songyang.yaml").read_text(encoding="utf-8")
    new = text.replace("quota: ≥4次/年/对", "quota: ≥2次/学期/对", 1).replace("by: 06-15", "by: 06-30", 1)
    assert [told(each) for each in changes(load(SourceFile.of(text), Policy), load(SourceFile.of(new), Policy))] == [
        ("要求", "changed", "6月15日以前订出建设方案，定下教共体名单", "截止 6月15日→6月30日"),
        ("要求", "tightened", "每对学校一年组织线下教研4次以上", "指标 ≥4次/年/对→≥2次/学期/对"),
    ]  # fmt: skip


def test_a_ledger() -> None:
    text = (ROOT / "plans/ledgers/zhengmu.yaml").read_text(encoding="utf-8")
    new = text.replace("date: 2014-10-15", "date: 2014-10-16").replace("count: 10", "count: 8")
    assert [
        told(each) for each in changes(load(SourceFile.of(text), Ledger), load(SourceFile.of(new), Ledger))
    ] == [
        ("落实记录", "moved", "示范课“魏某示范课（第一次）”（2014-10-16）", "日期 2014-10-15→2014-10-16"),
        ("落实记录", "changed", "物资捐赠“手提电脑”（2014-11-19）", "数量 10→8"),
    ]
