"""An 实施方案 in words, and the notice that issues it."""

from dataclasses import replace

from materials import BASE, COMPLIANCE, material_of

from gongjian.document.tables import annexes
from gongjian.document.views.implementation import implementation
from gongjian.document.views.notice import notice
from gongjian.document.views.parts import Point
from gongjian.model.repository import Bureau


def test_points_come_before_commitments() -> None:
    measures = implementation(material_of("yongli")).measures
    assert [measure.heading for measure in measures] == [
        "加强校际管理交流", "推行教师交流服务制度", "规范教学常规管理", "深化教科研合作", "促进学生共同提高",
    ]  # fmt: skip
    assert isinstance(measures[0].points[0], Point)
    assert measures[0].points[0].text == "两校指定副校长具体分管结对共建工作，每校1人。"


def test_a_single_commitment_needs_no_number_and_a_duty_stands_last() -> None:
    first = implementation(material_of("songyang")).measures[0]
    assert first.points == ()
    assert first.text[-1].endswith("6对，并确定学校名单。")
    assert first.duty == "责任单位：普教科；完成时限：6月15日前。"


def test_leaders_are_listed_by_role() -> None:
    assert implementation(material_of()).leaders == (
        ("组长", "王某某（甲小学校长）"),
        ("副组长", "柳某（乙小学副校长）"),
        ("成员", "刘某、黄某某"),
    )


def test_a_county_lists_its_pairs() -> None:
    (group,) = implementation(material_of("songyang")).pairings
    assert group.mode == "共建型"
    assert len(group.lines) == 6
    assert group.lines[0] == "松阳县古市镇中心学校——松阳县古市镇岗寺中心小学"


def test_a_single_pair_goes_without_saying() -> None:
    assert implementation(material_of()).pairings == ()


def test_activities_are_counted_by_kind() -> None:
    assert implementation(material_of()).schedule == "共安排活动7次，其中示范课5次、集体备课2次"


def test_a_plan_may_name_the_comparison_as_an_annex() -> None:
    material = material_of()
    document = material.plan.document.model_copy(update={"annexes": ("指标对照表",)})
    plan = material.plan.model_copy(update={"document": document})
    found = annexes(replace(material, plan=plan, compliance=COMPLIANCE))
    assert [grid.title for grid in found] == ["量化指标对照表", "其他要求对照表"]


def test_a_notice_carries_everything_of_the_plan() -> None:
    made = notice(material_of("songyang"))
    assert made.title == "松阳县教育局关于印发《松阳县新时代城乡教育共同体建设实施方案》的通知"
    assert made.copies_to == "县人民政府教育督导室"
    assert (made.printer, str(made.printed)) == ("松阳县教育局办公室", "2021-05-21")
    assert made.issued
    assert made.measures == implementation(material_of("songyang")).measures


def test_a_bureau_that_issues_a_plan_tells_its_office_and_how_its_numbers_begin() -> None:
    material = material_of("songyang")
    said = material.plan.document
    bureau = Bureau(name="松阳县教育局", short="县教育局", office="松阳县教育局综合科", code="松教")

    def made(issuer: str, **more: object) -> tuple[str, str, str]:
        document = said.model_copy(update={"issuer": (issuer,), "number": None, "printer": None, **more})
        plan = material.plan.model_copy(update={"document": document})
        view = notice(replace(material, plan=plan, bureau=bureau))
        return view.number, view.number_begins, view.printer

    assert made("松阳县教育局") == ("", "松教〔2021〕", "松阳县教育局综合科")
    assert made("县教育局") == ("", "松教〔2021〕", "松阳县教育局综合科")
    assert made("实验小学") == ("", "", "实验小学办公室")
    told = made("松阳县教育局", number="松教〔2021〕12号", printer="某科")
    assert (told[0], told[2]) == ("松教〔2021〕12号", "某科")


def test_of_joint_issuers_the_first_prints_and_the_date_goes_without_saying() -> None:
    made = notice(material_of("zhongxin"))
    assert made.title.startswith("镇教管办、镇中心小学关于印发《")
    assert made.printer == "镇教管办"
    assert made.printed == material_of("zhongxin").plan.document.date


def test_base_plan_is_the_one_meant() -> None:
    assert material_of(BASE).plan.title == "甲小学结对共建活动实施方案"
