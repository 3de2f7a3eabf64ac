import pytest

from gongjian.editor.completion import proposals
from gongjian.editor.positions import Position
from small_plans import SMALL


def labels(text: str) -> list[str]:
    """Complete where the mark stands."""
    before = text[: text.index("‸")]
    at = Position(before.count("\n"), len(before) - before.rfind("\n") - 1)
    return [each.label for each in proposals(text.replace("‸", ""), at)]


def test_keys_at_the_top_leave_out_what_is_written() -> None:
    found = labels(SMALL + "‸")
    assert "activities" in found
    assert not {"title", "schools", "measures"} & set(found)


def test_keys_of_an_item() -> None:
    found = labels(SMALL + "activities:\n  - date: 2022-10-20\n    ‸")
    assert found[:3] == ["activity", "title", "commitment"]
    assert labels(SMALL + "activities:\n  - ‸")[:2] == ["date", "activity"]


def test_keys_in_braces() -> None:
    assert labels(SMALL.replace("quota: ≥1次/学年}", "quo‸}"))[:2] == ["quota", "by"]


def test_chinese_keys_in_a_chinese_file() -> None:
    text = "文件类型: plan/v1\n编号: a\n标题: 方案\n公文:\n  ‸\n"
    assert labels(text)[:2] == ["发文单位", "成文日期"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("activities:\n  - host: ‸", ["yongli", "partner"]),
        ("activities:\n  - {date: 2022-10, by: [yongli, ‸", ["yongli", "partner"]),
        ("activities:\n  - commitment: ‸", ["demo"]),
        ("groups:\n  - lead: yongli\n    members:\n      - ‸", ["yongli", "partner"]),
        ("assignments:\n  - origin: ‸", ["yongli", "partner"]),
        ("level: ‸", ["省级", "市级", "县级", "乡镇级", "校级"]),
    ],
)
def test_values(line: str, expected: list[str]) -> None:
    assert labels(SMALL + line) == expected


def test_kinds_and_packs() -> None:
    assert {"示范课", "集体备课"} <= set(labels(SMALL + "activities:\n  - activity: ‸"))
    assert {"songyang", "guofa-2016-40"} <= set(labels(SMALL + "policies: [‸"))


def test_a_column_behind_a_rare_character() -> None:
    text = SMALL + "activities:\n  - {title: 𠀀, host: "
    at = Position(text.count("\n"), len("  - {title: 𠀀, host: ") + 1)
    assert [each.label for each in proposals(text, at)] == ["yongli", "partner"]


def test_past_the_end_there_is_nothing() -> None:
    assert proposals("", Position(3, 0)) == []
