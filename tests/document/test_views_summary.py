"""A 工作总结: from the ledger, and without one from the schedule."""

from dataclasses import replace
from datetime import date

from materials import material_of

from gongjian.document.views.summary import SummaryView, summary
from gongjian.model.ledger import Ledger


def view(name: str, term: str = "") -> SummaryView:
    return summary(material_of(name, term))


def test_zhengmu_says_what_its_own_summary_says() -> None:
    made = view("zhengmu")
    assert made.title == "郑母初中2014—2015学年第一学期“手拉手”结对工作总结"
    assert made.leading == "成立手拉手活动领导小组，由郑母初中校长任组长，明确分工，落实责任。"
    assert [(part.heading, part.text, part.missing) for part in made.work] == [
        (
            "互派教师",
            (
                "安排跟岗2人（孟某某、王某）、支教2人（魏某、冀某某）。支教教师带头参加同科教师的研讨、备课和学案设计。",
            ),
            "",
        ),
        ("教学研究", ("开展示范课6次（魏某、冀某某）。每次示范课后都组织说课、评课。",), ""),
        ("资源共享", ("落实物资捐赠10台（手提电脑）。捐赠的手提电脑用于信息化教学。",), ""),
        ("工作制度", ("召开经验交流会1次（12月17日）。",), ""),
    ]
    assert [row[1:5] for row in made.figures.rows] == [
        ("跟岗", "2人", "2人", "2人"),
        ("支教", "2人", "2人", "2人"),
        ("示范课", "每人3次", "6次", "6次"),
        ("物资捐赠", "10台", "1次", "10台"),
        ("经验交流会", "每学期不少于1次", "1次", "1次"),
    ]
    assert made.date == date(2014, 12, 31)
    assert [len(each) for each in (made.results, made.problems, made.plans)] == [1, 1, 3]
    assert made.total == "台账记录10条。"
    assert not made.people


def test_what_the_ledger_has_not_is_a_problem_and_still_to_be_written() -> None:
    made = view("zhongzhuang")
    assert made.work[0].text[0].startswith("开展听课评课2天（11月3日至4日）。")
    assert [part.missing for part in made.work] == [
        "",
        "这项工作的做法和完成情况",
        "这项工作的做法和完成情况",
    ]
    assert made.problems == ("经验交流会安排1次，台账里没有完成的记录。",)
    assert made.figures.rows[1][1:5] == ("经验交流会", "每年不少于1次", "1次", "0次")


def test_less_than_was_scheduled_is_told() -> None:
    material = material_of("zhengmu")
    assert material.ledger is not None
    fewer = material.ledger.model_copy(update={"records": material.ledger.records[:4]})
    made = summary(replace(material, ledger=fewer))
    assert "示范课安排6次，完成2次。" in made.problems


def test_people_who_took_part_are_added_up() -> None:
    records = [
        {
            "id": "a",
            "date": "2022-10-20",
            "activity": "示范课",
            "commitment": "demo",
            "people": 12,
            "count": 2,
        },
        {"id": "b", "date": "2022-11-20", "activity": "示范课", "people": 30},
        {"id": "c", "date": "2022-12-20", "activity": "运动会", "result": "学生结成了伙伴"},
    ]
    given = {"gongjian": "ledger/v1", "plan": "a", "records": records}
    made = summary(replace(material_of(), ledger=Ledger.model_validate(given)))
    assert made.total == "台账记录3条，参加活动42人次。"
    assert made.work[-1].heading == "其他活动"
    assert made.work[-1].text == ("组织运动会1次（12月20日）。学生结成了伙伴。",)


def test_without_a_ledger_it_says_what_was_scheduled() -> None:
    made = view("yongli")
    assert not made.recorded
    assert made.work[0].text == ("方案安排召开管理交流会6次。",)
    assert made.work[0].missing == "完成情况"
    assert [row[4] for row in made.figures.rows] == [None] * 17
    assert (made.results, made.problems, made.plans, made.date) == ((), (), (), None)
    assert made.period == "2022年9月1日至2025年7月31日"
    assert made.people == ("永利小学派中层干部3人到共建小学跟岗。", "共建小学派中层干部3人到永利小学跟岗。")


def test_a_term_is_summed_up_by_itself() -> None:
    made = view("yongli", "2023-2024-2")
    assert made.title == "永利小学2023—2024学年第二学期结对共建工作总结"
    (text,) = made.work[2].text
    assert text == (
        "方案安排组织备课检查2次（3月13日至14日），开展备课展示1次（3月21日），组织教学常规检查2次（4月10日至11日），"
        "开展公开课5节（4月15日至19日），组织期末测试1次（6月25日）。"
    )


def test_many_pairings_are_counted() -> None:
    assert view("songyang").schools == "6对结对学校"
    assert view("zhengmu").schools == "东关回中与郑母初中"
