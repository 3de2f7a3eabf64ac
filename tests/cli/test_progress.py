"""The progress bar: nothing in a pipe, nothing for short work, and every item either way."""

import sys

import pytest

from gongjian.cli import progress as module
from gongjian.cli.progress import progress


def test_in_a_pipe_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress(range(3), 3, "印公文")) == [0, 1, 2]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("moment", "shown"), [(60.0, False), (-1.0, True)])
def test_on_a_terminal_long_work_has_one(
    moment: float, shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_MOMENT", moment)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert list(progress(range(3), 3, "印公文")) == [0, 1, 2]
    assert ("印公文" in capsys.readouterr().err) == shown
