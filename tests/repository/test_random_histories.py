"""A county that people work on at random: however it is checked, the findings are the same."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from checkouts import commit, git, isolate, needs_git
from gongjian.cli.program import run
from gongjian.repository import sweep, validating

SCHOOLS = [f"{name}小学" for name in "甲乙丙丁戊己庚辛"]
WEAK = SCHOOLS[4:]
MODES = ("结对共建", "支教")
YEARS = ("2021-2022学年", "2022-2023学年", "2023-2024学年")
STANDARDS = ("gongjian.yaml", "名册.csv", "本县.yaml")
"""What all files are held against."""

Findings: TypeAlias = list[dict[str, Any]]


def plan(pick: random.Random, name: str) -> str:
    lead, *members = pick.sample(SCHOOLS, pick.randint(2, 4))
    schools = [f"  - {{id: s0, name: {lead}, role: 牵头校}}"]
    for number, school in enumerate(members, 1):
        comment = "  # gongjian: ignore[GJ622,GJ631] 已批准" if pick.random() < 0.15 else ""
        schools.append(f"  - {{id: s{number}, name: {school}, role: 成员校}}{comment}")
    level = pick.choice(("校级", "校级", "校级", "县级"))
    quota = pick.choice(("≥1次/学年", "≥1次/学年", "定期"))
    activity = pick.choice(("示范课", "示范课", "示苑课"))
    teacher = pick.choice(("钱一", "钱二"))
    text = [
        "gongjian: plan/v1",
        f"id: {pick.choice((name, name, name, 'p1'))}",
        f"title: {lead}结对方案",
        f"mode: {pick.choice(MODES)}",
        f"level: {level}",
        f"period: {pick.choice(YEARS)}",
        f"document: {{issuer: {lead}, date: 2022-08-25}}",
        "schools:",
        *schools,
        "leadership: {leader: {post: 校长}}",
        "measures:",
        "  - heading: 教学研究",
        f"    commitments: [{{id: demo, activity: {activity}, quota: {quota}}}]",
        "assignments:",
        f"  - {{teacher: {teacher}, kind: 支教, origin: s0, destination: s1, period: 2022-2023学年}}",
    ]
    if pick.random() < 0.1:
        text.append(pick.choice(("  - [", "themes: 手拉手", "theme: [")))
    return "\n".join(text) + "\n"


def ledger(pick: random.Random) -> str:
    records = [
        f"  - {{id: r{pick.randint(1, 4)}, date: 2022-10-{day}, activity: 示范课, "
        f"commitment: {pick.choice(('demo', 'demo', 'dmeo'))}, by: s{pick.randint(0, 3)}}}"
        for day in range(10, 10 + pick.randint(1, 3))
    ]
    return f"gongjian: ledger/v1\nplan: p{pick.randint(0, 6)}\nrecords:\n" + "\n".join(records) + "\n"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def begin(root: Path, pick: random.Random) -> None:
    rows = [f"{name},{'薄弱' if name in WEAK else '优质'}" for name in SCHOOLS]
    write(root / "名册.csv", "\n".join(["校名,办学水平", *rows]) + "\n")
    write(root / "gongjian.yaml", "gongjian: repository/v1\nregistry: 名册.csv\n")
    for number in range(7):
        write(root / f"plans/{number % 2}/p{number}.yaml", plan(pick, f"p{number}"))
    for number in range(3):
        write(root / f"台账/{number}.yaml", ledger(pick))
    write(root / "docker.yaml", "services: {}\n")


def plans(root: Path) -> list[Path]:
    return sorted((root / "plans").rglob("*.yaml"))


def edit(root: Path, pick: random.Random) -> None:
    """Do something that people do."""
    some = pick.choice(plans(root))
    match pick.randint(0, 9):
        case 0 | 1 | 2:
            write(some, plan(pick, some.stem))
        case 3:
            some.unlink()
        case 4:
            some.rename(some.with_name(f"q{pick.randint(0, 99)}.yaml"))
        case 5 | 6:
            name = f"p{pick.randint(10, 99)}"
            write(root / f"plans/{pick.choice('012')}/{name}.yaml", plan(pick, name))
        case 7:
            write(root / f"台账/{pick.randint(0, 4)}.yaml", ledger(pick))
        case 8:
            write(some, some.read_text(encoding="utf-8") + "# 改过\n")
        case 9:
            (root / "plans/1/docker.yaml").write_text("services: {}\n", encoding="utf-8")


def edit_standards(root: Path, pick: random.Random) -> None:
    match pick.randint(0, 3):
        case 0:
            write(
                root / "名册.csv", (root / "名册.csv").read_text(encoding="utf-8").replace("优质", "薄弱", 1)
            )
        case 1:
            write(
                root / "gongjian.yaml", "gongjian: repository/v1\nregistry: 名册.csv\nmembers_per_lead: 1\n"
            )
        case 2:
            (root / "名册.csv").unlink()
        case 3:
            pack = "gongjian: policy/v1\nid: local\ntitle: 要求\ndocument: {title: 办法, issuer: 某县}\nrequirements:\n"
            write(
                root / "本县.yaml",
                pack + "  - {id: fair, kind: section, clause: 一, text: 写考核。, topic: 考核}\n",
            )
            settings = "gongjian: repository/v1\nregistry: 名册.csv\npolicies: [本县.yaml]\n"
            write(root / "gongjian.yaml", settings)


def found(root: Path, *arguments: str) -> Findings:
    out = root.parent / "out.json"
    run(["validate", "--as-of", "2023-03-01", "--format", f"json={out}", "--quiet", *arguments])
    findings: Findings = json.loads(out.read_text(encoding="utf-8"))["findings"]
    return findings


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*.*")
        if ".git" not in path.parts and path.is_file()
    }


def spot(finding: dict[str, Any]) -> object:
    return finding["rule"], finding["file"], finding["path"]


def expected(before: Findings, after: Findings, changed: set[str]) -> Findings:
    """Say which findings of a whole run have to do with changed files, as docs/reports.md says it."""
    known = [spot(finding) for finding in before]
    return [
        finding
        for finding in after
        if finding["file"] in changed
        or any(each["file"] in changed for each in finding["related"])
        or (finding["rule"].startswith("GJ6") and spot(finding) not in known)
    ]


def in_any_order(findings: Findings) -> list[str]:
    return sorted(json.dumps(finding, ensure_ascii=False, sort_keys=True) for finding in findings)


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], tuple[Path, random.Random]]:
    isolate(monkeypatch, tmp_path)
    monkeypatch.setattr(validating, "ENOUGH_TO_KEEP", 0)

    def made(seed: int) -> tuple[Path, random.Random]:
        pick = random.Random(seed)
        root = tmp_path / "某县"
        begin(root, pick)
        git(root, "init", "--quiet", "--initial-branch=main")
        (root / ".gitignore").write_text(".gongjian/\n", encoding="utf-8")
        commit(root)
        monkeypatch.chdir(root)
        return root, pick

    return made


@needs_git
@pytest.mark.parametrize("seed", range(12))
def test_what_a_change_touches_is_told_of_it_and_nothing_else(
    seed: int, county: Callable[[int], tuple[Path, random.Random]]
) -> None:
    root, pick = county(seed)
    before, was = found(root), contents(root)
    for step in range(pick.randint(1, 3)):
        edit(root, pick)
        if step:
            commit(root)
    after, now = found(root), contents(root)
    changed = {name for name, content in now.items() if was.get(name) != content}
    wanted = in_any_order(expected(before, after, changed))
    assert in_any_order(found(root, "--changed-since", f"HEAD~{step}")) == wanted
    shutil.rmtree(root / ".gongjian", ignore_errors=True)
    assert in_any_order(found(root, "--changed-since", f"HEAD~{step}", "--no-cache")) == wanted


@needs_git
@pytest.mark.parametrize("seed", range(4))
def test_changed_standards_concern_everything(
    seed: int, county: Callable[[int], tuple[Path, random.Random]]
) -> None:
    root, pick = county(seed)
    edit(root, pick)
    edit_standards(root, random.Random(seed * 31 + [2, 3, 0, 1][seed]))
    assert found(root, "--changed-since", "HEAD") == found(root)


@pytest.mark.parametrize("seed", range(6))
def test_cache_processes_and_order_of_files_change_nothing(
    seed: int, county: Callable[[int], tuple[Path, random.Random]], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, pick = county(seed)
    monkeypatch.setattr(sweep, "ENOUGH", 0)
    for step in range(4):
        edit_standards(root, pick) if step == 3 else edit(root, pick)
        cold = found(root, "--no-cache", "--jobs", "1")
        assert found(root) == cold
        assert found(root) == cold
        assert found(root, "--no-cache", "--jobs", "2") == cold
        assert in_any_order(found(root, "台账", "plans/1", "plans", ".")) == in_any_order(cold)


@needs_git
@pytest.mark.parametrize("seed", range(100, 104))
def test_a_part_knows_from_the_baseline_what_the_whole_knows(
    seed: int, county: Callable[[int], tuple[Path, random.Random]]
) -> None:
    root, pick = county(seed)
    baseline = str(root.parent / "baseline.json")
    found(root, "--write-baseline", baseline)
    for _ in range(3):
        edit(root, pick)
    whole = in_any_order(found(root, "--baseline", baseline))
    part = in_any_order(found(root, "--baseline", baseline, "--changed-since", "HEAD"))
    assert set(part) <= set(whole)
