"""All plans together: when the rules run, over which files, and what of their findings is told."""

import json
import pickle
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from checkouts import commit, git, isolate, needs_git
from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.model.plan import Plan
from gongjian.repository.cache.results import Cache
from gongjian.repository.discovery import Target
from gongjian.repository.glancing import may_be_plan
from gongjian.repository.sweep import sweep
from gongjian.rules.county.ids import is_county_rule
from gongjian.rules.county.registry import COUNTY_RULES, check_county
from gongjian.rules.county.summary import PlanSummary, summarize
from gongjian.rules.county.view import County
from gongjian.rules.index import RULES
from gongjian.rules.standards import DEFAULT_STANDARDS
from gongjian.source.file import SourceFile
from gongjian.source.loading import load
from small_plans import SMALL, another

LATER = SMALL.replace("id: small", "id: later")
"""The same pairing in another plan."""

SAME = "GJ631 [警告] “甲小学”与“乙小学”的结对共建已经写在《甲小学结对共建活动实施方案》里"


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "2022").mkdir()
    (tmp_path / "2023").mkdir()
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (tmp_path / "2022/a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "2023/b.yaml").write_text(LATER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(*arguments: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    run(["validate", *arguments])
    return [line.split("（2022")[0] for line in capsys.readouterr().out.splitlines()]


def test_the_later_file_bears_the_finding(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]
    run(["validate"])
    assert "（2022-09-01 至 2025-07-31），见 2022/a.yaml:10。" in capsys.readouterr().out


def test_files_named_one_by_one_are_checked_by_themselves(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lines("2022/a.yaml", "2023/b.yaml", capsys=capsys) == []


def test_a_folder_is_held_against_the_whole_repository(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lines("2023", capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]
    assert lines("2022", capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]  # as in a run over all
    (county / "2024").mkdir()
    (county / "2024/c.yaml").write_text(another("c"), encoding="utf-8")
    assert lines("2024", capsys=capsys) == []


def test_folders_without_a_repository_are_held_together(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "gongjian.yaml").unlink()
    assert lines("2022", capsys=capsys) == []
    assert lines("2022", "2023", capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]


def test_a_choice_of_rules_counts(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines("--select", "GJ631", capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]
    assert lines("--ignore", "GJ63", capsys=capsys) == []
    assert lines("--select", "GJ2", capsys=capsys) == []


def test_waivers_count(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    waiver = "{rule: GJ631, file: 2023/*, reason: 双方各写, approver: 李某, until: 2099-01-01}"
    settings = f"gongjian: repository/v1\nwaivers:\n  - {waiver}\n"
    (county / "gongjian.yaml").write_text(settings, encoding="utf-8")
    assert lines(capsys=capsys) == []
    (county / "2023/b.yaml").unlink()
    assert [line.split(" ")[1] for line in lines(capsys=capsys)] == ["GJ401"]


def test_a_comment_waives(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    waived = LATER.replace("role: 成员校}", "role: 成员校} # gongjian: ignore[GJ631] 双方各写一份")
    (county / "2023/b.yaml").write_text(waived, encoding="utf-8")
    assert run(["validate"]) == codes.FINE
    assert capsys.readouterr().err == "检查了 3 个文件，没有发现问题（另有 1 个已豁免）\n"


def test_a_comment_that_waives_nothing_is_told_only_when_all_plans_were_seen(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waived = another("b").replace("role: 成员校}", "role: 成员校} # gongjian: ignore[GJ631] 双方各写一份")
    (county / "2023/b.yaml").write_text(waived, encoding="utf-8")
    unused = "2023/b.yaml:10:43: GJ401 [警告] 这里没有 GJ631 的问题，豁免用不着了。删去这条豁免"
    assert lines(capsys=capsys) == [unused]
    assert lines("2023", capsys=capsys) == [unused]
    assert lines("2023/b.yaml", capsys=capsys) == []
    assert lines("--select", "GJ2,GJ4", capsys=capsys) == []
    (county / "2023/b.yaml").write_text(waived.replace(" 双方各写一份", ""), encoding="utf-8")
    assert lines("--select", "GJ4,GJ63", capsys=capsys)[0].split(" ")[1] == "GJ401"


def test_findings_stand_among_the_others_of_their_file(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = LATER.replace("quota: ≥1次/学年", "quota: 定期").replace(
        "period: {start: 2022", "period: {start: 2026"
    )
    (county / "2023/b.yaml").write_text(text.replace("id: later", "id: small"), encoding="utf-8")
    (county / "2023/c.yaml").write_text(
        another("c").replace("quota: ≥1次/学年", "quota: 定期"), encoding="utf-8"
    )
    told = [line.split(" ")[0] + line.split(" ")[1] for line in lines(capsys=capsys)]
    assert told == [
        "2023/b.yaml:3:5:GJ641",
        "2023/b.yaml:6:34:GJ211",
        "2023/b.yaml:16:42:GJ231",
        "2023/c.yaml:16:42:GJ231",
    ]


def test_json_tells_the_place_and_a_fingerprint_without_lines(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["validate", "--format", "json"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["rule"], finding["file"], finding["path"]) == ("GJ631", "2023/b.yaml", ["schools", 1])
    (county / "2022/a.yaml").write_text("# 一行\n" + SMALL, encoding="utf-8")
    run(["validate", "--format", "json"])
    (moved,) = json.loads(capsys.readouterr().out)["findings"]
    assert moved["message"] == finding["message"].replace("a.yaml:10", "a.yaml:11")
    assert moved["fingerprint"] == finding["fingerprint"]


@needs_git
def test_what_changed_is_held_against_what_did_not(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    isolate(monkeypatch, county.parent)
    git(county, "init", "--quiet", "--initial-branch=main")
    commit(county)
    assert lines("--changed-since", "HEAD", capsys=capsys) == []
    (county / "2022/a.yaml").write_text("# 改过\n" + SMALL, encoding="utf-8")
    assert lines("--changed-since", "HEAD", capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]
    (county / "2022/a.yaml").write_text(SMALL, encoding="utf-8")
    (county / "2023/c.yaml").write_text(another("c"), encoding="utf-8")
    assert lines("--changed-since", "HEAD", capsys=capsys) == []


def test_a_comment_in_a_file_that_is_not_checked_waives_too(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waived = LATER.replace("role: 成员校}", "role: 成员校} # gongjian: ignore[GJ631] 双方各写一份")
    (county / "2023/b.yaml").write_text(waived, encoding="utf-8")
    assert lines("2022", capsys=capsys) == []
    assert run(["validate", "2022", "--fail-on", "warning"]) == codes.FINE
    unused = another("b").replace("role: 成员校}", "role: 成员校} # gongjian: ignore[GJ631] 双方各写一份")
    (county / "2023/b.yaml").write_text(unused, encoding="utf-8")
    capsys.readouterr()
    assert lines("2022", capsys=capsys) == []  # that it is of no use is told where it is checked


@pytest.fixture
def weak(county: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a checkout with two weak schools of three that are paired, by a plan each."""
    isolate(monkeypatch, county.parent)
    (county / "gongjian.yaml").write_text("gongjian: repository/v1\nregistry: 名册.csv\n", encoding="utf-8")
    (county / "名册.csv").write_text(
        "校名,办学水平\n甲小学,\n乙小学,薄弱\n甲小学2,\n乙小学2,薄弱\n丙小学,薄弱\n", encoding="utf-8"
    )
    (county / "2023/b.yaml").write_text(another("2"), encoding="utf-8")
    git(county, "init", "--quiet", "--initial-branch=main")
    commit(county)
    return county


UNPAIRED = ["名册.csv:5:1: GJ621 薄弱校“乙小学2”在 2023-03-01 没有结对（3 所薄弱校中有 1 所结对）。"]


def since(capsys: pytest.CaptureFixture[str]) -> list[str]:
    told = lines("--changed-since", "HEAD", "--as-of", "2023-03-01", "-q", capsys=capsys)
    return [line.split("为它")[0] for line in told]


@needs_git
@pytest.mark.parametrize("way", ["gone", "broken", "other", "draft"])
def test_what_a_change_brings_about_elsewhere_is_told(
    way: str, weak: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = weak / "2023/b.yaml"
    match way:
        case "gone":
            plan.unlink()
        case "broken":
            plan.write_text("gongjian: plan/v1\nid: [\n", encoding="utf-8")
        case "other":
            text = (
                another("2").replace("name: 乙小学2", "name: 乙小学").replace("mode: 结对共建", "mode: 支教")
            )
            plan.write_text(text, encoding="utf-8")
        case "draft":
            plan.rename(weak / "2023/.b.yaml")
    assert [line for line in since(capsys) if "GJ621" in line] == UNPAIRED


@needs_git
def test_what_was_wrong_before_is_not(weak: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (weak / "2023/b.yaml").rename(weak / "2022/b.yaml")
    assert since(capsys) == []
    (weak / "2022/a.yaml").write_text(SMALL + "# 改过\n", encoding="utf-8")
    assert since(capsys) == []


@needs_git
def test_a_ledger_whose_plan_is_gone_or_lost_what_it_names(
    weak: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = "{id: r1, date: 2023-03-01, activity: 示范课, commitment: demo}"
    text = f"gongjian: ledger/v1\nplan: small2\nrecords:\n  - {record}\n"
    (weak / "台账.yaml").write_text(text, encoding="utf-8")
    commit(weak)
    assert since(capsys) == []
    (weak / "2023/b.yaml").write_text(another("2").replace("id: demo", "id: lesson"), encoding="utf-8")
    told = (
        "台账.yaml:4:59: GJ663 方案“small2”没有编号为“demo”的承诺，见 2023/b.yaml:3。方案里的承诺有：lesson"
    )
    assert since(capsys) == [told]
    (weak / "2023/b.yaml").unlink()
    assert since(capsys) == [
        "台账.yaml:2:7: GJ661 仓库里没有编号为“small2”的方案。你是不是想写“small”？",
        *UNPAIRED,
    ]


@needs_git
def test_a_folder_of_which_little_changed_is_not_seen_twice(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    isolate(monkeypatch, county.parent)
    (county / "2023/b.yaml").write_text(another("b"), encoding="utf-8")
    git(county, "init", "--quiet", "--initial-branch=main")
    commit(county)
    (county / "2023/c.yaml").write_text(another("c"), encoding="utf-8")
    assert lines("2023", "--changed-since", "HEAD", capsys=capsys) == []


def test_what_an_earlier_run_kept_of_the_plans_around_is_used(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gongjian.repository.validating.ENOUGH_TO_KEEP", 0)
    assert lines(capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]
    monkeypatch.setattr("gongjian.repository.survey.glance", None)
    assert lines("2022", capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]
    assert lines("2023", capsys=capsys) == [f"2023/b.yaml:10:5: {SAME}"]


@needs_git
def test_a_changed_registry_concerns_every_plan(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    isolate(monkeypatch, county.parent)
    (county / "gongjian.yaml").write_text("gongjian: repository/v1\nregistry: 名册.csv\n", encoding="utf-8")
    (county / "2023/b.yaml").unlink()
    (county / "名册.csv").write_text("校名\n甲小学\n乙小学\n", encoding="utf-8")
    git(county, "init", "--quiet", "--initial-branch=main")
    commit(county)
    (county / "名册.csv").write_text("校名\n甲小学\n", encoding="utf-8")
    told = lines("--changed-since", "HEAD", capsys=capsys)
    assert [line.split(" ")[:2] for line in told] == [["2022/a.yaml:10:25:", "GJ611"]]


def plan_of_pair(number: int, **changes: str) -> str:
    said = {
        "id": f"p{number}",
        "lead": f"第{number}小学",
        "member": f"第{number}村小",
        "period": "2022-2023学年",
    }
    said |= changes
    return f"""gongjian: plan/v1
id: {said["id"]}
title: {said["lead"]}结对方案
mode: 结对共建
period: {said["period"]}
document: {{issuer: {said["lead"]}, date: 2022-08-25}}
schools:
  - {{id: lead, name: {said["lead"]}, role: 牵头校}}
  - {{id: member, name: {said["member"]}, role: 成员校}}
leadership: {{leader: {{post: 校长}}}}
"""


def test_a_repository_of_hundreds_with_a_few_mistakes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Four hundred plans over a registry of eight hundred schools: exactly the mistakes that were put in."""
    monkeypatch.chdir(tmp_path)
    schools = [name for number in range(400) for name in (f"第{number}小学", f"第{number}村小")]
    rows = [f"{name},{'薄弱' if name.endswith('村小') else '优质'}" for name in [*schools, "第400村小"]]
    (tmp_path / "名册.csv").write_text("\n".join(["校名,办学水平", *rows]), encoding="utf-8")
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\nregistry: 名册.csv\n", encoding="utf-8")
    mistakes = {
        7: {"id": "p6"},  # an id that is taken
        50: {"lead": "第49小学", "member": "第49村小"},  # a pairing twice; 第50村小 is left alone
        100: {"lead": "第99小学"},
        101: {"lead": "第99小学"},
        102: {"lead": "第99小学"},  # four members of one lead
        200: {"member": "第199村小"},  # two leads of one member; 第200村小 is left alone
        300: {"period": "2020-2021学年"},  # no more in force
        390: {"lead": "第三九零小学"},  # a name that is none
    }
    for number in range(400):
        folder = tmp_path / "plans" / str(number // 100)
        folder.mkdir(parents=True, exist_ok=True)
        text = plan_of_pair(number, **mistakes.get(number, {}))
        (folder / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    for name in ("x", "y", "z"):
        (tmp_path / f"plans/{name}.yaml").write_text("gongjian: plan/v1\nid: [\n", encoding="utf-8")
    assert run(["validate", "--as-of", "2023-03-01"]) == codes.FINDINGS
    shown = capsys.readouterr()
    told = sorted(line.split(" ")[0] + line.split(" ")[1] for line in shown.out.splitlines())
    assert told == sorted([
        "plans/x.yaml:3:1:GJ005",
        "plans/y.yaml:3:1:GJ005",
        "plans/z.yaml:3:1:GJ005",
        "plans/0/007.yaml:2:5:GJ641",
        "plans/0/050.yaml:9:5:GJ631",
        "plans/1/102.yaml:9:5:GJ623",
        "plans/2/200.yaml:9:5:GJ622",
        "plans/3/390.yaml:8:22:GJ611",
        *(f"名册.csv:{2 * number + 3}:1:GJ621" for number in (50, 200, 300)),
        "名册.csv:802:1:GJ621",
    ])  # fmt: skip
    assert shown.err == "检查了 405 个文件，10 个错误、2 个警告\n"


def summaries(count: int) -> tuple[PlanSummary, ...]:
    plans = (load(SourceFile.of(plan_of_pair(number)), Plan) for number in range(count))
    return tuple(summarize(plan, f"plans/{n}.yaml", DEFAULT_STANDARDS) for n, plan in enumerate(plans))


def test_a_summary_is_small_and_goes_to_another_process() -> None:
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    kept = summaries(200)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (after - before) / 200 < 2_500
    assert len(pickle.dumps(kept[0])) < 1_000
    assert pickle.loads(pickle.dumps(kept)) == kept


def test_many_copies_of_one_plan_are_told_without_comparing_each_with_each() -> None:
    (plan,) = summaries(1)
    copies = tuple(PlanSummary(**{**_fields(plan), "file": f"{n}.yaml", "id": f"p{n}"}) for n in range(3000))
    found = list(check_county(County(copies, day=date(2023, 3, 1))))
    assert {finding.rule for finding in found} == {"GJ631"}
    assert [finding.file for finding in found] == [f"{n}.yaml" for n in range(1, 3000)]
    assert {finding.related[0].file for finding in found} == {"0.yaml"}


def _fields(plan: PlanSummary) -> dict[str, object]:
    return {name: getattr(plan, name) for name in plan.__dataclass_fields__}


def test_county_rules_are_told_by_their_ids() -> None:
    assert {rule.id for rule in COUNTY_RULES} == {rule for rule in RULES if is_county_rule(rule)}


def test_a_file_that_cannot_be_read_keeps_what_tells_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "gongjian: registry/v1\nname: 名册\nschools:\n  - {name: 甲小学, area: 村}\n", encoding="utf-8"
    )
    targets = [Target(path, "a.yaml", given=True)]
    (checked,) = sweep(targets, DEFAULT_STANDARDS, Cache.open(None, DEFAULT_STANDARDS))
    assert checked.findings
    assert not may_be_plan(checked)
