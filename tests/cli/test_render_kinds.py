"""`gongjian render --kind`: eleven kinds of document, their files, and what is said when there is none."""

from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
GROUPS = """
  - {id: third, name: 丙小学}
groups:
  - {id: yi, lead: yongli, members: [partner]}
  - {id: bing, lead: yongli, members: [third]}
leadership:"""
LEDGER = """gongjian: ledger/v1
plan: base
records:
  - {id: a, date: 2022-10-20, activity: 示范课, commitment: demo, count: 5, evidence: 教案}
"""


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("gongjian.yaml", "gongjian: repository/v1\n")
    write("方案/甲.yaml", GOOD)
    return tmp_path


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_file_bears_its_kind(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "方案", "--kind", "印发通知", "--format", "docx", "--format", "md"]) == codes.FINE
    assert capsys.readouterr().out == (
        "方案/甲.yaml → out/甲-印发通知.docx\n方案/甲.yaml → out/甲-印发通知.md\n"
    )


def test_a_file_may_be_named(county: Path) -> None:
    assert run(["render", "方案/甲.yaml", "--kind", "结对协议书", "-o", "协议.md"]) == codes.FINE
    assert Path("协议.md").read_text(encoding="utf-8").startswith("# 甲小学与乙小学结对共建协议书\n")


def test_every_pairing_has_its_agreement(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("方案/县.yaml", GOOD.replace("\nleadership:", GROUPS, 1).replace("id: base", "id: county"))
    assert run(["render", "方案/县.yaml", "--kind", "结对协议书", "--format", "md"]) == codes.FINE
    assert capsys.readouterr().out == (
        "方案/县.yaml → out/县-结对协议书-yi.md\n方案/县.yaml → out/县-结对协议书-bing.md\n"
    )
    text = Path("out/县-结对协议书-bing.md").read_text(encoding="utf-8")
    assert text.startswith("# 甲小学与丙小学结对共建协议书\n")
    assert "乙小学" not in text


def test_pairings_without_ids_are_numbered(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    groups = GROUPS.replace("id: yi, ", "").replace("id: bing, ", "")
    write("方案/县.yaml", GOOD.replace("\nleadership:", groups, 1))
    run(["render", "方案/县.yaml", "--kind", "结对协议书", "--format", "md"])
    assert capsys.readouterr().out.split() == [
        "方案/县.yaml", "→", "out/县-结对协议书-1.md", "方案/县.yaml", "→", "out/县-结对协议书-2.md",
    ]  # fmt: skip


def test_several_agreements_do_not_go_into_one_file(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("方案/县.yaml", GOOD.replace("\nleadership:", GROUPS, 1))
    assert run(["render", "方案/县.yaml", "--kind", "结对协议书", "-o", "协议.docx"]) == codes.FINDINGS
    assert capsys.readouterr().err == "方案/县.yaml: 这份方案有2份结对协议书，-o 应写文件夹\n"


def test_what_a_plan_has_not_is_told_in_one_line(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "方案", "--kind", "考核评分表"]) == codes.FINDINGS
    assert capsys.readouterr().err == (
        "方案/甲.yaml: 没有评分项目，印不出考核评分表（在方案里写 assessment 的 items）\n"
    )
    assert not Path("out").exists()


def test_a_term_may_be_chosen(county: Path) -> None:
    for term, title in {
        "2022-2023-2": "# 甲小学2022—2023学年第二学期结对共建工作计划",
        "2022-2023": "# 甲小学2022—2023学年结对共建工作计划",
    }.items():
        assert (
            run(["render", "方案/甲.yaml", "--kind", "工作计划", "--term", term, "-o", "a.md"]) == codes.FINE
        )
        assert Path("a.md").read_text(encoding="utf-8").partition("\n")[0] == title


def test_terms_begin_as_the_repository_says(county: Path) -> None:
    calendar = "calendar: {second_term: 04-01, second_term_teaching: {start: 04-10, end: 06-30}}\n"
    write("gongjian.yaml", f"gongjian: repository/v1\n{calendar}")
    arguments = ["render", "方案/甲.yaml", "--kind", "活动安排表", "--term", "2022-2023-1", "-o", "a.md"]
    assert run(arguments) == codes.FINE
    assert "2023年3月15日" in Path("a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("上学期", "用法不对：--term：“上学期”不是日期"),
        ("2022-2025", "用法不对：--term：2022-2025 不是一个学年：学年是相邻的两年，如 2022-2023"),
    ],
)
def test_a_term_that_is_none(
    county: Path, term: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "方案", "--kind", "工作计划", "--term", term]) == codes.USAGE
    assert capsys.readouterr().err.startswith(message)


def test_the_ledger_of_the_repository_is_used(county: Path) -> None:
    arguments = ["render", "方案/甲.yaml", "--kind", "工作总结", "-o", "a.md"]
    assert run(arguments) == codes.FINE
    assert "待补：完成情况" in Path("a.md").read_text(encoding="utf-8")
    write("台账/甲.yaml", LEDGER)
    assert run(arguments) == codes.FINE
    text = Path("a.md").read_text(encoding="utf-8")
    assert "开展示范课5次（10月20日）。" in text
    assert "待补：完成情况" not in text


def test_a_ledger_that_is_wrong_is_told(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("台账/甲.yaml", LEDGER.replace("count: 5", "count: 多"))
    assert run(["render", "方案/甲.yaml", "--kind", "台账"]) == codes.FINDINGS
    assert capsys.readouterr().err == (
        "方案/甲.yaml: 印不出来：台账 台账/甲.yaml 有问题（用 gongjian validate 台账/甲.yaml 查看）\n"
    )


def test_a_ledger_is_no_plan(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("方案/台账.yaml", LEDGER)
    assert run(["render", "方案", "--format", "md"]) == codes.FINE
    assert capsys.readouterr().out == "方案/甲.yaml → out/甲.md\n"


def test_packs_in_force_in_the_repository_are_compared(county: Path) -> None:
    write("gongjian.yaml", "gongjian: repository/v1\npolicies: [yongli]\n")
    assert run(["render", "方案/甲.yaml", "--kind", "指标对照表", "-o", "a.md"]) == codes.FINE
    assert "没有承诺" in Path("a.md").read_text(encoding="utf-8")
