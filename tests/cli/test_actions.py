"""GitHub Actions is recognised; reports count paths from the top of the checkout."""

import json
import re
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from small_plans import another

SMALL = (Path(__file__).parents[1] / "cases/good/small.yaml").read_text(encoding="utf-8")
VAGUE = SMALL.replace("quota: ≥1次/学年}", "quota: 定期}")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository in a folder of a checkout."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "某县"
    (folder / "plans").mkdir(parents=True)
    (folder / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (folder / "plans/a.yaml").write_text(VAGUE, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "summary.md"
    path.write_text("前面的步骤\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA"):
        monkeypatch.delenv(name, raising=False)
    return path


def test_a_job_annotates_by_itself(county: Path, summary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate"]) == codes.FINDINGS
    shown = capsys.readouterr()
    text, command = shown.out.splitlines()
    assert text.startswith("plans/a.yaml:16:42: GJ231 ")
    assert command.startswith(
        "::error file=某县/plans/a.yaml,line=16,endLine=16,col=42,endColumn=44,title=GJ231 "
    )
    assert shown.err == "检查了 2 个文件，1 个错误\n"
    told = summary.read_text(encoding="utf-8").splitlines()
    assert told[:2] == ["前面的步骤", "### gongjian：1 个错误"]
    assert any(line.startswith("- [第 16 行](<%E6%9F%90%E5%8E%BF/plans/a.yaml#L16>)") for line in told)


def test_links_of_the_summary_lead_to_the_commit(
    county: Path, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    monkeypatch.setenv("GITHUB_REPOSITORY", "county/plans")
    monkeypatch.setenv("GITHUB_SHA", "0123abc")
    run(["validate"])
    assert (
        "(<https://github.com/county/plans/blob/0123abc/%E6%9F%90%E5%8E%BF/plans/a.yaml#L16>)"
        in summary.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(
    ("formats", "annotated"),
    [(["--format", "text"], False), (["--format", "sarif=out.sarif"], False), (["--format", "github"], True)],
)
def test_formats_that_are_asked_for_are_all_there_is(
    county: Path, summary: Path, formats: list[str], annotated: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["validate", *formats])
    assert ("::error " in capsys.readouterr().out) == annotated
    assert ("gongjian" in summary.read_text(encoding="utf-8")) == annotated


@pytest.mark.parametrize("command", ["##[stop-commands]x", "##[add-mask]某"])
def test_what_a_plan_says_is_no_command(
    command: str, county: Path, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "plans/a.yaml").write_text(
        SMALL.replace("mode: 结对共建", f"mode: '{command}'"), encoding="utf-8"
    )
    assert run(["validate"]) == codes.FINDINGS
    first, text, last, annotation = capsys.readouterr().out.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert re.fullmatch(r"[0-9a-f]{32}", token)
    assert command in text
    assert last == f"::{token}::"
    assert annotation.startswith("::error file=某县/plans/a.yaml")


def test_what_a_file_is_called_is_no_command(
    county: Path, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "plans/a.yaml").rename(county / "##[group]x.yaml")
    assert run(["validate"]) == codes.FINDINGS
    first, text, last, annotation = capsys.readouterr().out.splitlines()
    assert text.startswith("##[group]x.yaml:16:42: GJ231 ")
    assert (first[:17], last) == ("::stop-commands::", f"::{first[17:]}::")
    assert annotation.startswith("::error file=某县/##[group]x.yaml,")


def test_elsewhere_there_are_no_annotations(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["validate"])
    assert "::" not in capsys.readouterr().out


def test_a_summary_that_cannot_be_written_fails_nothing(
    county: Path, summary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "plans/a.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(county))
    assert run(["validate"]) == codes.FINE
    assert "写不了 GITHUB_STEP_SUMMARY：" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("current", "arguments", "path"),
    [
        ("某县", [], "某县/plans/a.yaml"),
        ("某县/plans", [], "某县/plans/a.yaml"),
        (".", ["某县"], "某县/plans/a.yaml"),
        (".", ["某县/plans/a.yaml"], "某县/plans/a.yaml"),
    ],
)
def test_paths_count_from_the_top_of_the_checkout(
    county: Path,
    current: str,
    arguments: list[str],
    path: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(county.parent / current)
    run(["validate", *arguments, "--format", "gitlab"])
    (issue,) = json.loads(capsys.readouterr().out)
    assert issue["location"]["path"] == path


def test_without_a_checkout_they_count_from_the_repository(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county.parent / ".git").rmdir()
    run(["validate", "--format", "gitlab"])
    (issue,) = json.loads(capsys.readouterr().out)
    assert issue["location"]["path"] == "plans/a.yaml"


def test_json_and_text_count_from_the_repository(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["validate", "--format", "json"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["file"] == "plans/a.yaml"


def test_every_format_goes_to_a_file_of_its_own(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from gongjian.report.formats import FORMATS

    arguments = [part for name in FORMATS for part in ("--format", f"{name}=报告/{name}.out")]
    assert run(["validate", *arguments]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "检查了 2 个文件，1 个错误\n")
    written = {path.name: path.read_text(encoding="utf-8") for path in (county / "报告").iterdir()}
    assert {*written} == {f"{name}.out" for name in FORMATS}
    assert all("GJ231" in text for text in written.values())


def test_a_file_name_that_is_no_text_is_reported(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        (county / "plans/\udcd6.yaml").write_text(another("b", VAGUE), encoding="utf-8")
    except OSError:
        pytest.skip("这个文件系统只认 UTF-8 的文件名")
    assert run(["validate", "--format", "json=out.json", "--format", "text"]) == codes.FINDINGS
    findings = json.loads((county / "out.json").read_text(encoding="utf-8"))["findings"]
    assert [finding["file"] for finding in findings] == ["plans/a.yaml", "plans/\udcd6.yaml"]
    assert r"plans/\udcd6.yaml:16:42: GJ231" in capsys.readouterr().out
