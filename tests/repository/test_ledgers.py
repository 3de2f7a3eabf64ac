"""Which ledger is a plan's."""

from pathlib import Path

import pytest

from gongjian.repository.discovery import find_targets
from gongjian.repository.ledgers import Ledgers, find_ledgers

RECORD = "  - {{id: {0}, date: 2022-10-20, activity: 示范课}}\n"
HEAD = "gongjian: ledger/v1\nplan: 甲\nrecords:\n"


def found(folder: Path, files: dict[str, str], *given: str) -> Ledgers:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return find_ledgers(find_targets([folder / name for name in given], folder), folder)


def test_among_the_files(tmp_path: Path) -> None:
    ledgers = found(tmp_path, {"a.yaml": HEAD + RECORD.format("a")}, "a.yaml")
    assert [record.id for record in ledgers.by_plan["甲"].records] == ["a"]


def test_anywhere_in_the_repository(tmp_path: Path) -> None:
    files = {
        "gongjian.yaml": "gongjian: repository/v1\n",
        "方案/p.yaml": "gongjian: plan/v1\n",
        "台账/a.yaml": HEAD + RECORD.format("a"),
    }
    assert list(found(tmp_path, files, "方案/p.yaml").by_plan) == ["甲"]


def test_without_a_repository_below_the_plans_folder(tmp_path: Path) -> None:
    files = {
        "方案/p.yaml": "gongjian: plan/v1\n",
        "方案/台账/a.yaml": HEAD + RECORD.format("a"),
        "别处/b.yaml": HEAD.replace("甲", "乙") + RECORD.format("b"),
    }
    assert list(found(tmp_path, files, "方案/p.yaml").by_plan) == ["甲"]


def test_several_ledgers_of_a_plan_are_one(tmp_path: Path) -> None:
    files = {
        "1.yaml": HEAD + RECORD.format("a") + "review: {plans: 先做。}\n",
        "2.yaml": HEAD + RECORD.format("b") + "review: {plans: 再做。}\n",
        "3.yaml": HEAD + RECORD.format("c"),
    }
    ledger = found(tmp_path, files, ".").by_plan["甲"]
    assert [record.id for record in ledger.records] == ["a", "b", "c"]
    assert ledger.review is not None
    assert ledger.review.plans == ("再做。",)


@pytest.mark.parametrize("wrong", ["  - {id: a}\n", "  - {id: a\n", "\t- {id: a}\n"])
def test_an_unsound_ledger_is_remembered_by_its_plan(tmp_path: Path, wrong: str) -> None:
    ledgers = found(tmp_path, {"a.yaml": HEAD + wrong}, "a.yaml")
    assert ledgers.by_plan == {}
    assert ledgers.unsound == {"甲": "a.yaml"}


def test_files_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_bytes(b"\xff\xfe\x00")
    ledgers = found(tmp_path, {"tabs.yaml": "a:\n\t- ledger/v1\n", "a.yaml": HEAD + RECORD.format("a")}, ".")
    assert list(ledgers.by_plan) == ["甲"]
