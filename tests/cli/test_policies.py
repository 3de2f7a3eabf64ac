"""`gongjian policies`, `gongjian validate --policy`, `gongjian quota --entails`."""

import json
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.rules.packs import pack_ids

SMALL = Path(__file__).parents[1] / "cases/good/small.yaml"
PACK = """gongjian: policy/v1
id: ours
title: 本县要求
document: {title: 本县办法, number: 某教发〔2026〕1号, issuer: 某县教育局}
requirements:
  - {id: demo, kind: quota, clause: 三（一）, text: 每学期上公开课两次以上。, activity: 公开课, quota: ≥2次/学期}
examples:
  - {title: 不够, plan: {}, unmet: [%s]}
"""


def test_packs_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policies"]) == codes.FINE
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(pack_ids())


def test_a_pack_is_shown_with_clauses_and_quotas(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policies", "songyang"]) == codes.FINE
    shown = capsys.readouterr().out
    assert shown.startswith(
        "松阳县城乡教育共同体建设要求\n出自《松阳县新时代城乡教育共同体建设实施方案》，松阳县教育局\n"
    )
    assert (
        "sync-lessons  三（三）  每对教共体一年开同步课堂20节以上，涉及的学科有2门以上。〔≥20节/年/对、≥2门/年/对〕"
        in shown
    )
    assert "文件里有、但不检查的：" in shown


def test_a_pack_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policies", "guofa-2016-40", "--format", "json"]) == codes.FINE
    pack = json.loads(capsys.readouterr().out)
    assert [requirement["quota"] for requirement in pack["requirements"]] == [["≥10%/学年"], ["≥20%/学年"]]


@pytest.mark.parametrize(("unmet", "code"), [("demo", codes.FINE), ("other", codes.FINDINGS)])
def test_authors_can_test_a_pack(
    tmp_path: Path, unmet: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "我的 政策包.yaml"
    path.write_text(PACK % unmet, encoding="utf-8")
    assert run(["policies", str(path), "--test"]) == code
    shown = capsys.readouterr()
    assert shown.out == (WRONG if code else RIGHT)
    assert shown.err == f"1 个政策包，1 个例子，{code} 个不对\n"


RIGHT = """ours  本县要求：1 个例子，都对
  对  不够（没有做到 demo）
"""
WRONG = """ours  本县要求：1 个例子，1 个不对
  不对  不够（没有做到 other）
        政策包里没有编号是“other”的要求
        不应报出，却报出了：demo，没有“公开课”的承诺，要求每学期不少于2次（《本县办法》（某教发〔2026〕1号）三（一）：每学期上公开课两次以上）
  没有例子说明怎样算没做到：demo
"""


def test_an_example_that_reports_nothing_is_told_with_the_requirement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ours.yaml"
    commitment = "{id: a, activity: 公开课, quota: ≥2次/学期}"
    pack = PACK.replace("plan: {}", f"plan: {{measures: [{{heading: 教研, commitments: [{commitment}]}}]}}")
    path.write_text(pack % "demo", encoding="utf-8")
    assert run(["policies", str(path), "--test"]) == codes.FINDINGS
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  不对  不够（没有做到 demo）",
        "        应当报出，没有报出：demo（三（一）：每学期上公开课两次以上）",
    ]


def test_an_example_that_is_no_plan_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(PACK.replace("plan: {}", "plan: {levle: 县级}") % "demo", encoding="utf-8")
    assert run(["policies", str(path), "--test"]) == codes.FINDINGS
    assert capsys.readouterr().out.splitlines()[2] == (
        "        不是一份方案：不认识的键“levle”。你是不是想写“level”？"
    )


def test_a_pack_without_examples_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(PACK.partition("examples:")[0], encoding="utf-8")
    assert run(["policies", str(path), "--test"]) == codes.FINE
    assert capsys.readouterr().out == "ours  本县要求：没有例子\n"


def test_all_built_in_packs_pass_their_tests(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policies", "--test"]) == codes.FINE
    shown = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in shown] == list(pack_ids())
    assert all(line.endswith("个例子，都对") for line in shown)


def test_what_a_paper_only_strives_for_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policies", "tisheng"]) == codes.FINE
    assert "results  五  三年之内有望见效。〔≤3年、不是硬要求〕" in capsys.readouterr().out


def test_a_plan_may_be_held_against_another_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "ours.yaml"
    pack.write_text(PACK % "demo", encoding="utf-8")
    assert run(["validate", str(SMALL), "--policy", str(pack), "--format", "json"]) == codes.FINDINGS
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["rule"], finding["path"]) == ("GJ301", ["measures", 0, "commitments", 0, "quota", 0])
    assert finding["policy"] == {
        "id": "ours",
        "requirement": "demo",
        "document": "《本县办法》（某教发〔2026〕1号）",
        "clause": "三（一）",
    }
    assert finding["hint"] == "改为 ≥2次/学期"


def test_a_pack_that_the_plan_names_already_counts_once(capsys: pytest.CaptureFixture[str]) -> None:
    plan = str(Path(__file__).parents[1] / "cases/bad/policy-quota-below.yaml")
    assert run(["validate", plan, "--policy", "lutai", "-q"]) == codes.FINDINGS
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("songyag", "没有政策包 songyag；你是不是想写“songyang”？"),
        ("README.md", "没有政策包 README.md；用 gongjian policies 看全部，或者写政策包文件的路径"),
        (str(SMALL), f"政策包文件 {SMALL} 有问题，用 gongjian validate {SMALL} 查看"),
    ],
)
def test_an_unknown_pack_is_told(
    name: str,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["validate", str(SMALL), "--policy", name]) == codes.USAGE
    assert capsys.readouterr().err.splitlines()[0] == f"用法不对：{message}"


@pytest.mark.parametrize(
    ("commitment", "requirement", "options", "verdict"),
    [
        ("≥2次/学期", "≥4次/学年", [], "满足"),
        ("≥3次/学年", "≥2次/学期", [], "不足"),
        ("≥1次/学期", "≥2次/学期", [], "不足"),
        ("≥4次/学年", "≥2次/学期", [], "无法保证"),
        ("≥4次/学期", "≥2次/学期/成员校", ["--members", "2"], "无法保证"),
        ("≥2次/学期/成员校", "≥4次/学期", ["--members", "2"], "满足"),
        ("≥2人/学期", "1-2人/学期", [], "无法保证"),
        ("≥1周", "≥5天", [], "满足"),
        ("=1学年/人", "≥2学期/人", [], "满足"),
    ],
)
def test_entailment(
    commitment: str, requirement: str, options: list[str], verdict: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["quota", commitment, "--entails", requirement, "--format", "json", *options]) == codes.FINE
    answer = json.loads(capsys.readouterr().out)["entails"]
    assert (answer["requirement"], answer["verdict"]) == (requirement, verdict)
    assert answer["reason"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["≥2次/学期", "--entails", "≥2元/学期"],
            "承诺按“次”计（次数），要求按“元”计（金额），不是一回事，不能比较",
        ),
        (
            ["≥2次", "--entails", "≥2次", "--from", "2024-09", "--to", "2023"],
            "方案的结束（2023-12-31）早于开始（2024-09-01）",
        ),
        (
            ["≥2次", "--entails", "≥2次", "--from", "明天"],
            "--from、--to：“明天”不是日期，应写成 2024-09-01、2024年9月1日、2024-09、2024年9月10日至12日",
        ),
        (["≥2次", "--entails", "≥2次", "--members", "0"], "--members 不能小于 1，现在是 0"),
    ],
)
def test_what_cannot_be_compared_is_told(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["quota", *arguments]) == codes.USAGE
    assert capsys.readouterr().err.splitlines()[0] == f"用法不对：{message}"
