"""The lists of a plan and of its ledger as tables."""

from dataclasses import replace

from materials import COMPLIANCE, material_of

from gongjian.document.grid import Column, blank, make_grid
from gongjian.document.tables import annexes, comparison_tables, leaders, records, roster, schedule
from gongjian.model.school import Group


def test_annexes_leave_out_empty_columns_and_stand_in_order_of_time() -> None:
    table, people = annexes(material_of())
    assert table.columns == ("序号", "时间", "活动类型", "活动名称", "次数", "活动地点", "人数")
    assert table.rows == (
        ("1", "2022年10月20日", "示范课", "语文示范课", "5", "乙小学", "12"),
        ("2", "2023年3月15日", "集体备课", "单元整体备课", "2", "甲小学", ""),
    )
    assert people.columns == ("序号", "姓名", "形式", "派出学校", "接收学校", "起止时间")
    assert people.rows == (("1", "孟某某", "跟岗", "乙小学", "甲小学", "2023-2024学年"),)
    assert table.landscape


def test_annexes_may_be_chosen() -> None:
    material = material_of()
    wanted = {"annexes": ("领导小组名单", "结对学校名单", "考核评分表")}
    document = material.plan.document.model_copy(update=wanted)
    people, pairs = annexes(replace(material, plan=material.plan.model_copy(update={"document": document})))
    assert people.columns == ("序号", "组内职务", "姓名", "单位及职务")
    assert people.rows[:2] == (
        ("1", "组长", "王某某", "甲小学校长"),
        ("2", "副组长", "柳\u3000某", "乙小学副校长"),
    )
    assert pairs.rows == (("1", "结对共建", "甲小学", "乙小学"),)


def test_a_term_has_its_own_activities_and_people() -> None:
    autumn, spring = material_of(term="2022-2023-1"), material_of(term="2022-2023-2")
    assert [row[3] for row in schedule(autumn).rows] == ["语文示范课"]
    assert [row[3] for row in schedule(spring).rows] == ["单元整体备课"]
    assert not roster(autumn)
    assert len(roster(material_of(term="2023-2024-2")).rows) == 1


def test_only_those_between_the_schools_of_a_pairing() -> None:
    material = material_of("yongli")
    ours, others = Group(lead="yongli", members=("partner",)), Group(lead="yongli", members=("nobody",))
    assert len(roster(replace(material, group=ours)).rows) == 6
    assert not roster(replace(material, group=others))


def test_a_roster_of_offices_keeps_the_column_for_names() -> None:
    found = leaders(material_of("jinzhou"))
    assert found.columns == ("序号", "组内职务", "姓名", "单位及职务")
    assert found.rows[0] == ("1", "组长", "", "实验学校校长")


def test_a_ledger_lists_its_records() -> None:
    found = records(material_of("zhengmu"))
    assert len(found.rows) == 10
    assert found.rows[6] == (
        "7", "2014年11月19日", "物资捐赠", "手提电脑", "10", "东关回中", "郑母初中", "",
        "捐赠的手提电脑用于信息化教学", "捐赠清单",
    )  # fmt: skip


def test_without_a_ledger_there_are_columns_to_fill_in() -> None:
    found = records(material_of("yongli", term="2022-2023-1"))
    assert found.columns == (
        "序号", "计划时间", "活动类型", "活动名称", "活动地点", "实际时间", "参加人数", "完成情况与成效",
        "佐证材料", "责任人",
    )  # fmt: skip
    assert found.rows[0][5:] == ("", "", "", "会议记录、签到表", "")


def test_of_one_paper_the_rows_name_the_clause_alone() -> None:
    quotas, others = comparison_tables(COMPLIANCE)
    assert quotas.columns == ("序号", "政策要求", "条款", "要求指标", "方案承诺", "已作安排", "结论", "说明")
    assert quotas.rows == (
        ("1", "每学期两次以上", "三（一）", "每学期不少于2次", "示范课每学年不少于4次", "5次", "无法保证", "四次可能都在一个学期"),
        ("2", "每年一次以上", "三（二）", "每年不少于1次", "—", "—", "没有承诺", ""),
    )  # fmt: skip
    assert others.rows == (
        ("1", "要有组长", "一", "满足", ""),
        ("2", "要写考核", "四", "不足", "没有写“考核”"),
    )


def test_of_several_papers_they_name_the_paper_too() -> None:
    another = replace(COMPLIANCE.checks[0], document="《乙文件》（乙〔2021〕1号）")
    _, others = comparison_tables(replace(COMPLIANCE, checks=(another,)))
    assert others.rows == (("1", "要有组长", "《乙文件》（乙〔2021〕1号）一", "满足"),)


def test_empty_columns_go_unless_they_are_to_be_filled_in() -> None:
    columns: tuple[Column[str], ...] = (Column("甲", lambda it: it), Column("乙", lambda _: ""), blank("丙"))
    assert make_grid("表", columns, ["x"]).columns == ("序号", "甲", "丙")
    assert not make_grid("表", columns, [])


def test_what_is_still_missing_keeps_its_column() -> None:
    columns: tuple[Column[str], ...] = (Column("甲", lambda _: None),)
    assert make_grid("表", columns, ["x"]).rows == (("1", None),)


def test_a_roster_keeps_the_column_for_names_that_are_not_known_yet() -> None:
    assert roster(material_of("zhongxin")).columns[:3] == ("序号", "姓名", "职务")
