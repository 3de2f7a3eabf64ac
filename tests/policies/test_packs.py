"""The built-in policy packs: each loads, bears the name of its file, and cites its clauses."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from gongjian.model.policy import Policy
from gongjian.repository.checking import check_file
from gongjian.repository.discovery import find_targets
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "gongjian" / "policies"
SIZES = {  # requirements, unchecked
    "bangfu-district": (4, 1),
    "bangfu-township": (4, 3),
    "gongtongti": (21, 4),
    "guofa-2016-40": (2, 0),
    "huzhu": (4, 2),
    "jinzhou": (4, 1),
    "lianmeng": (4, 0),
    "linhai": (10, 4),
    "lutai": (2, 3),
    "qingyuan": (13, 6),
    "shanxian": (4, 1),
    "shoulashou": (3, 1),
    "songyang": (17, 1),
    "tisheng": (3, 1),
    "yongli": (21, 2),
    "zhengmu": (3, 5),
    "zhifang": (16, 2),
    "zhongxin": (6, 2),
    "zhongzhuang": (2, 2),
}


def read(name: str) -> Policy:
    return load(SourceFile.read(FOLDER / f"{name}.yaml", f"{name}.yaml"), Policy)


@pytest.fixture(scope="module")
def packs() -> dict[str, Policy]:
    return {name: read(name) for name in SIZES}


def test_every_pack_is_listed_here():
    assert sorted(path.stem for path in FOLDER.iterdir() if path.suffix == ".yaml") == sorted(SIZES)


def test_packs_are_clean():
    findings = [finding for target in find_targets([FOLDER], ROOT) for finding in check_file(target).findings]
    assert findings == []


@pytest.mark.parametrize("name", SIZES)
def test_the_file_bears_the_id(packs, name):
    assert packs[name].id == name


@pytest.mark.parametrize("name", SIZES)
def test_nothing_was_added_or_lost(packs, name):
    assert (len(packs[name].requirements), len(packs[name].unchecked)) == SIZES[name]


@pytest.mark.parametrize("name", SIZES)
def test_ids_are_unique(packs, name):
    ids = Counter(requirement.id for requirement in packs[name].requirements)
    texts = Counter((left.clause, left.text) for left in packs[name].unchecked)
    assert not [each for each, times in (ids + texts).items() if times > 1]


@pytest.mark.parametrize("name", SIZES)
def test_every_entry_cites_its_clause_and_is_a_sentence(packs, name):
    for entry in (*packs[name].requirements, *packs[name].unchecked):
        assert entry.clause
        assert entry.text.endswith("。"), entry.text
    assert all(not left.reason.endswith("。") for left in packs[name].unchecked)


def test_what_papers_strive_for_is_never_an_error(packs):
    soft = {
        (name, requirement.id): requirement.severity
        for name, pack in packs.items()
        for requirement in pack.requirements
        if getattr(requirement, "soft", False)
    }
    assert soft == {
        ("tisheng", "results"): "info",
        ("yongli", "departments"): "info",
        ("zhifang", "age-men"): "info",
        ("zhifang", "age-women"): "info",
    }
