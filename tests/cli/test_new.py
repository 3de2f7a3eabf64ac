"""`gongjian new`: by flags, and by questions on a terminal."""

from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.model.plan import Plan
from gongjian.repository.drafting.archetypes import ARCHETYPES
from gongjian.repository.drafting.period import usual_time
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

DATED = ("--term", "2026-2027学年", "--date", "2026-08-20")
PAIR = ("new", "--kind", "单对结对", "--lead", "永利小学", "--member", "共建小学", *DATED)


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    settings = "gongjian: repository/v1\nbureau: {name: 松阳县教育局, office: 松阳县教育局办公室}\n"
    (tmp_path / "gongjian.yaml").write_text(settings, encoding="utf-8")
    return tmp_path


def plan_in(path: Path) -> Plan:
    return load(SourceFile.read(path, path.name), Plan)


def test_flags_make_a_plan_that_is_sound(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*PAIR, "--leader", "李某", "--policy", "yongli", "--title", "永利小学方案"]) == codes.FINE
    assert capsys.readouterr().out == "写好了 plans/pair-2026.yaml，检查通过\n"
    plan = plan_in(county / "plans/pair-2026.yaml")
    assert (plan.id, plan.title, plan.policies) == ("pair-2026", "永利小学方案", ("yongli",))
    assert plan.leadership
    assert plan.leadership.leader
    assert plan.leadership.leader.name == "李某"
    assert run(["validate"]) == codes.FINE
    assert "没有发现问题" in capsys.readouterr().err


def test_ids_are_not_used_twice(county: Path) -> None:
    assert run([*PAIR]) == run([*PAIR]) == codes.FINE
    assert run([*PAIR, "-o", "pair-2026.yaml"]) == codes.FINE
    assert plan_in(county / "plans/pair-2026-2.yaml").id == "pair-2026-2"
    assert plan_in(county / "pair-2026.yaml").id == "pair-2026-3"


def test_the_file_names_the_plan(county: Path) -> None:
    (county / "结对").mkdir()
    assert run([*PAIR, "-o", "结对/永利.yaml"]) == codes.FINE
    assert plan_in(county / "结对/永利.yaml").id == "永利"
    assert run([*PAIR, "-o", "结对"]) == codes.FINE
    assert plan_in(county / "结对/pair-2026.yaml").id == "pair-2026"
    assert run([*PAIR, "-o", "my plan.yaml"]) == codes.FINE
    assert plan_in(county / "my plan.yaml").id == "pair-2026-2"


def test_a_dash_prints_the_plan(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*PAIR, "-o", "-"]) == codes.FINE
    shown = capsys.readouterr()
    assert load(SourceFile.of(shown.out), Plan).title == "永利小学与共建小学结对共建实施方案"
    assert shown.err == ""
    assert [path.name for path in county.iterdir()] == ["gongjian.yaml"]


def test_nothing_is_written_over(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "a.yaml").write_text("我的", encoding="utf-8")
    (county / "b.yaml").symlink_to("nowhere")
    for name in ("a.yaml", "b.yaml"):
        assert run([*PAIR, "-o", name]) == codes.USAGE
        assert capsys.readouterr().err.startswith(f"用法不对：{name} 已经有了，没有覆盖")
    assert (county / "a.yaml").read_text(encoding="utf-8") == "我的"
    assert not (county / "nowhere").exists()


def test_a_county_plan_has_groups_and_the_bureau(county: Path) -> None:
    groups = ("--group", "实验小学=坑西小学、举水小学", "--group", "城东小学=大济小学")
    assert (
        run(["new", "--kind", "县级方案", *groups, *DATED, "--mode", "共建型", "-o", "a.yaml"]) == codes.FINE
    )
    plan = plan_in(county / "a.yaml")
    assert (plan.level, plan.mode) == ("县级", "共建型")
    assert (plan.document.issuer, plan.document.printer) == (("松阳县教育局",), "松阳县教育局办公室")
    names = {school.id: school.name for school in plan.schools}
    assert [(names[g.lead], [names[m] for m in g.members]) for g in plan.groups] == [
        ("实验小学", ["坑西小学", "举水小学"]),
        ("城东小学", ["大济小学"]),
    ]


def test_packs_in_force_are_met_without_being_named(county: Path) -> None:
    settings = "gongjian: repository/v1\npolicies: [songyang]\n"
    (county / "gongjian.yaml").write_text(settings, encoding="utf-8")
    assert run(["new", "--kind", "教共体共建型", *DATED, "-o", "a.yaml"]) == codes.FINE
    plan = plan_in(county / "a.yaml")
    assert plan.policies == ()
    assert "sync-lessons" in {commitment.id for _, commitment in plan.commitments()}
    assert run(["validate", "--fail-on", "info"]) == codes.FINE


def test_schools_of_the_registry_keep_its_names_and_ids(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registry = (
        "gongjian: registry/v1\nschools:\n"
        "  - {id: kengxi, name: 庆元县坑西小学, aliases: 坑西小学, area: 乡村, stage: 小学, level: 薄弱}\n"
        "  - {name: 庆元县实验小学, aliases: 实验小学, area: 城区, stage: 小学, level: 优质}\n"
    )
    (county / "名册.yaml").write_text(registry, encoding="utf-8")
    settings = "gongjian: repository/v1\nregistry: 名册.yaml\n"
    (county / "gongjian.yaml").write_text(settings, encoding="utf-8")
    members = ("--lead", "实验小学", "--member", "kengxi")
    assert run(["new", "--kind", "单对结对", *members, *DATED]) == codes.FINE
    schools = plan_in(county / "plans/pair-2026.yaml").schools
    assert [(school.id, school.name) for school in schools] == [
        ("庆元县实验小学", "庆元县实验小学"),
        ("kengxi", "庆元县坑西小学"),
    ]
    assert run(["validate", "--fail-on", "info"]) == codes.FINE
    capsys.readouterr()
    assert (
        run(["new", "--kind", "支教", "--lead", "实验小学", "--member", "坑东小学", *DATED]) == codes.FINDINGS
    )
    assert "GJ611" in capsys.readouterr().err


def test_two_new_plans_do_not_contradict_each_other(county: Path) -> None:
    assert run([*PAIR]) == codes.FINE
    assert run(["new", "--kind", "支教", "--lead", "甲小学", "--member", "乙小学", *DATED]) == codes.FINE
    assert run(["validate", "--fail-on", "info"]) == codes.FINE


def test_dates_may_be_given_in_days(county: Path) -> None:
    times = ("--start", "2026年9月", "--end", "2029-07")
    assert run(["new", "--kind", "支教", *times, "-o", "a.yaml"]) == codes.FINE
    assert "\nperiod: {start: 2026-09-01, end: 2029-07-31}\n" in (county / "a.yaml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), f"要写明 --kind（不在终端里，没有办法提问）：{'、'.join(ARCHETYPES)}"),
        (("--kind", "单对"), "没有“单对”这种方案；你是不是想写“单对结对”？"),
        (("--kind", "xyz"), f"没有“xyz”这种方案；可以是：{'、'.join(ARCHETYPES)}"),
        (("--kind", "支教", "--mode", "帮扶"), "--mode 不能是 帮扶，可以是 结对共建、"),
        (("--kind", "支教", "--lead", " "), "--lead不能是空的"),
        (("--kind", "支教", "--lead", "甲\x07"), "--lead里有控制字符或不完整的字，请重新输入"),
        (("--kind", "支教", "--lead", "甲", "--member", "甲"), "“甲”不能又是牵头校又是成员校"),
        (("--kind", "一校带几校", "--member", "乙", "--member", "乙"), "成员校“乙”写了两次"),
        (("--kind", "一校带几校", "--member", "乙"), "一校带几校至少要 2 所成员校，现在是 1 所"),
        (
            ("--kind", "单对结对", "--member", "乙", "--member", "丙"),
            "单对结对只有 1 所成员校，现在是 2 所；几所成员校的，种类写 一校带几校",
        ),
        (("--kind", "单对结对", "--group", "甲=乙"), "--group 只用于县级方案；别的方案写 --lead 和 --member"),
        (("--kind", "县级方案", "--group", "甲=乙", "--lead", "丙"), "--group 已经写了牵头校和成员校，"),
        (("--kind", "县级方案", "--group", "甲"), "看不懂“甲”，应写成 牵头校=成员校、成员校"),
        (("--kind", "支教", "--term", "明年"), "“明年”不是日期，"),
        (("--kind", "支教", "--term", "2026年", "--start", "2026-09"), "--term 和 --start、--end 只能写一种"),
        (("--kind", "支教", "--start", "2026-09"), "--start 和 --end 要一起写"),
        (
            ("--kind", "支教", "--start", "2026-09", "--end", "2026-08"),
            "结束（2026-08-31）早于开始（2026-09-01）",
        ),
        (("--kind", "支教", "--date", "8月"), "--date：“8月”不是日期，"),
        (("--kind", "支教", "--policy", "songyag"), "没有政策包 songyag；你是不是想写“songyang”？"),
        (("--kind", "支教", "-o", "a.txt"), "文件名要以 .yaml 结尾：a.txt"),
        (
            ("--kind", "单对结对", "--policy", "gongtongti"),
            "学校的数目不合政策包的要求：“牵头学校”的成员校有1个，应为2至3所",
        ),
    ],
)
def test_wrong_answers(
    county: Path, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", *arguments]) == codes.USAGE
    assert capsys.readouterr().err.startswith(f"用法不对：{message}")
    assert [path.name for path in county.iterdir()] == ["gongjian.yaml"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("policies: {a: b}\n", "gongjian.yaml 有问题，不知道哪些政策包生效"),
        (
            "policies: [local.yaml]\nkinds: [{name: 田园课, of: 示范课}]\n",
            "政策包和仓库的活动类型互相矛盾：“田园课”",
        ),
    ],
)
def test_unsound_settings(
    county: Path, settings: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = (
        "gongjian: policy/v1\nid: local\ntitle: 要求\ndocument: {title: 办法, issuer: 某县教育局}\n"
        "kinds: [{name: 乡土课, of: 示范课, aliases: 田园课}]\n"
    )
    (county / "local.yaml").write_text(pack, encoding="utf-8")
    (county / "gongjian.yaml").write_text(f"gongjian: repository/v1\n{settings}", encoding="utf-8")
    assert run([*PAIR]) == codes.USAGE
    assert capsys.readouterr().err.startswith(f"用法不对：{message}")
    assert not (county / "plans").exists()


def test_a_folder_that_cannot_be_written_to(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "plans").write_text("", encoding="utf-8")
    assert run([*PAIR]) == codes.USAGE
    assert capsys.readouterr().err.startswith("用法不对：写不了 ")


def test_what_no_draft_can_answer_is_told(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = (
        "gongjian: policy/v1\nid: local\ntitle: 要求\ndocument: {title: 办法, issuer: 某县教育局}\nrequirements:\n"
        "  - {id: a, kind: assessment, clause: 一, text: 甲, lead: 80%, members: 20%}\n"
        "  - {id: b, kind: assessment, clause: 二, text: 乙, lead: 70%, members: 30%}\n"
    )
    (county / "local.yaml").write_text(pack, encoding="utf-8")
    settings = "gongjian: repository/v1\npolicies: [local.yaml]\n"
    (county / "gongjian.yaml").write_text(settings, encoding="utf-8")
    assert run([*PAIR]) == codes.FINDINGS
    shown = capsys.readouterr()
    assert shown.out == "写好了 plans/pair-2026.yaml\n"
    assert shown.err.splitlines()[0].startswith("plans/pair-2026.yaml:")
    assert "GJ315 捆绑考核应为 70:30，方案写的是 80:20" in shown.err
    assert shown.err.splitlines()[-1] == "上面的要照实际情况改"


@pytest.mark.parametrize(
    ("kind", "today", "time"),
    [
        ("单对结对", "2026-05-31", "2025-2026学年"),
        ("单对结对", "2026-06-01", "2026-2027学年"),
        ("县级方案", "2026-08-01", "2026-09-01至2029-08-31"),
    ],
)
def test_the_usual_time(kind: str, today: str, time: str) -> None:
    from datetime import date

    assert usual_time(ARCHETYPES[kind], date.fromisoformat(today)) == time
