"""`gongjian render --format pdf`: what a user sees, with and without what it needs."""

import sys
from pathlib import Path

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run
from gongjian.document.errors import MissingExtraError
from gongjian.document.layout import COMMON
from gongjian.document.pdf import fonts

PLAN = Path(__file__).parents[1] / "cases/good/base.yaml"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_plan_becomes_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        fonts.choose_fonts(COMMON.fonts, fonts.installed_fonts(fonts.font_folders()))
    except (MissingExtraError, fonts.MissingFontsError) as error:
        pytest.skip(str(error))
    assert run(["render", str(PLAN), "-o", "方案.pdf"]) == codes.FINE
    assert capsys.readouterr().out.endswith("→ 方案.pdf\n")
    assert (tmp_path / "方案.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_without_typst_it_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setenv("GONGJIAN_FONTS", str(tmp_path))  # what was found before is remembered by its folders
    assert run(["render", str(PLAN), "--format", "pdf"]) == codes.FINDINGS
    assert (
        '印不出来：印 pdf，还要装一个扩展（先运行：pip install "gongjian[pdf]"）' in capsys.readouterr().err
    )
    assert not (tmp_path / "out").exists()


def test_a_font_folder_that_is_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGJIAN_FONTS", "没有的文件夹")
    assert run(["render", str(PLAN), "--format", "pdf"]) == codes.FINDINGS
    assert "印不出来：没有字体文件夹 没有的文件夹" in capsys.readouterr().err
