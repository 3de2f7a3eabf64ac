"""Registries in files: YAML, CSV in any encoding, Excel; what plans take from them."""

import json
import re
import sys
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from small_plans import SMALL

PLAN = SMALL.replace("{id: yongli, name: 甲小学,", "{id: yongli,").replace(
    "id: partner, name: 乙小学", "id: yi, name: 乙小学"
)
CSV = "编号,校名,所在地\nyongli,甲小学,城区\nyi,乙小学,乡村\n"


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    (tmp_path / "名册").mkdir()
    (tmp_path / "plans/a.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def settle(county: Path, name: str, content: bytes) -> None:
    (county / "gongjian.yaml").write_text(
        f"gongjian: repository/v1\nregistry: 名册/{name}\n", encoding="utf-8"
    )
    (county / "名册" / name).write_bytes(content)


def outcome(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    code = run(["validate", *arguments])
    shown = capsys.readouterr()
    return code, shown.out.splitlines(), shown.err.strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_csv_of_any_encoding_is_the_registry(
    county: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    settle(county, "学校.csv", CSV.encode(encoding))
    assert outcome(capsys=capsys) == (codes.FINE, [], "检查了 3 个文件，没有发现问题")
    assert outcome("plans", capsys=capsys) == (codes.FINE, [], "检查了 1 个文件，没有发现问题")
    assert outcome("plans/a.yaml", capsys=capsys) == (codes.FINE, [], "检查了 1 个文件，没有发现问题")


def test_so_is_a_yaml_file(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "学校:\n  - {编号: yongli, 校名: 甲小学}\n  - {校名: 乙小学, 办学水平: 薄弱}\n"
    settle(county, "学校.yaml", f"gongjian: registry/v1\n{text}".encode())
    assert outcome("--as-of", "2023-03-01", capsys=capsys) == (
        codes.FINE,
        [],
        "检查了 3 个文件，没有发现问题",
    )
    (line,) = outcome("--as-of", "2026-03-01", capsys=capsys)[1]
    told = "GJ621 薄弱校“乙小学”在 2026-03-01 没有结对（1 所薄弱校中有 0 所结对）"
    hint = "为它安排一所牵头校，写进方案；已经不是薄弱校的，改名册"
    assert line == f"名册/学校.yaml:4:5: {told}。{hint}"


def test_a_plan_is_in_force_through_the_holidays_of_its_last_term(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(county, "学校.csv", "编号,校名,办学水平\nyongli,甲小学,优质\nyi,乙小学,薄弱\n".encode())
    (line,) = outcome("--as-of", "2026-03-01", capsys=capsys)[1]
    assert line.endswith("。为它安排一所牵头校，写进方案；已经不是薄弱校的，改名册")
    for day, count in (("2022-08-31", 1), ("2022-09-01", 0), ("2025-08-20", 0), ("2025-09-01", 1)):
        assert len(outcome("--as-of", day, capsys=capsys)[1]) == count, day


def test_cells_are_named_in_a_workbook(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="没有装 openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "小学"
    for row in (
        ["某县名册"],
        ["校名", "编号", "所在地", "办学水平"],
        ["甲小学", "yongli", "城区"],
        [],
        ["乙小学", "yi", "县城", "薄弱"],
    ):
        book.active.append(row)
    book.save(county / "名册.xlsx")
    settle(county, "学校.xlsx", (county / "名册.xlsx").read_bytes())
    (county / "名册.xlsx").unlink()
    code, lines, summary = outcome("--as-of", "2026-03-01", capsys=capsys)
    assert (code, summary) == (codes.FINDINGS, "检查了 3 个文件，2 个错误")
    assert [line.split(" ")[0] + line.split(" ")[1] for line in lines] == [
        "名册/学校.xlsx:5:3:GJ105",
        "gongjian.yaml:2:11:GJ600",
    ]
    assert "（工作表“小学”C5）" in lines[0]
    book.active["C5"] = "乡村"
    book.save(county / "名册/学校.xlsx")
    (line,) = outcome("--as-of", "2026-03-01", capsys=capsys)[1]
    assert line.startswith(
        "名册/学校.xlsx:5:1: GJ621 薄弱校“乙小学”在 2026-03-01 没有结对（1 所薄弱校中有 0 所结对）（工作表“小学”A5）。"
    )


def test_without_the_library_all_else_is_checked(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="没有装 openpyxl")
    openpyxl.Workbook().save(county / "名册/学校.xlsx")
    settle(county, "学校.xlsx", (county / "名册/学校.xlsx").read_bytes())
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    code, lines, _ = outcome(capsys=capsys)
    assert code == codes.FINDINGS
    assert [line.split("。")[0] for line in lines] == [
        "名册/学校.xlsx:1:1: GJ012 读 Excel 表格要另外装一个库",
        "gongjian.yaml:2:11: GJ600 学校名册“名册/学校.xlsx”有问题，没有按它核对学校",
    ]
    assert lines[0].endswith('。运行 pip install "gongjian[xlsx]"；或者另存为 CSV')


def test_a_spreadsheet_is_checked_by_its_own_name(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "学校.csv").write_text("校名\n甲小学\n甲小学\n", encoding="utf-8")
    assert outcome("学校.csv", capsys=capsys)[1] == [
        "学校.csv:3:1: GJ602 “甲小学”已经写过了（第 1 所）。留下一处；确实是两所的，写规范全称区别开"
    ]
    assert outcome("没有.csv", capsys=capsys)[1][0].startswith(
        "没有.csv:1:1: GJ001 读不了这个文件：文件不存在"
    )


def test_documents_bear_the_names_of_the_registry(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(county, "学校.csv", CSV.encode())
    plan = PLAN.replace("id: yi, name: 乙小学", "id: yi")
    (county / "plans/a.yaml").write_text(plan, encoding="utf-8")
    command = ["render", "plans/a.yaml", "--kind", "结对协议书", "--format", "md", "--format", "docx"]
    assert run(command) == codes.FINE
    text = (county / "out/a-结对协议书.md").read_text(encoding="utf-8")
    assert "甲小学" in text
    assert "乙小学" in text
    assert "yongli" not in text
    capsys.readouterr()
    assert run(["verify", "out/a-结对协议书.docx"]) == codes.FINE
    assert "没有手工改动" in capsys.readouterr().out


def test_rules_see_what_the_registry_says(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plan that leaves out the area is held to a requirement about rural members as if it said it."""
    pack = """gongjian: policy/v1
id: local
title: 本县要求
document: {title: 通知, issuer: 某县教育局}
requirements:
  - {id: rural, kind: structure, clause: 一, text: 至少带两所乡村学校。, what: 成员校, area: 乡村, quota: ≥2所}
"""
    settle(county, "学校.csv", CSV.replace("乡村", "镇区").encode())
    (county / "本县.yaml").write_text(pack, encoding="utf-8")
    settings = (county / "gongjian.yaml").read_text(encoding="utf-8")
    (county / "gongjian.yaml").write_text(f"{settings}policies: 本县.yaml\n", encoding="utf-8")
    (line,) = outcome("plans", capsys=capsys)[1]
    assert "方案的乡村成员校有0个，应为不少于2所" in line


def test_a_plan_in_traditional_characters_names_the_same_schools(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(county, "学校.csv", "校名,别名\n某县国学小学,国小\n某县东门小学,\n".encode())
    text = SMALL.replace("name: 甲小学", "name: 某縣東門小學").replace("name: 乙小学", "name: 國小")
    (county / "plans/a.yaml").write_text(text, encoding="utf-8")
    (line,) = outcome("plans", capsys=capsys)[1]
    assert line.startswith("plans/a.yaml:10:25: GJ612 [警告] “国小”是别名，规范全称是“某县国学小学”")


SCHOOLS = [
    ["编号", "校名", "别名", "学校标识码", "所在地", "学段", "办学水平", "类别", "所属学校"],
    ["shiyan", "某县实验小学", "实验小学、县实小", "2133001201", "城区", "小学", "优质", "", ""],
    ["kx", "某县坑西小学", "坑西完小", "0123", "乡村", "小学", "薄弱", "", ""],
    ["ht", "某县黄田中心学校", "", "", "乡村", "九年一贯制", "薄弱", "", ""],
    ["", "某县黄田中心学校小学部", "", "", "", "小学", "", "学部", "ht"],
    ["zx", "甲镇中心小学", "中心小学", "", "镇区", "小学", "一般", "", ""],
    ["zx", "乙镇中心小学", "", "", "镇区", "小学", "薄弱", "", ""],
    ["", "乙镇 中心小学", "实验小学", "", "", "", "", "", "没有"],
]
TEACHERS = [["姓名", "学校", "任教学科"], ["孟一", "shiyan", "数学"], ["李一", "没有的学校", ""]]
WRONG = """gongjian: plan/v1
id: a
title: 结对方案
mode: 结对共建
period: 2022-2023学年
document: {issuer: 甲小学, date: 2022-08-25}
schools:
  - {id: shiyan, role: 牵头校}
  - {id: a, name: 坑西中心小学, role: 成员校}
  - {id: b, name: 中心小学, role: 成员校, area: 乡村}
  - {id: kx, name: 乙镇中心小学, role: 成员校}
leadership: {leader: {post: 校长}}
assignments:
  - {teacher: 孟二, kind: 支教, origin: shiyan, destination: kx, period: 2022-2023学年}
"""


def as_yaml(county: Path) -> str:
    def listed(rows: list[list[str]], lists: tuple[str, ...]) -> list[str]:
        keys = rows[0]
        return [
            "  - {"
            + ", ".join(
                f"{key}: {'[' + value.replace('、', ', ') + ']' if key in lists else repr(value)}"
                for key, value in zip(keys, row, strict=True)
                if value
            )
            + "}"
            for row in rows[1:]
        ]

    text = [
        "gongjian: registry/v1",
        "学校:",
        *listed(SCHOOLS, ("别名",)),
        "教师:",
        *listed(TEACHERS, ("任教学科",)),
    ]
    settle(county, "学校.yaml", "\n".join(text).encode())
    return "名册/学校.yaml"


def as_workbook(county: Path) -> str:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for title, rows in (("学校", SCHOOLS), ("教师", TEACHERS)):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(county / "名册/学校.xlsx")
    settle(county, "学校.xlsx", (county / "名册/学校.xlsx").read_bytes())
    return "名册/学校.xlsx"


def as_csv(county: Path) -> str:
    settle(county, "学校.csv", "\n".join(map(",".join, SCHOOLS)).encode())
    return "名册/学校.csv"


def findings(county: Path, registry: str) -> list[tuple[str, str, str, str]]:
    run(["validate", "--as-of", "2023-03-01", "-q", "--format", "json=out.json"])
    found = json.loads((county / "out.json").read_text(encoding="utf-8"))["findings"]
    return sorted(
        (
            each["rule"],
            each["file"].replace(registry, "名册"),
            ".".join(map(str, each["path"])),
            re.sub("（工作表[^）]*）", "", each["message"]) + each["hint"],
        )
        for each in found
    )


def test_the_same_registry_gives_the_same_findings_in_every_form(county: Path) -> None:
    (county / "plans/a.yaml").write_text(WRONG, encoding="utf-8")
    of_yaml = findings(county, as_yaml(county))
    (county / "名册/学校.yaml").unlink()
    assert findings(county, as_workbook(county)) == of_yaml
    of_schools = [each for each in of_yaml if "teacher" not in each[2]]  # a text file holds but one table
    assert findings(county, as_csv(county)) == of_schools
    assert [each[:3] for each in of_yaml] == [
        ("GJ601", "名册", "schools.5.id"),
        ("GJ602", "名册", "schools.6.aliases.0"),
        ("GJ602", "名册", "schools.6.name"),
        ("GJ603", "名册", "schools.6.parent"),
        ("GJ604", "名册", "teachers.1.school"),
        ("GJ611", "plans/a.yaml", "schools.1.name"),
        ("GJ612", "plans/a.yaml", "schools.2.name"),
        ("GJ613", "plans/a.yaml", "schools.2.area"),
        ("GJ613", "plans/a.yaml", "schools.3.id"),
        ("GJ614", "plans/a.yaml", "assignments.0.teacher"),
        ("GJ621", "名册", "schools.1"),
        ("GJ621", "名册", "schools.2"),
    ]


def test_the_nearest_names_share_what_tells_them_from_others(county: Path) -> None:
    (county / "plans/a.yaml").write_text(WRONG, encoding="utf-8")
    (told,) = [text for rule, *_, text in findings(county, as_yaml(county)) if rule == "GJ611"]
    assert told == "学校名册里没有“坑西中心小学”相近的有：“某县坑西小学”；新设的学校先写进名册"
