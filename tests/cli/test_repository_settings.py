"""What gongjian.yaml says about the calendar, kinds of activity and the packs in force."""

from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run

BASE = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
PACK = """gongjian: policy/v1
id: local
title: 本县要求
document: {title: 办法, issuer: 某县教育局}
kinds:
  - {name: 田园研学课, of: 公开课}
requirements:
  - {id: open, kind: quota, clause: 一, text: 每学年上公开课五次以上。, activity: 公开课, quota: ≥5次/学年}
"""


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


def check(
    county: Path, settings: str, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, list[str]]:
    (county / "gongjian.yaml").write_text(f"gongjian: repository/v1\n{settings}", encoding="utf-8")
    code = run(["validate", *arguments])
    return code, capsys.readouterr().out.splitlines()


def test_kinds_of_the_repository_are_known(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = BASE.replace("activity: 示范课, commitment: demo", "activity: 田园研学课, commitment: demo")
    (county / "plans/a.yaml").write_text(text, encoding="utf-8")
    _, lines = check(county, "", capsys)
    assert [line.split(" ")[1] for line in lines] == ["GJ225"]
    assert check(county, "kinds: [{name: 田园研学课, of: 示范课}]\n", capsys) == (codes.FINE, [])


def test_the_calendar_says_which_terms_a_plan_covers(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = BASE.replace("quota: ≥5次/学年", "quota: ≥2次/学期").replace(
        "date: 2023-03-15", "date: 2023-02-20"
    )
    plan = plan.replace("quota: ≥2次/学年", "quota: ≥2次/学期")
    (county / "plans/a.yaml").write_text(plan, encoding="utf-8")
    _, lines = check(county, "", capsys)
    assert ["第二学期：承诺示范课" in line for line in lines] == [False, True]
    assert ["第一学期：承诺集体备课" in line for line in lines] == [True, False]
    _, lines = check(county, "calendar: {second_term: 03-01}\n", capsys)
    assert lines == []


def test_packs_in_force_bind_every_plan_and_can_be_named(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "policies").mkdir()
    (county / "policies/本县.yaml").write_text(PACK, encoding="utf-8")
    text = BASE.replace("quota: ≥5次/学年", "quota: ≥4次/学年").replace("mode:", "policies: [local]\nmode:")
    (county / "plans/a.yaml").write_text(text, encoding="utf-8")
    code, lines = check(county, "policies: [policies/本县.yaml]\n", capsys)
    assert (code, len(lines)) == (codes.FINDINGS, 1)
    assert lines[0].startswith("plans/a.yaml:24:51: GJ301 “示范课”承诺不够：")
    (county / "plans/a.yaml").write_text(text.replace("policies: [local]\n", ""), encoding="utf-8")
    assert check(county, "policies: [policies/本县.yaml]\n", capsys)[1][0].startswith(
        "plans/a.yaml:23:51: GJ301"
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("songyag", "gongjian.yaml:2:11: GJ300 没有政策包“songyag”。你是不是想写“songyang”？"),
        (
            "缺.yaml",
            "gongjian.yaml:2:11: GJ300 没有政策包“缺.yaml”。写政策包的编号，或者仓库里政策包文件的路径，如 policies/本县.yaml",
        ),
        (
            "../外面.yaml",
            "gongjian.yaml:2:11: GJ300 没有政策包“../外面.yaml”。仓库外面的文件不读，先复制到仓库里",
        ),
        (
            "plans/a.yaml",
            "gongjian.yaml:2:11: GJ300 政策包文件“plans/a.yaml”有问题，没有按它检查。用 gongjian validate plans/a.yaml 查看",
        ),
    ],
)
def test_a_pack_that_is_none_is_told(
    county: Path, name: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (county.parent / "外面.yaml").write_text(PACK, encoding="utf-8")
    assert check(county, f"policies: {name}\n", capsys) == (codes.FINDINGS, [line])


def test_settings_that_cannot_be_read_are_told_whatever_is_checked(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = check(county, "nme: 某县\n", capsys, "plans/a.yaml")
    assert code == codes.FINDINGS
    assert [line.split(" ")[:2] for line in lines] == [["gongjian.yaml:2:1:", "GJ101"]]
    assert check(county, "nme: 某县\n", capsys) == (code, lines)


def test_the_settings_around_what_is_named_count_from_elsewhere_too(
    county: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (county / "gongjian.yaml").write_text("gongjian: repository/v1\npolicies: songyag\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run(["validate", str(county / "plans")]) == codes.FINDINGS
    assert capsys.readouterr().out.startswith("gongjian.yaml:2:11: GJ300")


def test_contradicting_kinds_are_a_wrong_configuration(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "p.yaml").write_text(PACK, encoding="utf-8")
    settings = "gongjian: repository/v1\nkinds: [{name: 田园课, aliases: 田园研学课}]\n"
    (county / "gongjian.yaml").write_text(settings, encoding="utf-8")
    assert run(["validate", "--policy", "p.yaml"]) == codes.USAGE
    said = "用法不对：政策包和仓库的活动类型互相矛盾：“田园研学课”已经是“田园课”的名称，不能再指“田园研学课”"
    assert capsys.readouterr().err.splitlines()[0] == said


@pytest.mark.parametrize(
    ("settings", "code", "shown"),
    [
        ("", codes.FINDINGS, ["GJ201 “领导小组”"]),
        ("severity: {GJ201: warning}\n", codes.FINE, ["GJ201 [警告] “领导小组”"]),
        ("severity: {gj201: info}\n", codes.FINE, ["GJ201 [提示] “领导小组”"]),
        ("severity: {GJ201: off}\n", codes.FINE, []),
        ("severity: {GJ2: off}\n", codes.FINE, []),
        ("severity: {GJ2: off, GJ20: error, GJ201: warning}\n", codes.FINE, ["GJ201 [警告] “领导小组”"]),
        ("程度: {GJ201: warning}\n", codes.FINE, ["GJ201 [警告] “领导小组”"]),
    ],
)
def test_a_repository_grades_its_findings(
    county: Path, settings: str, code: int, shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    plan = BASE.partition("leadership:")[0] + "leadership: {members: [刘某]}\n"
    (county / "plans/a.yaml").write_text(plan, encoding="utf-8")
    found, lines = check(county, settings, capsys)
    assert (found, [line.split(": ", 1)[1].split("没有", 1)[0] for line in lines]) == (code, shown)


def test_a_file_that_breaks_its_schema_is_always_an_error(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "plans/a.yaml").write_text("gongjian: plan/v1\n", encoding="utf-8")
    code, lines = check(county, "severity: {GJ1: off}\n", capsys)
    assert code == codes.FINDINGS
    assert {line.split(" ")[1] for line in lines} == {"GJ102", "GJ411"}


def test_severities_of_requirements_follow_the_settings_too(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BASE.replace("mode:", "policies: [shoulashou]\nmode:")
    (county / "plans/a.yaml").write_text(text, encoding="utf-8")
    assert check(county, "", capsys)[0] == codes.FINDINGS
    code, lines = check(county, "severity: {GJ311: info}\n", capsys)
    assert (code, {line.split(" ")[2] for line in lines}) == (codes.FINE, {"[提示]"})


def test_only_the_paths_that_are_named_are_checked(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("旧方案", "plans/草稿"):
        (county / name).mkdir()
        (county / name / "b.yaml").write_text("gongjian: plan/v1\n", encoding="utf-8")
    (county / "plans/c.bak.yaml").write_text("gongjian: plan/v1\n", encoding="utf-8")
    settings = "paths: {plans: [plans/], exclude: [./plans/草稿, '*.bak.yaml']}\n"
    assert check(county, settings, capsys) == (codes.FINE, [])
    assert check(county, settings, capsys, "plans") == (codes.FINE, [])
    assert len(check(county, settings, capsys, "旧方案")[1]) > 0  # a folder that is asked for
    assert len(check(county, settings, capsys, "plans/草稿/b.yaml")[1]) > 0  # and a file
    assert check(county, "paths: {exclude: [旧方案, plans/草稿, plans/c.*]}\n", capsys) == (codes.FINE, [])


def test_settings_packs_and_registry_are_checked_wherever_they_are(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "本县.yaml").write_text(PACK.replace("clause: 一", "clause: ''"), encoding="utf-8")
    (county / "名册.yaml").write_text("gongjian: registry/v1\nschools: []\n", encoding="utf-8")
    _, lines = check(county, "policies: 本县.yaml\nregistry: 名册.yaml\npaths: {plans: plans}\n", capsys)
    assert {line.partition(":")[0] for line in lines} == {"名册.yaml", "本县.yaml", "gongjian.yaml"}


def test_render_leaves_out_what_is_excluded(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "plans/b.yaml").write_text(BASE.replace("id: base", "id: b"), encoding="utf-8")
    settings = "gongjian: repository/v1\npaths: {exclude: plans/b.yaml}\n"
    (county / "gongjian.yaml").write_text(settings, encoding="utf-8")
    assert run(["render", "plans", "--format", "md"]) == codes.FINE
    assert [path.name for path in (county / "out").iterdir()] == ["a.md"]


def test_fmt_leaves_alone_what_is_excluded(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crooked = BASE.replace("id: base", "id:   base")
    (county / "plans/b.yaml").write_text(crooked, encoding="utf-8")
    settings = "gongjian: repository/v1\npaths: {exclude: plans/b.yaml}\n"
    (county / "gongjian.yaml").write_text(settings, encoding="utf-8")
    assert run(["fmt", "plans"]) == codes.FINE
    assert (county / "plans/b.yaml").read_text(encoding="utf-8") == crooked
    assert run(["fmt", "plans/b.yaml"]) == codes.FINE
    assert (county / "plans/b.yaml").read_text(encoding="utf-8") != crooked
