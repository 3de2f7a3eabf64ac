"""Parts are chosen by name, kept beside each other, and shown on one page."""

from pathlib import Path

import pytest
from benchmarks import results
from benchmarks.parts import SIZES, chosen, parts
from benchmarks.results import keep, read
from benchmarks.table import ratio, seconds

EVERY = parts(SIZES)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(results, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(results, "PAGE", tmp_path / "performance.md")
    monkeypatch.setattr(results, "machine", lambda: "a machine")
    return tmp_path / "performance.md"


def test_parts_are_chosen_by_name() -> None:
    assert list(chosen(["repositories", "peers-100"], EVERY)) == [
        "peers-100", "repositories-1", "repositories-100", "repositories-1000", "repositories-10000",
    ]  # fmt: skip
    assert chosen([], EVERY) == EVERY
    with pytest.raises(KeyError) as error:
        chosen(["start-up", "peer"], EVERY)
    assert error.value.args == ("peer",)


def test_parts_are_kept_beside_each_other(page: Path) -> None:
    keep("repositories-100", [("two", "one", "0.9", "≤ 1.0")], EVERY)
    keep("start-up", [("a", "b", "1.2", "≤ 1.3")], EVERY)
    keep("repositories-1", [("alone", "", "1 s", "")], EVERY)
    keep("start-up", [("a", "b", "1.1", "≤ 1.3")], EVERY)
    assert list(read()) == ["start-up", "repositories-1", "repositories-100"]
    _, _, written = page.read_text(encoding="utf-8").partition("\n## ")
    assert written == (
        "Start-up\n\n"
        "| what | against | ratio or median | budget |\n|---|---|---|---|\n"
        "| a | b | 1.1 | ≤ 1.3 |\n\na machine\n\n"
        "## Whole repositories\n\n"
        "| what | against | ratio or median | budget |\n|---|---|---|---|\n"
        "| alone |  | 1 s |  |\n| two | one | 0.9 | ≤ 1.0 |\n\na machine\n"
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (75.25, "75.2 s"),
        (1.0, "1.0 s"),
        (0.25, "250 ms"),
        (0.0012, "1 ms"),
        (0.0004, "400 µs"),
        (0.0, "0 µs"),
    ],
)
def test_times_have_a_unit_that_fits(value: float, told: str) -> None:
    assert seconds(value) == told


def test_small_ratios_have_more_digits() -> None:
    assert (ratio(1.234), ratio(0.04567)) == ("1.23", "0.046")
