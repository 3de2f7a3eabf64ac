import sys
from collections.abc import Callable

import pytest

from gongjian.cli import codes
from gongjian.cli.program import run

MESSAGE = '出错：启动语言服务器，还要装一个扩展（先运行：pip install "gongjian[lsp]"）\n'


def nothing(name: str) -> None:
    """As `find_spec` answers for a package that is not there."""


def no_parent(name: str) -> None:
    """As `find_spec` answers for a module of a package that is not there."""
    raise ModuleNotFoundError(name)


@pytest.mark.parametrize("answer", [nothing, no_parent])
def test_without_the_extra_it_says_what_to_install(
    answer: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", answer)
    assert run(["lsp"]) == codes.USAGE
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", MESSAGE)
    assert "gongjian.editor.server" not in sys.modules
