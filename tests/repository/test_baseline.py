"""The baseline: what is written, what is known, what is gone, what cannot be read."""

import json
from collections.abc import Container
from dataclasses import replace
from pathlib import Path

import pytest

from gongjian.model.finding import Finding, Waived
from gongjian.report.fingerprints import fingerprints
from gongjian.report.run import Run
from gongjian.repository.baseline import NAME, Baseline, BaselineError, Entry, write_baseline
from gongjian.rules.selection import Selection

A = Finding(
    rule="GJ231", message="“定期”没有说清多少", at=("measures",), anchor=("measures",), file="plans/甲.yaml"
)
B = replace(A, rule="GJ233", file="plans/b.yaml")
WAIVED = replace(A, rule="GJ301", waived=Waived("原文如此"))
ALL: Container[str] = Selection()


def run(*findings: Finding, names: tuple[str, ...] = ("plans/甲.yaml", "plans/b.yaml")) -> Run:
    return Run(findings, len(names), names=names)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / NAME


def test_it_is_a_finding_a_line_in_order(file: Path) -> None:
    write_baseline(file, run(A, B, WAIVED))
    a, b = fingerprints((A, B))
    assert file.read_text(encoding="utf-8") == (
        '{"gongjian": "baseline/v1", "findings": [\n'
        '{"file": "plans/b.yaml", "rule": "GJ233", "at": "measures", "message": "“定期”没有说清多少", '
        f'"fingerprint": "{b}"}},\n'
        '{"file": "plans/甲.yaml", "rule": "GJ231", "at": "measures", "message": "“定期”没有说清多少", '
        f'"fingerprint": "{a}"}}\n'
        "]}\n"
    )


def test_what_was_written_is_read(file: Path) -> None:
    odd = replace(A, file="\udcff\n.yaml")
    written = write_baseline(file, run(A, B, odd))
    assert Baseline.read(file) == written
    assert {entry.file for entry in written.entries} == {A.file, B.file, odd.file}


def test_an_empty_one_is_one_too(file: Path) -> None:
    assert write_baseline(file, run()).entries == ()
    assert Baseline.read(file).entries == ()


def test_what_it_knows_is_marked_and_the_rest_is_new(file: Path) -> None:
    held = write_baseline(file, run(A)).apply(run(A, A, B), ALL, whole=True)
    assert [finding.known for finding in held.findings] == [True, False, False]
    assert (held.gone, str(held.summary)) == (0, "检查了 2 个文件，2 个错误（另有 1 个在基线里）")


def test_what_is_waived_is_not_known_beside(file: Path) -> None:
    baseline = write_baseline(file, run(A))
    held = baseline.apply(run(replace(A, waived=Waived("原文如此"))), ALL, whole=True)
    assert [finding.known for finding in held.findings] == [False]
    assert held.gone == 0


def test_a_waiver_that_ends_leaves_a_new_finding(file: Path) -> None:
    baseline = write_baseline(file, run(WAIVED))
    assert not baseline.apply(run(replace(WAIVED, waived=None)), ALL, whole=True).findings[0].known


@pytest.mark.parametrize(
    ("findings", "names", "wanted", "whole", "gone"),
    [
        ((), ("plans/甲.yaml", "plans/b.yaml"), Selection(), True, 2),
        ((A,), ("plans/甲.yaml", "plans/b.yaml"), Selection(), True, 1),
        ((), ("plans/b.yaml",), Selection(), True, 2),  # a file is no more
        ((), ("plans/b.yaml",), Selection(), False, 1),  # it was not looked into
        ((), ("plans/甲.yaml", "plans/b.yaml"), Selection(select=("GJ231",)), True, 1),
        (
            (replace(A, rule="GJ003"),),
            ("plans/甲.yaml", "plans/b.yaml"),
            Selection(),
            True,
            1,
        ),  # no YAML any more
    ],
)
def test_what_is_gone_is_counted_where_it_was_looked_for(
    file: Path,
    findings: tuple[Finding, ...],
    names: tuple[str, ...],
    wanted: Selection,
    whole: bool,
    gone: int,
) -> None:
    baseline = write_baseline(file, run(A, B))
    assert baseline.apply(run(*findings, names=names), wanted, whole=whole).gone == gone


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", " 第 1 行不是 JSON；"),
        (b'{"gongjian": "baseline/v1", "findings": [\n<<<<<<< HEAD\n', " 第 2 行不是 JSON；"),
        (b"\xff\xfe", " 不是 UTF-8 编码；"),
        (b"[" * 100_000, " 读不了；"),
        (b"1" * 5_000, " 读不了；"),
        (b"[]", " 不是基线文件（开头应是 gongjian: baseline/v1）"),
        (b'{"findings": []}', " 不是基线文件（开头应是 gongjian: baseline/v1）"),
        (b'{"gongjian": "baseline/v2", "findings": []}', " 不是基线文件（开头应是 gongjian: baseline/v1）"),
        (b'{"gongjian": "baseline/v1", "findings": {}}', " 不是基线文件（开头应是 gongjian: baseline/v1）"),
        (b'{"gongjian": "baseline/v1", "findings": [1]}', " 的第 1 个问题不完整；"),
        (
            b'{"gongjian": "baseline/v1", "findings": [{"fingerprint": "a", "rule": 1, "file": "b"}]}',
            " 的第 1 个问题不完整；",
        ),
    ],
)
def test_a_broken_one_is_told_in_a_line(file: Path, content: bytes, complaint: str) -> None:
    file.write_bytes(content)
    with pytest.raises(BaselineError) as caught:
        Baseline.read(file)
    assert f"{file}{complaint}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf{"gongjian": "baseline/v1", "findings": []}')
    assert Baseline.read(file).entries == ()


@pytest.mark.parametrize(("name", "complaint"), [("没有.json", "没有基线文件 "), ("", "基线 ")])
def test_one_that_is_not_there(tmp_path: Path, name: str, complaint: str) -> None:
    with pytest.raises(BaselineError) as caught:
        Baseline.read(tmp_path / name)
    assert str(caught.value).startswith(complaint)


def test_another_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "package.json"
    path.write_text('{"name": "x"}', encoding="utf-8")
    with pytest.raises(BaselineError, match="不是基线文件，没有覆盖；换一个文件名"):
        write_baseline(path, run(A))
    assert path.read_text(encoding="utf-8") == '{"name": "x"}'


@pytest.mark.parametrize("name", [NAME, "mine.json"])
def test_a_broken_one_is_written_anew(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text('{"gongjian": "baseline/v1", "findings": [\n<<<<<<< HEAD\n', encoding="utf-8")
    write_baseline(path, run(A))
    assert Baseline.read(path).entries == (Entry(fingerprints([A])[0], "GJ231", A.file),)


def test_a_failed_write_leaves_the_old_one(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_baseline(file, run(A))
    before = file.read_bytes()

    def full(self: Path, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_baseline(file, run(A, B))
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [NAME]


def test_its_lines_are_json_of_their_own(file: Path) -> None:
    write_baseline(file, run(A, B))
    lines = file.read_text(encoding="utf-8").splitlines()[1:-1]
    assert [json.loads(line.removesuffix(","))["rule"] for line in lines] == ["GJ233", "GJ231"]
