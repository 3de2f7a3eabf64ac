"""CEL expressions, evaluated by a library (extra `cel`) within limits, their errors told in Chinese.

CEL (Common Expression Language) can neither loop without end nor reach outside the data it is
given. What it can do is nest its macros (`all`, `exists`, `map`, …) over long lists; an
expression whose nesting could take more than `MAX_STEPS` is refused before it runs: steps, not
seconds, so that the same pack fails alike on every machine.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cel import Program

MAX_STEPS: Final = 2_000_000
"""Turns of the innermost macro; about a second."""

_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'')
_BRACKET = re.compile(
    r"\.\s*(?P<macro>all|exists|exists_one|map|filter)\s*\(|(?P<open>[(\[{])|(?P<close>[)\]}])"
)
_PLACE = re.compile(r"<input>:(\d+):(\d+)")
_UNDEFINED = re.compile(r"Undefined variable or function: '(.+?)'")


class ExpressionError(ValueError):
    """An expression that cannot be read or worked out; the message is Chinese."""


class MissingLibraryError(Exception):
    """The library that works out expressions is not installed."""


@lru_cache(maxsize=256)
def compile_expression(text: str) -> "Program":
    """Read an expression.

    Raises:
        ExpressionError: it is none.
        MissingLibraryError: the extra `cel` is not installed.
    """
    try:
        from cel import compile as compile_cel
    except ImportError:
        raise MissingLibraryError from None
    program: Program = _guarded(lambda: compile_cel(text))
    return program


def evaluate(text: str, variables: Mapping[str, Any], functions: Mapping[str, Callable[..., Any]]) -> bool:
    """Work out an expression over JSON-like data.

    Raises:
        ExpressionError: it is none, asks for what is not there, takes too long, or is neither true nor false.
        MissingLibraryError: the extra `cel` is not installed.
    """
    program = compile_expression(text)
    from cel import Context

    if _steps(text, _longest(variables)) > MAX_STEPS:
        raise ExpressionError("一层套一层的循环（all、exists、map、filter）太多，算不完")
    result = _guarded(lambda: program.execute(Context(variables=dict(variables), functions=dict(functions))))
    if not isinstance(result, bool):
        raise ExpressionError(f"结果应是 true 或 false，算出来是 {result!r}")
    return result


def _steps(text: str, longest: int) -> int:
    """Bound the turns that the macros can take: every level of nesting goes over the longest list there is.

    Lists joined by `+` may be longer than any that is given.
    """
    bare = _STRING.sub('""', text)
    return int((max(1, longest) * (1 + bare.count("+"))) ** _nesting(bare))


def _nesting(bare: str) -> int:
    deepest, inside = 0, list[bool]()
    for bracket in _BRACKET.finditer(bare):
        if bracket["close"]:
            inside[-1:] = []
        else:
            inside.append(bracket["macro"] is not None)
            deepest = max(deepest, sum(inside))
    return deepest


def _longest(value: Any) -> int:
    """The length of the longest list or mapping inside some data."""
    if isinstance(value, Mapping):
        return max([len(value), *map(_longest, value.values())])
    if isinstance(value, list):
        return max([len(value), *map(_longest, value)])
    return 0


def _guarded(work: Callable[[], Any]) -> Any:
    """Do something with the library, and tell its errors in Chinese."""
    try:
        return work()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise ExpressionError(_told(error)) from error


def _told(error: BaseException) -> str:
    said = str(error)
    if place := _PLACE.search(said):
        return f"第{place[1]}行第{place[2]}个字看不懂"
    if missing := _UNDEFINED.search(said):
        return f"没有“{missing[1]}”这个名字或函数"
    if isinstance(error, KeyError):
        return f"没有“{said.strip(chr(39))}”这一项"
    return f"不能这样算（{said.splitlines()[0]}）"
