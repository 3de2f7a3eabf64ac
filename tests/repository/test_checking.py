"""One file checked: what is one of ours, and that a bad file hides no other."""

from pathlib import Path

import pytest

from gongjian.model.plan import Plan
from gongjian.repository.checking import Checked, check_file, check_files
from gongjian.repository.discovery import Target, find_targets

CASES = Path(__file__).parents[1] / "cases"


def checked(tmp_path: Path, text: str, *, given: bool = False) -> Checked:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return check_file(Target(path, "a.yaml", given))


@pytest.mark.parametrize("text", ["services: {}\n", "- a\n", "文字\n", "on: push\njobs: {}\n"])
def test_other_peoples_yaml_is_left_alone_unless_named(tmp_path: Path, text: str) -> None:
    assert checked(tmp_path, text).foreign
    assert [finding.rule for finding in checked(tmp_path, text, given=True).findings] == ["GJ011"]


@pytest.mark.parametrize(
    "text", ["gonjian: plan/v1\ntitle: x\n", "gongjan: plan/v1\n", "GongJian: plan/v1\n"]
)
def test_a_misspelt_first_key_is_not_left_alone(tmp_path: Path, text: str) -> None:
    found = checked(tmp_path, text)
    assert not found.foreign
    assert [finding.rule for finding in found.findings] == ["GJ011"]


def test_a_good_file_gives_its_model() -> None:
    found = check_file(Target(CASES / "good/base.yaml", "base.yaml", given=True))
    assert isinstance(found.model, Plan)
    assert found.findings == ()


def test_bad_files_hide_no_others() -> None:
    targets = find_targets([CASES / "bad", CASES / "good"], CASES)
    results = list(check_files(targets))
    assert [result.name for result in results] == [target.name for target in targets]
    clean = {f"bad/{path.name}" for path in CASES.glob("packs/*.yaml")}  # without their packs in force
    clean |= {f"good/{path.name}" for path in CASES.glob("good/*.yaml")}
    found = {result.name for result in results if isinstance(result.model, Plan) and not result.findings}
    assert found == clean


def test_findings_stand_in_the_order_of_the_file() -> None:
    found = check_file(Target(CASES / "bad/several-mistakes.yaml", "x.yaml", given=True)).findings
    places = [(finding.place.line, finding.place.column) for finding in found if finding.place]
    assert len(places) == len(found) == 3
    assert places == sorted(places)


def test_settings_are_checked_too(tmp_path: Path) -> None:
    found = checked(tmp_path, "gongjian: repository/v1\nnme: 某县\n").findings
    assert [(finding.rule, finding.at) for finding in found] == [("GJ101", ("nme",))]
