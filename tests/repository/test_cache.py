"""Results that are kept: the same report as without, and nothing stale, whatever happened to the files."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.repository import sweep as sweep_module
from gongjian.repository import validating

GOOD = (Path(__file__).parents[1] / "cases/good/base.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("quota: ≥5次/学年", "quota: ≥9次/学年")
PACK = """gongjian: policy/v1
id: local
title: 本县要求
document: {title: 办法, issuer: 某县教育局}
requirements:
  - {id: fair, kind: section, clause: 一, text: 要写考核。, topic: 考核}
"""


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(validating, "ENOUGH_TO_KEEP", 0)
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    (tmp_path / "plans").mkdir()
    for number in range(4):
        text = (BAD if number == 2 else GOOD).replace("id: base", f"id: p{number}")
        text = text.replace("甲小学", f"甲{number}小学").replace("乙小学", f"乙{number}小学")
        (tmp_path / f"plans/{number}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "plans/other.yaml").write_text("services: {}\n", encoding="utf-8")
    (tmp_path / "plans/broken.yaml").write_text("gongjian: plan/v1\ntitle: [\n", encoding="utf-8")
    return tmp_path


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["validate", "--as-of", "2023-01-05", *arguments])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are checked and not taken from the cache."""
    checked: list[str] = []
    check_file = sweep_module.check_file

    def noted(target, standards, *, summed_up):  # type: ignore[no-untyped-def]
        checked.append(target.name)
        return check_file(target, standards, summed_up=summed_up)

    monkeypatch.setattr(sweep_module, "check_file", noted)
    return checked


def test_a_second_run_checks_nothing_and_says_the_same(
    county: Path, checks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = report(capsys, "--no-cache")
    assert not (county / ".gongjian").exists()
    assert report(capsys) == first
    assert len(checks) == 2 * 7
    assert report(capsys) == first
    assert len(checks) == 2 * 7
    assert "plans/2.yaml" in first[1]
    assert (county / ".gongjian/.gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize(
    "change",
    [
        lambda county: (county / "plans/1.yaml").write_text(BAD, encoding="utf-8"),
        lambda county: (county / "plans/2.yaml").write_text(GOOD, encoding="utf-8"),
        lambda county: (county / "plans/0.yaml").unlink(),
        lambda county: (county / "plans/0.yaml").rename(county / "plans/9.yaml"),
        lambda county: (county / "本县.yaml").write_text(PACK, encoding="utf-8")
        and (county / "gongjian.yaml").write_text(
            "gongjian: repository/v1\npolicies: [本县.yaml]\n", encoding="utf-8"
        ),
        lambda county: (county / "gongjian.yaml").write_text(
            "gongjian: repository/v1\nkinds: [{name: 田园课, of: 示范课}]\n", encoding="utf-8"
        ),
        lambda county: (county / ".gongjian/cache.json").write_text("{", encoding="utf-8"),
        lambda county: (county / ".gongjian/cache.json").write_text('{"form": 2, "entries": [1]}', encoding="utf-8"),
        lambda county: spoil(county / ".gongjian/cache.json"),
    ],
    ids=["worse", "better", "gone", "renamed", "pack", "kinds", "torn", "wrong", "spoilt"],
)  # fmt: skip
def test_nothing_is_ever_stale(county: Path, change, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    report(capsys)
    change(county)
    assert report(capsys) == report(capsys, "--no-cache")
    assert report(capsys) == report(capsys, "--no-cache")


def spoil(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["entries"] = dict.fromkeys(kept["entries"], '{"findings": 5}')
    path.write_text(json.dumps(kept), encoding="utf-8")


def test_what_is_not_asked_for_any_more_drops_out(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(capsys)
    size = len(json.loads((county / ".gongjian/cache.json").read_text(encoding="utf-8"))["entries"])
    (county / "plans/0.yaml").write_text(GOOD + "# 改过\n", encoding="utf-8")
    report(capsys)
    assert len(json.loads((county / ".gongjian/cache.json").read_text(encoding="utf-8"))["entries"]) == size


def test_a_run_over_one_file_leaves_the_others_kept(
    county: Path, checks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    report(capsys)
    report(capsys, "plans/0.yaml")
    checks.clear()
    report(capsys)
    assert checks == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="管理员什么都能写")
def test_a_folder_that_cannot_be_written_to_keeps_nothing(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = report(capsys, "--no-cache")
    county.chmod(0o555)
    try:
        assert report(capsys) == first
    finally:
        county.chmod(0o755)


def test_a_file_where_the_folder_should_be_keeps_nothing(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / ".gongjian").write_text("", encoding="utf-8")
    assert report(capsys) == report(capsys, "--no-cache")


def test_several_processes_say_the_same(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(capsys, "--no-cache", "--jobs", "3") == report(capsys, "--no-cache", "--jobs", "1")
    assert report(capsys, "--jobs", "2") == report(capsys)


def test_two_runs_at_once_both_say_the_same(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(4, 50):  # enough to be kept by programs of their own
        (county / f"plans/{number}.yaml").write_text(
            GOOD.replace("id: base", f"id: p{number}"), encoding="utf-8"
        )
    _, out, _ = report(capsys, "--no-cache")
    command = [sys.executable, "-m", "gongjian", "validate", "--as-of", "2023-01-05"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    runs = [subprocess.Popen(command, cwd=county, **pipes) for _ in range(3)]
    assert {each.communicate(timeout=60)[0].decode() for each in runs} == {out}
    assert (county / ".gongjian/cache.json").is_file()
    assert report(capsys)[1] == out


@pytest.mark.skipif(not hasattr(os, "fork"), reason="要能 fork")
def test_a_kill_at_any_moment_leaves_a_cache_that_reads(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = report(capsys, "--no-cache")
    for attempt in range(60):
        child = os.fork()
        if child == 0:
            try:
                run(["validate", "--as-of", "2023-01-05", "--quiet", "--format", "json=x.json"])
            finally:
                os._exit(0)
        time.sleep(attempt * 0.0006)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        (county / "plans/0.yaml").write_text(GOOD.replace("id: base", f"id: q{attempt}"), encoding="utf-8")
    (county / "plans/0.yaml").unlink()
    with_cache, without = report(capsys), report(capsys, "--no-cache")
    assert with_cache == without
    assert with_cache[0] == codes.FINDINGS
    assert out


def test_results_of_a_few_files_are_not_kept(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(validating, "ENOUGH_TO_KEEP", 8)
    report(capsys)
    assert not (county / ".gongjian").exists()


def test_outside_a_repository_nothing_is_kept(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "gongjian.yaml").unlink()
    report(capsys, "plans")
    assert not (county / ".gongjian").exists()


def test_a_file_written_to_while_it_is_checked_is_not_kept_as_what_it_was(
    county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = county / "plans/1.yaml"
    good = path.read_text(encoding="utf-8")
    check_file = sweep_module.check_file

    def overtaken(target, standards, *, summed_up):  # type: ignore[no-untyped-def]
        if target.path.samefile(path):
            path.write_text(good.replace("quota: ≥5次/学年", "quota: 定期"), encoding="utf-8")
        return check_file(target, standards, summed_up=summed_up)

    monkeypatch.setattr(sweep_module, "check_file", overtaken)
    assert "plans/1.yaml" in report(capsys)[1]
    monkeypatch.setattr(sweep_module, "check_file", check_file)
    path.write_text(good, encoding="utf-8")
    assert "plans/1.yaml" not in report(capsys)[1]


def test_a_plan_in_the_place_of_another_of_its_size_and_time_is_checked(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = county / "plans/1.yaml"
    os.utime(path, (1_000_000_000, 1_000_000_000))
    first = report(capsys)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("quota: ≥5次/学年", "quota: ≥9次/学年"), encoding="utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    second = report(capsys)
    assert second == report(capsys, "--no-cache")
    assert second != first
    path.write_text(text, encoding="utf-8")
    os.utime(path, (900_000_000, 900_000_000))  # the clock went backwards
    assert report(capsys) == first


@pytest.mark.parametrize("name", ["名册.csv", "名册.xlsx", "本县.yaml"])
def test_what_all_are_held_against_may_change(
    name: str, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def settle(schools: list[str], topic: str) -> None:
        path = county / name
        if name.endswith(".xlsx"):
            book = pytest.importorskip("openpyxl").Workbook()
            for school in ("校名", *schools):
                book.active.append([school])
            book.save(path)
        elif name.endswith(".csv"):
            path.write_text("\n".join(("校名", *schools)), encoding="utf-8")
        else:
            path.write_text(PACK.replace("topic: 考核", f"topic: {topic}"), encoding="utf-8")

    key = f"policies: [{name}]" if name == "本县.yaml" else f"registry: {name}"
    (county / "gongjian.yaml").write_text(f"gongjian: repository/v1\n{key}\n", encoding="utf-8")
    schools = [f"{name}{number}小学" for number in range(4) for name in "甲乙"]
    settle(schools, "考核")
    first = report(capsys)
    settle(schools[:-1], "保障")
    second = report(capsys)
    assert second == report(capsys, "--no-cache")
    assert second != first
    settle(schools, "考核")
    assert report(capsys) == first


def test_options_of_a_run_leave_nothing_behind(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = (
        ["--select", "GJ231"],
        ["--policy", "songyang"],
        ["--as-of", "2030-01-01"],
        ["--ignore", "GJ2"],
        [],
    )
    cold = [report(capsys, "--no-cache", *each) for each in options]
    assert [report(capsys, *each) for each in options] == cold
    assert [report(capsys, *each) for each in reversed(options)] == cold[::-1]
    assert len({out for _, out, _ in cold}) > 2


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b"[" * 100_000,
        b'{"form": 2}',
        b'{"form": 2, "entries": {"a": 1}}',
        b'{"form": 99, "entries": {}}',
    ],
)
def test_a_cache_that_is_none_costs_nothing_but_time(
    garbage: bytes, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["validate", "--no-cache"])
    expected = capsys.readouterr()
    (county / ".gongjian").mkdir()
    for name in ("cache.json", "last-run.json"):
        (county / ".gongjian" / name).write_bytes(garbage)
    run(["validate"])
    assert capsys.readouterr() == expected
    assert json.loads((county / ".gongjian/cache.json").read_bytes())["entries"]


def test_a_cache_folder_that_is_a_file_or_a_link_is_left_alone(
    county: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for make in (lambda path: path.write_bytes(b"x"), lambda path: path.symlink_to(elsewhere)):
        make(county / ".gongjian")
        assert run(["validate"]) == codes.FINDINGS
        (county / ".gongjian").unlink()
    assert list(elsewhere.iterdir()) == []
