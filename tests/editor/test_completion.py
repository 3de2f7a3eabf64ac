from pathlib import Path

import pytest

from editing import complete_at
from gongjian.editor.completion import complete
from gongjian.editor.positions import Position, Range
from small_plans import SMALL

PLAN = SMALL.rstrip("\n") + "\n"
CHINESE = "文件类型: plan/v1\n编号: a\n学校:\n  - {编号: jia, 校名: 甲小学}\n"


def labels(text: str) -> list[str]:
    return [each.label for each in complete_at(text).proposals]


def written(text: str) -> list[str]:
    return [each.new or each.label for each in complete_at(text).proposals]


def test_keys_at_the_top_leave_out_what_is_written() -> None:
    found = labels(PLAN + "‸")
    assert found[:3] == ["level", "region", "theme"]
    assert not {"title", "schools", "measures"} & set(found)


def test_keys_of_an_item() -> None:
    assert labels(PLAN + "activities:\n  - date: 2022-10-20\n    ‸")[:3] == [
        "activity",
        "title",
        "commitment",
    ]
    assert labels(PLAN + "activities:\n  - ‸")[:2] == ["date", "activity"]
    assert labels(PLAN + "activities:\n- date: x\n- ‸")[:2] == ["date", "activity"]


def test_keys_below_leave_out_what_stands_after() -> None:
    text = PLAN + "activities:\n  - ‸\n    host: partner\n    date: 2022-10\n"
    assert labels(text)[:5] == ["activity", "title", "commitment", "by", "place"]


def test_an_item_is_opened_first() -> None:
    assert written(PLAN + "activities:\n  ‸") == ["- "]
    assert written(PLAN + "policies:\n  ‸") == ["- "]


def test_keys_in_braces() -> None:
    assert labels(PLAN.replace("quota: ≥1次/学年}", "quo‸}"))[:2] == ["quota", "by"]


def test_keys_in_braces_over_several_lines() -> None:
    text = PLAN + "activities:\n  - {date: 2022-10-20,\n     activity: 示范课,\n     ho‸\n     place: 操场}\n"
    assert written(text)[:4] == ["title: ", "commitment: ", "by: ", "host: "]
    assert "place" not in labels(text)


def test_a_key_that_has_its_colon_gets_no_other() -> None:
    text = PLAN.replace("mode: 结对共建", "mo‸de: 结对共建")
    completion = complete_at(text)
    assert completion.range == Range(Position(4, 0), Position(4, 4))
    assert completion.word == "mo"
    assert [each.new or each.label for each in completion.proposals][:2] == ["mode", "level"]


def test_chinese_keys_in_a_chinese_file() -> None:
    assert labels(CHINESE + "公文:\n  ‸\n")[:2] == ["发文单位", "成文日期"]
    assert written(CHINESE + "工作措施:\n  - 承诺:\n      - {编号: a,\n         指‸}")[1] == "指标: "


def test_traditional_keys_are_known() -> None:
    text = "文件類型: plan/v1\n學校:\n  - {編號: jia, 校名: 甲小學}\n活動安排:\n  - {承辦學校: ‸}\n"
    assert labels(text) == ["jia"]


def test_keys_fit_the_kind_of_requirement() -> None:
    found = labels("gongjian: policy/v1\nrequirements:\n  - kind: coverage\n    ‸")
    assert found == ["id", "clause", "text", "severity", "applies", "soft", "of", "activity", "percent"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("level: ‸", ["省级", "市级", "县级", "乡镇级", "校级"]),
        ("level: '‸'", ["省级", "市级", "县级", "乡镇级", "校级"]),
        ("document: {sealed: ‸", ["true", "false"]),
        ("document: {annexes: [活动安排表, ‸", ["交流人员花名册", "领导小组名单", "结对学校名单", "考核评分表", "指标对照表"]),
        ("activities:\n  - host: ‸", ["yongli", "partner"]),
        ("activities:\n  - {date: 2022-10,\n     by: [yongli,\n      ‸", ["partner"]),
        ("activities:\n  - commitment: ‸", ["demo"]),
        ("activities:\n  - responsible: ‸", ["王某某", "校长", "yongli", "partner"]),
        ("activities:\n  - {responsible: 教导处}\n  - {responsible: [王某某, ‸", ["校长", "教导处", "yongli", "partner"]),
        ("groups:\n  - lead: yongli\n    members:\n      - ‸", ["yongli", "partner"]),
        ("assignments:\n  - origin: ‸", ["yongli", "partner"]),
        ("measures:\n  - commitments:\n      - {by: ‸", ["牵头校", "成员校", "yongli", "partner"]),
        ("leadership:\n  deputies: [{post: ‸", ["校长"]),
    ],
)  # fmt: skip
def test_values(line: str, expected: list[str]) -> None:
    assert labels(PLAN + line) == expected


def test_kinds_and_packs() -> None:
    assert {"示范课", "集体备课"} <= set(labels(PLAN + "activities:\n  - activity: ‸"))
    assert {"songyang", "guofa-2016-40"} <= set(labels(PLAN + "policies: [‸"))


def test_quotas_that_a_pack_demands() -> None:
    head = "gongjian: plan/v1\npolicies: songyang\nmeasures:\n  - commitments:\n"
    for text in ("      - {activity: 同步课堂, quota: ‸}", "      - activity: 同步课堂\n        quota: [‸"):
        found = complete_at(head + text).proposals
        assert [(each.label, each.detail) for each in found] == [
            ("≥20节/年/对", "songyang 三（三）"),
            ("≥2门/年/对", "songyang 三（三）"),
        ]


def test_what_a_pack_says_of_itself() -> None:
    head = "gongjian: policy/v1\nrequirements:\n  - {id: a, text: 甲。}\n  - {id: b}\nexamples:\n  - {title: 全做到}\n"
    found = complete_at(head + "  - {title: 少, unmet: [‸").proposals
    assert [(each.label, each.detail) for each in found] == [("a", "甲。"), ("b", "要求")]
    assert labels(head + "  - {title: 少, like: ‸}\n  - {title: 后}") == ["全做到"]


def test_rules_in_waivers_severities_and_comments() -> None:
    settings = "gongjian: repository/v1\n"
    found = labels(settings + "waivers:\n  - {rule: GJ‸")
    assert found[:2] == ["GJ201", "GJ211"]
    assert {"GJ301", "GJ622"} <= set(found)
    assert not [each for each in found if each.startswith(("GJ0", "GJ1", "GJ4"))]
    assert written(settings + "severity:\n  GJ2‸")[0] == "GJ201: "
    assert written(settings + "severity: {GJ201: off, ‸")[0] == "GJ211: "
    assert written(settings + "severity: {GJ201: ‸") == ["error", "warning", "info", "off"]
    assert labels(PLAN + "# gongjian: ignore[GJ‸] 理由") == found
    completion = complete_at(PLAN + "theme: x  # gongjian: ignore[GJ201, GJ3‸] 理由")
    assert (completion.word, completion.range.start.character, completion.range.end.character) == (
        "GJ3",
        36,
        39,
    )


def test_a_name_that_yaml_would_misread_is_quoted() -> None:
    text = PLAN.replace("name: 甲小学", 'name: "甲: 小学"').replace("issuer: 甲小学", "issuer: ‸")
    assert written(text) == ['"甲: 小学"', "乙小学"]
    assert written(text.replace("‸", '"‸"')) == ["甲: 小学", "乙小学"]


def test_a_column_behind_a_rare_character() -> None:
    line = "  - {title: 𠀀😀, host: pa, place: x}"
    at = Position(PLAN.count("\n") + 1, len("  - {title: 𠀀😀, host: pa") + 2)
    completion = complete(PLAN + "activities:\n" + line, at)
    assert completion
    assert [each.label for each in completion.proposals] == ["yongli", "partner"]
    assert completion.range == Range(Position(at.line, at.character - 2), at)


def test_line_ends_of_windows() -> None:
    text = (PLAN + "activities:\n  - {date: 2022-10,\n     host: ‸").replace("\n", "\r\n")
    assert labels(text) == ["yongli", "partner"]


def test_nowhere() -> None:
    assert complete("", Position(3, 0)) is None
    assert complete("a: b # c", Position(0, 8)) is None


@pytest.mark.parametrize("path", sorted(Path(__file__).parents[2].joinpath("plans").glob("*.yaml")), ids=str)
def test_every_key_of_real_files_is_proposed_where_it_stands(path: Path) -> None:
    """At the beginning of each key the key itself is among what is proposed."""
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    for row, line in list(enumerate(lines))[:60]:
        key, colon, _ = line.lstrip(" -").partition(":")
        if not colon or line.lstrip().startswith("#") or "{" in key or not key:
            continue
        column = line.index(key)
        completion = complete(text, Position(row, column))
        assert completion, (row, line)
        assert key in {name for each in completion.proposals for name in (each.label, *each.aliases)}, (
            row,
            line,
        )
