"""Waivers: accepted findings, in the settings and beside the line."""

import json
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from small_plans import SMALL, VAGUE, another

OTHER = another("b", VAGUE)


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.yaml").write_text(VAGUE, encoding="utf-8")
    (tmp_path / "plans/b.yaml").write_text(OTHER, encoding="utf-8")
    return tmp_path


def settings(county: Path, *waivers: str) -> None:
    lines = "".join(f"  - {waiver}\n" for waiver in waivers)
    (county / "gongjian.yaml").write_text(f"gongjian: repository/v1\nwaivers:\n{lines}", encoding="utf-8")


def outcome(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    code = run(["validate", "--as-of", "2026-11-23", *arguments])
    shown = capsys.readouterr()
    return (
        code,
        [line.split(" ")[0] + line.split(" ")[1] for line in shown.out.splitlines()],
        shown.err.strip(),
    )


def test_a_waiver_covers_its_files(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(county, "{rule: GJ231, file: plans/a*, reason: 等文件, approver: 李某, until: 2026-11-23}")
    code, lines, summary = outcome(capsys=capsys)
    assert (code, lines) == (codes.FINDINGS, ["plans/b.yaml:16:42:GJ231"])
    assert summary == "检查了 3 个文件，1 个错误（另有 1 个已豁免）"


def test_a_waiver_without_a_file_covers_all(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(county, "{rule: gj231, reason: 等文件, approver: 李某, until: 2026-11-23}")
    assert outcome(capsys=capsys) == (codes.FINE, [], "检查了 3 个文件，没有发现问题（另有 2 个已豁免）")


def test_an_expired_waiver_covers_nothing_and_is_a_finding(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(county, "{rule: GJ231, reason: 等文件, approver: 李某, until: 2026-11-22}")
    code, lines, _ = outcome(capsys=capsys)
    assert code == codes.FINDINGS
    assert lines == ["plans/a.yaml:16:42:GJ231", "plans/b.yaml:16:42:GJ231", "gongjian.yaml:3:53:GJ403"]


def test_an_unused_waiver_is_a_finding_when_all_is_checked(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(county, "{rule: GJ101, reason: 等文件, approver: 李某, until: 2026-11-23}")
    assert outcome(capsys=capsys)[1][-1] == "gongjian.yaml:3:5:GJ401"
    assert outcome("plans", capsys=capsys)[1] == ["plans/a.yaml:16:42:GJ231", "plans/b.yaml:16:42:GJ231"]


def test_a_waiver_is_not_called_unused_when_its_rule_was_not_asked_for(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(county, "{rule: GJ231, reason: 等文件, approver: 李某, until: 2026-11-23}")
    assert outcome("--select", "GJ1", capsys=capsys)[:2] == (codes.FINE, [])
    assert outcome("--ignore", "GJ231", capsys=capsys)[:2] == (codes.FINE, [])


def test_findings_about_waivers_can_be_left_out(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(county, "{rule: GJ231, reason: 等文件, approver: 李某, until: 2026-11-22}")
    assert outcome("--ignore", "GJ231,GJ403", capsys=capsys)[:2] == (codes.FINE, [])


@pytest.mark.parametrize(
    ("line", "waived"),
    [
        ("quota: 定期}  # gongjian: ignore[GJ231] 等文件", True),
        ("quota: 定期}  # gongjian: ignore[GJ101, gj231] 等文件", True),
        ("quota: 定期}  # gongjian: ignore[GJ232] 等文件", False),
    ],
)
def test_a_comment_waives_its_line(
    county: Path, line: str, waived: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "plans/a.yaml").write_text(VAGUE.replace("quota: 定期}", line), encoding="utf-8")
    _, lines, _ = outcome("plans/a.yaml", capsys=capsys)
    assert ("plans/a.yaml:16:42:GJ231" not in lines) == waived


def test_a_comment_on_its_own_line_waives_the_next(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = VAGUE.replace("      - {id: demo", "      # gongjian: ignore[GJ231] 等文件\n      - {id: demo")
    (county / "plans/a.yaml").write_text(text, encoding="utf-8")
    assert outcome("plans/a.yaml", capsys=capsys)[:2] == (codes.FINE, [])


LISTED = VAGUE.replace(
    "      - {id: demo, activity: 示范课, quota: 定期}",
    """      - id: demo{0}
        activity: 示范课
        quota:{1}
          - 定期
          - 适时""",
)


@pytest.mark.parametrize(
    ("item", "entry", "waived"),
    [
        ("", "  # gongjian: ignore[GJ231] 等文件", True),
        ("", "\n          # gongjian: ignore[GJ231] 等文件", False),
        ("  # gongjian: ignore[GJ231] 等文件", "", False),
    ],
)
def test_a_comment_behind_an_entry_waives_all_of_it(
    county: Path, item: str, entry: str, waived: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    text = LISTED.replace("{0}", item).replace("{1}", entry)
    assert text.count("定期") == 1
    (county / "plans/a.yaml").write_text(text, encoding="utf-8")
    _, lines, summary = outcome("plans/a.yaml", capsys=capsys)
    assert (lines == []) == waived, (lines, summary)


def test_a_comment_above_an_item_waives_all_of_it(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LISTED.replace(
        "      - id: demo{0}", "      # gongjian: ignore[GJ231] 等文件\n      - id: demo"
    ).replace("{1}", "")
    (county / "plans/a.yaml").write_text(text, encoding="utf-8")
    assert outcome("plans/a.yaml", capsys=capsys)[:2] == (codes.FINE, [])


@pytest.mark.parametrize(
    ("place", "waived"),
    [
        ("measures", True),
        ("measures.0.commitments.0", True),
        ("measures.0.commitments.0.quota.0", True),
        ("measures.0.commitments.1", False),
        ("meas", False),
    ],
)
def test_a_waiver_of_a_place_covers_what_is_below(
    county: Path, place: str, waived: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(county, f"{{rule: GJ231, place: {place}, reason: 等文件, approver: 李某, until: 2026-11-23}}")
    assert ("plans/a.yaml:16:42:GJ231" not in outcome(capsys=capsys)[1]) == waived


def test_a_waiver_of_a_requirement_needs_no_rule(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = """gongjian: policy/v1
id: local
title: 本县要求
document: {title: 办法, issuer: 某县教育局}
requirements:
  - {id: fair, kind: section, clause: 一, text: 要写考核。, topic: 考核}
  - {id: news, kind: section, clause: 二, text: 要写宣传。, topic: 宣传}
"""
    (county / "本县.yaml").write_text(pack, encoding="utf-8")
    (county / "plans/b.yaml").unlink()
    (county / "plans/a.yaml").write_text(SMALL, encoding="utf-8")
    (county / "gongjian.yaml").write_text(
        "gongjian: repository/v1\npolicies: [本县.yaml]\nwaivers:\n"
        "  - {requirement: fair, reason: 另行发文, approver: 李某, until: 2026-11-23}\n",
        encoding="utf-8",
    )
    code, lines, summary = outcome(capsys=capsys)
    assert (code, lines) == (codes.FINDINGS, ["plans/a.yaml:4:8:GJ311"])
    assert summary == "检查了 3 个文件，1 个错误（另有 1 个已豁免）"


def test_json_tells_who_waived_and_why(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(county, "{rule: GJ231, file: plans/a.yaml, reason: 等文件, approver: 李某, until: 2026-11-23}")
    run(["validate", "--as-of", "2026-11-23", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["summary"] == {"files": 3, "error": 1, "warning": 0, "info": 0, "waived": 1}
    assert [finding["waived"] for finding in report["findings"]] == [
        {"reason": "等文件", "approver": "李某", "until": "2026-11-23"},
        None,
    ]


def test_as_of_must_be_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--as-of", "明天"]) == codes.USAGE
    assert "--as-of：“明天”不是日期" in capsys.readouterr().err
