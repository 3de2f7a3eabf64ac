"""`gongjian validate --baseline`, `--write-baseline`."""

import json
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from small_plans import SMALL, VAGUE, another


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (tmp_path / "plans/a.yaml").write_text(VAGUE, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "plans")
    return tmp_path


def outcome(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], list[str]]:
    code = run(["validate", *arguments])
    shown = capsys.readouterr()
    return code, shown.out.splitlines(), shown.err.splitlines()


def test_what_was_there_is_marked_and_fails_nothing(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = county / "gongjian-baseline.json"
    known = "plans/a.yaml:16:42: GJ231 [错误（基线）] 承诺“示范课”的指标“定期”没有数量，"
    code, lines, told = outcome("--write-baseline", capsys=capsys)
    assert (code, len(lines), lines[0].startswith(known)) == (codes.FINE, 1, True)
    assert told == [
        f"基线写在 {file}，记下 1 个问题",
        "检查了 2 个文件，没有发现新问题（另有 1 个在基线里）",
    ]
    code, lines, told = outcome("--baseline", "../gongjian-baseline.json", capsys=capsys)
    assert (code, lines[0].startswith(known)) == (codes.FINE, True)
    assert told == ["检查了 2 个文件，没有发现新问题（另有 1 个在基线里）"]


def test_a_new_finding_fails(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome("--write-baseline", capsys=capsys)
    (county / "plans/b.yaml").write_text(another("b", VAGUE), encoding="utf-8")
    code, lines, told = outcome("--baseline", "../gongjian-baseline.json", capsys=capsys)
    assert code == codes.FINDINGS
    assert [line.split(" ")[0] for line in lines] == ["plans/a.yaml:16:42:", "plans/b.yaml:16:42:"]
    assert told == ["检查了 3 个文件，1 个错误（另有 1 个在基线里）"]


def test_what_is_mended_is_mentioned(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome("--write-baseline", capsys=capsys)
    (county / "plans/a.yaml").write_text(SMALL, encoding="utf-8")
    told = outcome("--baseline", "../gongjian-baseline.json", capsys=capsys)
    assert told == (codes.FINE, [], ["检查了 2 个文件，没有发现问题（基线里有 1 个已经改好）"])


def test_json_tells_it(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome("--write-baseline", capsys=capsys)
    _, lines, _ = outcome("--baseline", "../gongjian-baseline.json", "--format", "json", capsys=capsys)
    report = json.loads("\n".join(lines))
    assert report["summary"] == {
        "files": 2, "error": 0, "warning": 0, "info": 0, "waived": 0, "baseline": 1, "gone": 0,
    }  # fmt: skip
    assert [finding["baseline"] for finding in report["findings"]] == [True]


def test_it_is_written_where_it_is_wanted(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome("--write-baseline", "新/基线.json", capsys=capsys)[0] == codes.FINE
    (county / "plans/a.yaml").write_text(SMALL, encoding="utf-8")
    _, _, told = outcome("--baseline", "新/基线.json", "--write-baseline", capsys=capsys)
    assert told[0] == "基线写在 新/基线.json，记下 0 个问题"
    assert not (county / "gongjian-baseline.json").exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["--write-baseline", "../plans"],
            "--write-baseline 后面的“../plans”要是 .json 文件；要检查的文件写在 --write-baseline 前面",
        ),
        (
            ["--write-baseline", "a.yaml"],
            "--write-baseline 后面的“a.yaml”要是 .json 文件；要检查的文件写在 --write-baseline 前面",
        ),
        (
            ["--write-baseline", "--changed-since", "HEAD"],
            "--write-baseline 要检查全部文件，不能和 --changed-since 一起用：没有检查的问题会丢掉",
        ),
        (["--baseline", "没有.json"], "没有基线文件 没有.json；先用 --write-baseline 写一个"),
        (
            ["--baseline", "a.yaml"],
            "基线文件 a.yaml 第 1 行不是 JSON；有合并冲突的，改好后用 --write-baseline 重写",
        ),
        (["--write-baseline", "a.yaml/b.json"], "写不了 a.yaml/b.json：要建文件夹的地方有一个同名的文件"),
    ],
)
def test_wrong_usage_is_one_line(
    county: Path, arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, told = outcome(*arguments, capsys=capsys)
    assert (code, lines, told[0]) == (codes.USAGE, [], f"用法不对：{complaint}")
    assert (county / "plans/a.yaml").read_text(encoding="utf-8") == VAGUE


def test_another_json_file_is_not_overwritten(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "package.json").write_text("{}", encoding="utf-8")
    code, _, told = outcome("--write-baseline", "../package.json", capsys=capsys)
    assert (code, told[0]) == (
        codes.USAGE,
        "用法不对：../package.json 已经有了，不是基线文件，没有覆盖；换一个文件名",
    )


def test_where_there_is_nothing_nothing_is_written(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome("--write-baseline", capsys=capsys)
    before = (county / "gongjian-baseline.json").read_bytes()
    (county / "empty").mkdir()
    code, _, told = outcome("../empty", "--write-baseline", capsys=capsys)
    assert (code, told[-1]) == (
        codes.USAGE,
        "没有找到方案文件：文件要以 .yaml 结尾，第一行写 gongjian: plan/v1",
    )
    assert (county / "gongjian-baseline.json").read_bytes() == before
