"""Documents that are tables."""

from dataclasses import replace

from materials import COMPLIANCE, material_of

from gongjian.document.views.sheets import (
    comparison_sheet,
    leaders_sheet,
    ledger_sheet,
    roster_sheet,
    schedule_sheet,
    scores_sheet,
)


def test_titles_say_whose_and_subtitles_when() -> None:
    material = material_of("yongli")
    assert (schedule_sheet(material).title, schedule_sheet(material).subtitle) == (
        "永利小学结对共建活动安排表",
        ("（2022年9月1日至2025年7月31日）",),
    )
    assert roster_sheet(material).title == "永利小学结对共建交流人员花名册"
    assert schedule_sheet(material_of("yongli", "2022-2023-1")).subtitle == ("（2022—2023学年第一学期）",)


def test_a_leading_group_goes_by_its_name() -> None:
    assert leaders_sheet(material_of("yongli")).title == "永利小学结对共建活动领导小组名单"
    assert leaders_sheet(material_of()).title == "甲小学结对共建领导小组名单"


def test_a_ledger_tells_whether_it_is_to_be_filled_in() -> None:
    assert ledger_sheet(material_of("zhengmu")).recorded
    assert not ledger_sheet(material_of("yongli")).recorded


def test_points_are_summed_and_the_bundling_told() -> None:
    made = scores_sheet(material_of("gongtongti"))
    assert made.total == 100
    (note,) = made.notes
    assert note == (
        "捆绑考核：牵头校最终得分＝自身得分×80%＋成员校平均得分×20%。"
        "成员校名次比上一年上升5名以上（含5名）的，牵头校按自身得分计算。"
    )


def test_verdicts_are_counted() -> None:
    made = comparison_sheet(replace(material_of(), compliance=COMPLIANCE))
    assert made.title == "《甲小学结对共建活动实施方案》指标对照表"
    assert made.subtitle == (
        "（对照《甲文件》）",
        "量化指标2项：无法保证1项、没有承诺1项；其他要求2项：满足1项、不足1项",
    )
