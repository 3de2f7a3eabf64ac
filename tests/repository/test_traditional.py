"""A file in Traditional characters is read and checked as its Simplified twin is."""

from pathlib import Path

import pytest

from gongjian.model.finding import Finding
from gongjian.model.plan import Plan
from gongjian.model.script import simplified
from gongjian.model.twin import twin_of_model
from gongjian.repository.checking import check_source
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from real_plans import REAL_PLANS

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/cases"
UNREADABLE = {"gbk", "latin-1-bytes", "utf-16", "control-character", "line-separator"}
READABLE = [path for path in sorted(CASES.glob("*/*.yaml")) if path.stem not in UNREADABLE]
ITS_OWN_WORDS = {"traditional-mistakes"}
"""Cases about what is quoted as it is written."""


def in_traditional(path: Path, configuration: str) -> tuple[SourceFile, SourceFile]:
    """Give a file, and the same file all in Traditional characters, keys and comments too."""
    convert = pytest.importorskip("opencc", reason="OpenCC is not installed").OpenCC(configuration).convert
    text = path.read_text(encoding="utf-8-sig")
    converted = convert(text)
    assert len(converted) == len(text)
    return SourceFile.of(text, path.name), SourceFile.of(converted, path.name)


def found_in(source: SourceFile) -> list[tuple[object, ...]]:
    """What is found, but for how the words of the file look in the messages."""
    try:
        findings = check_source(source).findings
    except SourceError as error:
        return [(error.kind, error.line, error.column)]
    return [_bare(finding) for finding in findings]


def _bare(finding: Finding) -> tuple[object, ...]:
    return (
        finding.rule,
        finding.severity,
        simplified(finding.message),
        simplified(finding.hint),
        finding.place,
    )


@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: path.stem)
def test_a_plan_is_read_as_its_twin(path: Path) -> None:
    source, traditional = in_traditional(path, "s2tw")
    one, other = check_source(source), check_source(traditional)
    assert isinstance(one.model, Plan)
    assert isinstance(other.model, Plan)
    assert other.model != one.model
    assert _structure(other.model) == _structure(one.model)
    assert [_bare(finding) for finding in other.findings] == [_bare(finding) for finding in one.findings]


def _structure(plan: Plan) -> dict[str, object]:
    """The plan with its texts in one way of writing them: 了解 and 瞭解, 借助 and 藉助 are both right."""
    same = str.maketrans({"瞭": "了", "藉": "借"})
    return _each(twin_of_model(plan).model_dump(), lambda text: text.translate(same))


def _each(value: object, convert: object) -> object:
    from gongjian.model.mapping import with_texts

    return with_texts(value, convert)


@pytest.mark.parametrize("configuration", ["s2t", "s2hk"])
@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_a_case_gives_the_same_findings_at_the_same_places(path: Path, configuration: str) -> None:
    if path.stem in ITS_OWN_WORDS:
        pytest.skip("it is in Traditional characters already")
    source, traditional = in_traditional(path, configuration)
    assert found_in(traditional) == found_in(source)


def test_texts_stay_as_they_are_written() -> None:
    path = CASES / "good/traditional-keys.yaml"
    plan = check_source(SourceFile.of(path.read_text(encoding="utf-8"))).model
    assert isinstance(plan, Plan)
    assert (plan.title, plan.mode, plan.schools[1].area) == (
        "龍山小學與樂業小學結對共建活動實施方案",
        "结对共建",
        "乡村",
    )
    demo = plan.commitments()[1][1]
    assert (demo.activity, demo.by, str(demo.quota[0])) == ("示範課", ("牵头校",), "≥2次/学期")
    assert demo.text == "選派骨幹教師到成員校上示範課，{指标}。"
    assert [each.by for each in plan.commitments()[2][1].milestones] == [(6, 30), (9, 30), (11, 30)]
    assert plan.assignments[0].period.label == "2022-2023學年第一學期"
    assert str(plan.assignments[0].period.end) == "2023-01-31"
    assert str(plan.activities[0].date) == "2022年10月20日至21日"
