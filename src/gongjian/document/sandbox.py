"""The sandbox in which templates run: they come from other people.

On top of Jinja's own sandbox, a template may call nothing on the data it is given but
the harmless methods in `METHODS`, has only the filters in `BUILT_IN_FILTERS` and our own,
and may spend no more than `MAX_STEPS` steps and `MAX_CHARACTERS` characters. Steps, not
seconds: the same template fails alike on every machine.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

from gongjian.document.filters import FILTERS
from gongjian.document.loader import BUILT_IN
from gongjian.document.prose import Markdown, escape_output, prose

MAX_STEPS = 1_000_000
"""Turns of loops, calls and includes; a county roster of 10,000 rows takes about 100,000."""

_STEPS_OF_A_CALL = 10

MAX_CHARACTERS = 50_000_000
"""Characters made on the way, counted again wherever a macro or block passes them on."""

MAX_NUMBER = 10**15

METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(
        {"startswith", "endswith", "strip", "removeprefix", "removesuffix", "split", "splitlines"}
    ),
    dict: frozenset({"items", "keys", "values", "get"}),
}

BUILT_IN_FILTERS = (
    "abs", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr",
    "sort", "string", "sum", "trim", "truncate", "unique", "upper",
)  # fmt: skip


class LimitError(Exception):
    """A template that wants more than it may have; the message is Chinese."""


class Meter:
    """What one rendering has spent."""

    def __init__(self) -> None:
        self._steps = MAX_STEPS
        self._characters = MAX_CHARACTERS

    def step(self, count: int = 1) -> None:
        """Spend steps."""
        self._steps -= count
        if self._steps < 0:
            raise LimitError(f"循环和调用超过{MAX_STEPS // 10_000}万次，可能没有尽头")

    def write(self, count: int) -> None:
        """Spend characters."""
        self._characters -= count
        if self._characters < 0:
            raise LimitError(f"生成的文字超过{MAX_CHARACTERS // 10_000}万字")


METER: ContextVar[Meter] = ContextVar("meter")
"""The meter of the rendering under way."""


class OfficialEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for official Markdown: sandboxed, strict, metered, every output escaped."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, loader: BaseLoader, undefined: type[StrictUndefined]) -> None:
        super().__init__(
            loader=loader,
            undefined=undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=escape_output,
        )
        self.filters = {name: JINJA_FILTERS[name] for name in BUILT_IN_FILTERS}
        self.filters |= FILTERS | {
            "join": _join,
            "replace": _replace,
            "_concat": _concat,
            "_metered": _metered,
        }
        self.globals = {"range": self.globals["range"], "namespace": Namespace}

    @contextmanager
    def metered(self) -> Iterator[None]:
        """Give a rendering a meter of its own."""
        token = METER.set(Meter())
        try:
            yield
        finally:
            METER.reset(token)

    @staticmethod
    def concat(parts: Iterable[str]) -> Markdown:
        """Jinja's hook: puts together what a template, macro or block has printed."""
        return _glue(list(parts))

    def join_path(self, template: str, parent: str) -> str:
        """Jinja's hook: a template that asks for one of its own name means the built-in one, which it replaces."""
        return f"{BUILT_IN}{template}" if template == parent else template

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Jinja's hook: data may be read; of methods, only the harmless ones."""
        if attr.startswith("model_") or not super().is_safe_attribute(obj, attr, value):
            return False
        harmless = any(attr in METHODS[kind] for kind in METHODS if isinstance(obj, kind))
        return not callable(value) or harmless or type(obj).__module__.startswith("jinja2.")

    def wrap_str_format(self, value: Any) -> None:
        """Jinja's hook: no exception for ``str.format``, whose widths know no bounds."""

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Jinja's hook: every call takes steps."""
        METER.get().step(_STEPS_OF_A_CALL)
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Jinja's hook: arithmetic on numbers, joining of texts and lists, no multiplying of texts."""
        return _BINARY[operator](left, right)

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002 (Jinja's name)
        METER.get().step()
        return super()._load_template(name, globals)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        return super()._generate(_Metering().visit(source), *args, **kwargs)


class _Metering(NodeTransformer):
    """Puts loops on the meter, and ``~`` too, which Jinja does not let a sandbox intercept."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 (Jinja's name)
        node.iter = _filtered("_metered", node.iter)
        return self.generic_visit(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 (Jinja's name)
        return self.generic_visit(_filtered("_concat", nodes.List(node.nodes, lineno=node.lineno)))


def _filtered(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


@pass_context
def _metered(context: Context, values: Iterable[Any]) -> Iterator[Any]:
    """``values``, each at the price of a step; needs the context so that it is never folded away."""
    meter = METER.get()
    for value in values:
        meter.step()
        yield value


def _glue(parts: Sequence[str]) -> Markdown:
    METER.get().write(sum(map(len, parts)))
    return Markdown("".join(parts))


@pass_context
def _concat(context: Context, parts: Iterable[Any]) -> str:
    return _together(list(parts), "")


def _together(parts: list[Any], separator: str) -> str:
    """Texts in one; if some are Markdown the others are escaped, and all are Markdown."""
    if any(isinstance(part, Markdown) for part in (*parts, separator)):
        between = escape_output(separator)
        return _glue([piece for part in parts for piece in (between, escape_output(part))][1:])
    words = [prose(part) for part in parts]
    METER.get().write(sum(map(len, words)) + len(separator) * len(words))
    return separator.join(words)


@pass_context
def _join(context: Context, values: Iterable[Any], separator: str = "") -> str:
    return _together(list(values), separator)


@pass_context
def _replace(context: Context, text: str, old: str, new: str) -> str:
    METER.get().write(len(text) + text.count(old) * len(new))
    return text.replace(old, new)


def _add(left: Any, right: Any) -> Any:
    if isinstance(left, str) and isinstance(right, str):
        return _together([left, right], "")
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        METER.get().step(len(left) + len(right))
    return left + right


def _numeric(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def checked(left: Any, right: Any) -> Any:
        if any(
            isinstance(side, str | bytes | list | tuple) or abs(side) > MAX_NUMBER for side in (left, right)
        ):
            raise LimitError("乘法、乘方和求余只能用于不太大的数")
        return operation(left, right)

    return checked


def _no_power(left: Any, right: Any) -> Any:
    raise SecurityError("模板里不能用乘方")


_BINARY: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": _add,
    "*": _numeric(operator.mul),
    "%": _numeric(operator.mod),
    "**": _no_power,
}
