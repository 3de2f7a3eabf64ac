"""Tables with a header row as records of a registry."""

from gongjian.source.spreadsheet.registry import RegistrySheets
from gongjian.source.spreadsheet.separated import read_separated


def sheets(text: str) -> RegistrySheets:
    return RegistrySheets([read_separated(text)], text)


def test_columns_stand_in_any_order_and_lists_in_several() -> None:
    read = sheets("曾用名,序号,学校名称,简称,强弱\n旧小学,1,甲小学,甲小/一小,薄弱\n无,2,乙小学,—,\n")
    assert read.data["schools"] == [
        {"aliases": ["旧小学", "甲小/一小"], "name": "甲小学", "level": "薄弱"},
        {"name": "乙小学"},
    ]
    assert read.sheets[0].records.unknown == read.sheets[0].records.repeated == []


def test_a_column_that_is_there_twice_is_read_once() -> None:
    (only,) = sheets("校名,学校名称,所在地,联系人\n甲小学,乙小学,城区,李某\n").sheets
    assert [cell.text for cell in only.records.repeated] == ["学校名称"]
    assert [cell.text for cell in only.records.unknown] == ["联系人"]
    assert only.records.rows == [{"name": "甲小学", "area": "城区"}]


def test_what_stands_above_the_header_is_its_title() -> None:
    read = sheets("某县中小学名册,,\n（2023年）,,\n校名,所在地,\n甲小学,城区,\n,,\n乙小学,乡村,\n")
    assert [row["name"] for row in read.data["schools"]] == ["甲小学", "乙小学"]
    found = read.cell(("schools", 1, "area"))
    assert found is not None
    assert (found[1].line, found[1].column) == (6, 5)


def test_a_table_of_teachers_is_told_by_its_titles() -> None:
    read = sheets("姓名,单位,学科,职务,性别,出生日期\n钱一,甲小学,数学；语文,教导主任,女,1980年5月\n")
    assert read.data["schools"] == []
    assert read.data["teachers"] == [
        {"name": "钱一", "school": "甲小学", "subject": ["数学", "语文"], "post": ["教导主任"], "sex": "女", "born": "1980年5月"}
    ]  # fmt: skip


def test_a_table_without_a_header_is_none() -> None:
    read = sheets("甲小学,城区\n乙小学,乡村\n")
    assert (read.sheets, read.data["schools"]) == ([], [])
    assert read.cell(("schools", 0, "name")) is None


def test_titles_and_choices_may_be_in_traditional_characters() -> None:
    read = sheets("學校名稱,所在地,學段,辦學水平,所屬學校\n甲鎮小學,鄉村,九年一貫制,薄弱,乙鎮學校\n")
    assert read.data["schools"] == [
        {"name": "甲鎮小學", "area": "乡村", "stage": "九年一贯制", "level": "薄弱", "parent": "乙鎮學校"}
    ]
    assert sheets("姓名,學校,性別\n錢一,甲小學,女\n").data["teachers"] == [
        {"name": "錢一", "school": "甲小學", "sex": "女"}
    ]
