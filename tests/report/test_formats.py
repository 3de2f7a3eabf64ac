"""The list of formats is one: the command line, its help and the guides tell the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from gongjian.cli.program import run
from gongjian.report.formats import FORMATS
from gongjian.report.run import Run

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/reports.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LIST = "、".join(FORMATS)


def test_help_lists_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    run(["validate", "--help"])
    assert f"报告的格式：{LIST}；" in capsys.readouterr().out


def test_the_guide_has_every_format_and_its_purpose() -> None:
    assert f"格式有 {LIST}：" in GUIDE
    rows = re.findall(r"^\| ([a-z]+) \| (.+) \|$", GUIDE, re.MULTILINE)
    assert rows == [(name, form.purpose) for name, form in FORMATS.items()]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_a_page_that_lists_formats_lists_all(page: Path) -> None:
    listed = re.findall(r"text、json(?:、[a-z]+)*", page.read_text(encoding="utf-8"))
    assert [each for each in listed if each != LIST] == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_run_without_findings(name: str) -> None:
    assert all(isinstance(line, str) for line in FORMATS[name].lines(Run((), 0)))


def test_a_format_is_loaded_when_it_is_wanted() -> None:
    modules = [f"gongjian.report.{form.module}" for form in FORMATS.values()]
    code = f"import sys, gongjian.cli.validate; print([m for m in {modules} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
