"""Every number, date and formula of the seed documents is carried by a policy pack, or listed with a reason.

`facts.yaml` is the table; where the documents' own facts stand beside the checkout, the table is
held against them entry by entry.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from gongjian.model.policy import Policy
from gongjian.model.quota import parse_quota
from gongjian.source.file import SourceFile
from gongjian.source.loading import load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "gongjian" / "policies"
SEEDS = ROOT.parent / "shared" / "seeds" / "parts"
SECTIONS = ("quotas", "actuals", "dates", "formulas", "consequences")

TABLE: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("facts.yaml").read_text("utf-8"))
ROWS = [pytest.param(row, id=f"{row['seed']}-{row['section']}-{row['index']}") for row in TABLE]
QUOTAS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / "tests" / "model" / "quota_facts.yaml").read_text("utf-8")
)

COUNTS = {
    "00a": 1, "00e": 1, "00h": 3, "00i": 3, "00j": 3, "00o": 1, "00p": 1, "00t": 3, "01a": 4, "01b": 3,
    "02a": 17, "02b": 14, "02c": 11, "02d": 4, "02e": 7, "02f": 3, "03a": 21, "04c": 3, "04d": 1, "04k": 1,
    "04t": 11,
}  # fmt: skip
IN_NO_PACK = {"02e"}

BEYOND = {
    "bangfu-district": {"agreement"},
    "bangfu-township": {"joint-research", "same-lesson", "shadow"},
    "gongtongti": {"leader", "deputy", "office", "rotation", "school-group"},
    "guofa-2016-40": {"teachers", "backbone"},
    "huzhu": {"student-visits"},
    "lianmeng": {"leader", "supervision"},
    "linhai": {"leader", "deputy", "research", "demo", "committee", "meetings", "agreement"},
    "qingyuan": {"leader", "deputy", "lead-schools", "office", "school-group", "student-exchange"},
    "shanxian": {"leader", "township-deputies", "teacher-pairs"},
    "shoulashou": {"leader", "emergency"},
    "songyang": {"leader", "bundling"},
    "tisheng": {"school-plans", "supervision"},
    "yongli": {"mentoring", "leader", "records"},
    "zhengmu": {"leader", "meeting", "exchange"},
    "zhifang": {"report-names"},
    "zhongxin": {"joint-review"},
    "zhongzhuang": {"leader"},
}
"""Requirements that papers state without a number: offices, contents (and the national paper)."""


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def pack(name: str) -> Policy:
    return load(SourceFile.read(FOLDER / f"{name}.yaml", f"{name}.yaml"), Policy)


@pytest.fixture(scope="module")
def packs() -> dict[str, Policy]:
    return {path.stem: pack(path.stem) for path in FOLDER.glob("*.yaml")}


def carriers(packs: dict[str, Policy], row: dict[str, Any]) -> list[Any]:
    """Give the requirements that a row names; a missing one is a KeyError."""
    if "pack" not in row:
        return []
    by_id = {requirement.id: requirement for requirement in packs[row["pack"]].requirements}
    return [by_id[name] for name in listed(row.get("requirement"))]


@pytest.mark.parametrize("row", ROWS)
def test_the_entry_is_carried_or_listed_with_a_reason(packs, row):
    assert bool(row.get("none")) == (row["seed"] in IN_NO_PACK) == ("pack" not in row)
    found = carriers(packs, row)
    left = [
        each
        for each in (packs[row["pack"]].unchecked if "unchecked" in row else ())
        if {"clause": each.clause, "text": each.text} == row["unchecked"]
    ]
    assert len(left) == ("unchecked" in row)
    assert found or left or row.get("none")


@pytest.mark.parametrize("row", ROWS)
def test_the_requirement_asks_for_what_the_entry_says(packs, row):
    found = [str(quota) for each in carriers(packs, row) for quota in getattr(each, "quota", ())]
    assert found == listed(row.get("quota"))
    assert found == [str(parse_quota(quota)) for quota in found]


@pytest.mark.parametrize("row", [row for row in ROWS if "also" in row.values[0]])
def test_the_requirement_says_the_rest_of_the_entry(packs, row):
    for name, expected in row["also"].items():
        found = [getattr(each, name) for each in carriers(packs, row) if hasattr(each, name)]
        if name == "by":
            found = [f"{month:02}-{day:02}" for month, day in found]
        if name == "milestones":
            found = [[f"{s.by[0]:02}-{s.by[1]:02} {s.percent:g}%" for s in steps] for steps in found]
        assert found
        assert all(each == expected for each in found)


def test_every_requirement_comes_from_an_entry_or_is_listed_as_beyond(packs):
    carried = {(row["pack"], name) for row in TABLE for name in listed(row.get("requirement"))}
    beyond = {(name, each) for name, ids in BEYOND.items() for each in ids}
    assert not carried & beyond
    assert carried | beyond == {(name, each.id) for name, read in packs.items() for each in read.requirements}


def test_the_numbers_are_those_of_the_quota_table():
    for seed, facts in QUOTAS.items():
        rows = [row for row in TABLE if (row["seed"], row["section"]) in {(seed, "quotas")}]
        stated = [quota for row in rows for quota in listed(row.get("states", row.get("quota")))]
        assert stated == [fact["notation"] for fact in facts if "notation" in fact], seed


def test_no_entry_is_missing():
    assert Counter(row["seed"] for row in TABLE) == COUNTS
    assert Counter(row["section"] for row in TABLE) == {
        "quotas": 80, "actuals": 5, "dates": 25, "formulas": 5, "consequences": 1
    }  # fmt: skip
    places = Counter((row["seed"], row["section"], row["index"]) for row in TABLE)
    assert max(places.values()) == 1


@pytest.mark.skipif(not SEEDS.is_dir(), reason="原始文档（../shared/seeds/parts）不在旁边，只按表核对")
def test_the_table_is_that_of_the_documents():
    entries = {
        (path.name.split("_")[1], section, index): entry["text"]
        for path in SEEDS.glob("*.facts.yaml")
        for section, found in yaml.safe_load(path.read_text("utf-8")).items()
        if section in SECTIONS
        for index, entry in enumerate(found)
    }
    table = {(row["seed"], row["section"], row["index"]): row["text"] for row in TABLE}
    assert table.keys() == entries.keys()
    assert not [place for place, text in table.items() if not entries[place].startswith(text)]
    known = {"title", "doc_type", "script", "note", "truncated", "issuing_body", "basis", "parties", "mode"}
    known |= {"period", "leaders", *SECTIONS}
    keys = {key for path in SEEDS.glob("*.facts.yaml") for key in yaml.safe_load(path.read_text("utf-8"))}
    assert keys <= known
