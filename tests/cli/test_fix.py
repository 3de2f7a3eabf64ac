"""`gongjian validate --fix`: what it says, what it writes, exit codes."""

from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("host: partner", "host: partnr").replace("mode: 结对共建", "mode：结对共建")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\nname: 某县\n", encoding="utf-8")
    (tmp_path / "甲.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_mends_are_made_and_told_and_the_rest_is_reported(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "乙.yaml").write_text(BAD.replace("date: 2022-10-08", "date: 2022-02-30"), encoding="utf-8")
    assert run(["validate", "--fix"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert (
        shown.out
        == "乙.yaml:9:9: GJ104 “成文日期（date）”：2022年2月没有 30 日，这个月只有 28 天。日期写成 年-月-日，如 2024-09-01\n"
    )
    assert shown.err == (
        "乙.yaml:5:5: GJ005 已改：中文冒号 → 英文冒号加空格\n"
        "甲.yaml:5:5: GJ005 已改：中文冒号 → 英文冒号加空格\n"
        "甲.yaml:28:77: GJ222 已改：partnr → partner\n"
        "改好了 3 处\n"
        "检查了 3 个文件，1 个错误\n"
    )
    assert (county / "甲.yaml").read_text(encoding="utf-8") == GOOD


def test_the_code_is_that_of_what_is_left(county: Path) -> None:
    assert run(["validate"]) == codes.FINDINGS
    assert run(["validate", "--fix", "-q"]) == codes.FINE
    assert run(["validate"]) == codes.FINE


def test_diff_writes_nothing(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "--fix", "--diff", "甲.yaml"]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert [line for line in shown.out.splitlines() if line.startswith(("-", "+"))] == [
        "--- 甲.yaml",
        "+++ 甲.yaml",
        "-mode：结对共建",
        "+mode: 结对共建",
        "-  - {date: 2022-10-20, activity: 示范课, commitment: demo, title: 语文示范课, host: partnr, people: 12, count: 5}",
        "+  - {date: 2022-10-20, activity: 示范课, commitment: demo, title: 语文示范课, host: partner, people: 12, count: 5}",
    ]
    assert shown.err.endswith("甲.yaml:28:77: GJ222 能改：partnr → partner\n能改 2 处\n")
    assert (county / "甲.yaml").read_text(encoding="utf-8") == BAD
    run(["validate", "--fix", "-q"])
    assert run(["validate", "--fix", "--diff"]) == codes.FINE


def test_an_edit_that_is_not_made_is_told(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "甲.yaml").write_text(GOOD.replace("  issuer", "  isuer: 甲\n  issuer"), encoding="utf-8")
    assert run(["validate", "--fix"]) == codes.FINDINGS
    assert "甲.yaml:8:3: GJ101 没有改（isuer → issuer）：改了就读不懂了\n" in capsys.readouterr().err


def test_the_settings_of_the_repository_are_mended_first(county: Path) -> None:
    settings = "gongjian: repository/v1\npolicis: [songyang]\n"
    (county / "gongjian.yaml").write_text(settings, encoding="utf-8")
    (county / "甲.yaml").write_text(GOOD, encoding="utf-8")
    assert run(["validate", "--fix", "-q"]) == codes.FINDINGS  # now it is held against the pack
    assert (county / "gongjian.yaml").read_text(encoding="utf-8") == settings.replace("policis", "policies")


def test_canonical_forms_are_written_when_asked_for(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "甲.yaml").write_text(GOOD.replace("≥5次/学年", "每学年至少5次"), encoding="utf-8")
    assert run(["validate", "--fix", "--canonical"]) == codes.FINE
    assert "规范写法 已改：每学年至少5次 → ≥5次/学年\n改好了 1 处\n" in capsys.readouterr().err
    assert (county / "甲.yaml").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("option", ["--diff", "--canonical"])
def test_options_that_need_fix(option: str, county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", option]) == codes.USAGE
    assert f"{option} 要和 --fix 一起用" in capsys.readouterr().err


WAIVER = "waivers:\n  - {rule: GJ222, file: 甲.yaml, reason: 原文如此, approver: 局长, until: 2099-12-31}\n"


def test_what_the_repository_waives_or_does_not_want_stays(county: Path) -> None:
    settings = county / "gongjian.yaml"
    bad = BAD.replace("mode：", "mode: ").replace("commitment: prep", "commitment: perp")
    for said in (WAIVER, "severity: {GJ222: off}\n"):
        settings.write_text(f"gongjian: repository/v1\n{said}", encoding="utf-8")
        (county / "甲.yaml").write_text(bad, encoding="utf-8")
        assert run(["validate", "--fix"]) == codes.FINE
        assert (county / "甲.yaml").read_text(encoding="utf-8") == bad.replace("perp", "prep")


def test_an_expired_waiver_keeps_nothing(county: Path) -> None:
    (county / "gongjian.yaml").write_text(f"gongjian: repository/v1\n{WAIVER}", encoding="utf-8")
    run(["validate", "--fix", "--as-of", "2100-01-01"])
    assert (county / "甲.yaml").read_text(encoding="utf-8") == GOOD


def test_broken_settings_are_mended_before_all_else(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings, bad = county / "gongjian.yaml", BAD.replace("mode：", "mode: ")
    broken = f"gongjian: repository/v1\n{WAIVER.replace('waivers', 'waviers')}"
    settings.write_text(broken, encoding="utf-8")
    (county / "甲.yaml").write_text(bad, encoding="utf-8")
    assert run(["validate", "--fix", "甲.yaml"]) == codes.FINDINGS
    assert run(["validate", "--fix", "--diff"]) == codes.FINDINGS
    assert capsys.readouterr().err.endswith(
        "gongjian.yaml:2:1: GJ101 能改：waviers → waivers\n能改 1 处\ngongjian.yaml 有问题，改好它以前，别的文件不改\n"
    )
    assert settings.read_text(encoding="utf-8") == broken
    assert run(["validate", "--fix"]) == codes.FINE
    assert settings.read_text(encoding="utf-8") == f"gongjian: repository/v1\n{WAIVER}"
    assert (county / "甲.yaml").read_text(encoding="utf-8") == bad
