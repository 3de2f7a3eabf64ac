import sys

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert run(["lsp"]) == codes.USAGE
    assert 'pip install "gongjian[lsp]"' in capsys.readouterr().err
    assert "gongjian.editor.server" not in sys.modules
