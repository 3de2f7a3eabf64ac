"""Every format writes exactly its golden file.

`python tests/report/test_golden_reports.py` writes them anew; read the difference before checking it in.
"""

from pathlib import Path

import pytest
from sample import report

from gongjian.report.formats import FORMATS

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str) -> Path:
    return GOLDEN / f"{name}.txt"


@pytest.mark.parametrize("name", FORMATS)
def test_report_is_as_it_was_read_and_checked_in(name: str) -> None:
    assert report(name) == golden(name).read_text(encoding="utf-8")


def test_there_is_no_golden_file_without_a_format() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(FORMATS)


if __name__ == "__main__":
    for each in FORMATS:
        golden(each).write_text(report(each), encoding="utf-8")
