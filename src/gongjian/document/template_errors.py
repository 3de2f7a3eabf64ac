"""Jinja's errors, told in Chinese and with the template's own line."""

import re
from collections.abc import Iterable, Mapping
from types import TracebackType

from jinja2 import Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import MAX_RANGE
from jinja2.utils import missing

from gongjian.document.errors import TemplateError
from gongjian.document.loader import FolderLoader, RefusedTemplateError
from gongjian.document.prose import ProseError
from gongjian.document.sandbox import LimitError

_SYNTAX = (
    (r"No filter named '(.+?)'", "没有「{}」这个过滤器"),
    (r"No test named '(.+?)'", "没有「{}」这个判断"),
    (
        r"Encountered unknown tag '(.+?)'.*needs to be closed is '(.+?)'",
        "这里不该有「{}」，先要收尾的是「{}」",
    ),
    (r"Encountered unknown tag '(.+?)'", "没有「{}」这个标签"),
    (r"Unexpected end of template.*needs to be closed is '(.+?)'", "「{}」没有收尾"),
    (r"Missing end of comment tag", "注释没有收尾，末尾要写 #}}"),
    (r"expected token '(.+?)', got '(.+?)'", "这里应当是「{}」，却写了「{}」"),
    (r"expected name or number", "点号后面要有名字"),
    (r"unexpected char (.+?) at", "这里不该有 {}"),
    (r"unexpected '(.+?)'", "这里不该有「{}」"),
    (r"block (.+?) defined twice", "block {} 写了两次"),
)
_PLAIN: tuple[tuple[type[Exception], tuple[str, str]], ...] = (
    (RecursionError, ("模板自己套自己，没有尽头", "")),
    (ZeroDivisionError, ("除数是零", "")),
    (OverflowError, ("range 太长", f"最多{MAX_RANGE}")),
)
_MISSING = re.compile(r"没有「(.+?)」这一项")
_SHOWN = 12
"""How many of the names there are a hint shows."""


class Missing(StrictUndefined):
    """A name that is not there; whatever is done with it, the error says which and what there is instead."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_exception is SecurityError:
            return f"模板不能使用「{self._undefined_name}」"
        if self._undefined_hint:
            return "列表是空的，没有第一项或最后一项"
        known = "、".join(_keys(self._undefined_obj))
        return f"没有「{self._undefined_name}」这一项" + (f"|可用的有：{known}" if known else "")


def _keys(value: object) -> list[str]:
    """What can be asked of a value, as far as it is data."""
    if value is missing:
        return []
    kind = type(value)
    fields = getattr(kind, "model_fields", {}) or getattr(kind, "__dataclass_fields__", {})
    return [str(key) for key in (value if isinstance(value, Mapping) else fields)][:_SHOWN]


HANDLED = (
    TemplateSyntaxError,
    TemplateNotFound,
    UndefinedError,
    SecurityError,
    LimitError,
    ProseError,
    RecursionError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What a template can raise through its own fault or its data's."""


def translate(
    error: Exception, template: str, environment: Environment, loader: FolderLoader
) -> TemplateError:
    """The same error for the template's author."""
    path, line = _place(error)
    name = loader.name_of(path) if path else template
    message, hint = describe(error, loader)
    if path and line and (asked := _MISSING.search(message)):
        message = message.replace(asked[1], _dotted(environment, loader, name, line, asked[1]))
    return TemplateError(name, line, message, hint)


def describe(error: Exception, loader: FolderLoader) -> tuple[str, str]:
    """Tell an error: message and hint."""
    match error:
        case RefusedTemplateError():
            return f"不能用「{error.name}」：{error.message}", ""
        case TemplateNotFound():
            return f"找不到模板「{error.name}」", f"有这些：{'、'.join(loader.list_templates()[:_SHOWN])}"
        case TemplateSyntaxError():
            return _syntax_message(error.message or ""), ""
        case UndefinedError() | SecurityError() | LimitError() | ProseError():
            message, _, hint = str(error).partition("|")
            return message, hint
    known = (words for kind, words in _PLAIN if isinstance(error, kind))
    return next(known, ("这一行算不出来", f"{type(error).__name__}: {error}"))


def _syntax_message(message: str) -> str:
    for pattern, chinese in _SYNTAX:
        if found := re.search(pattern, message, re.DOTALL):
            return "写法有误：" + chinese.format(*found.groups())
    return f"写法有误：{message}"


def _place(error: Exception) -> tuple[str, int | None]:
    """Path and line of the innermost template the error passed through."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    frames = [
        frame for frame in _frames(error.__traceback__) if "__jinja_exception__" in frame.tb_frame.f_globals
    ]
    if not frames:
        return "", None
    return frames[-1].tb_frame.f_code.co_filename, frames[-1].tb_lineno


def _frames(traceback: TracebackType | None) -> Iterable[TracebackType]:
    while traceback:
        yield traceback
        traceback = traceback.tb_next


def _dotted(environment: Environment, loader: FolderLoader, template: str, line: int, name: str) -> str:
    """The whole expression that ends in ``name`` on the template's line, such as ``plan.leader.phone``."""
    source, _, _ = loader.get_source(environment, template)
    for node in environment.parse(source).find_all(nodes.Getattr):
        if node.attr == name and node.lineno == line:
            return _written(node)
    return name


def _written(node: nodes.Node) -> str:
    match node:
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
        case nodes.Name():
            return node.name
        case nodes.Getitem(arg=nodes.Const(value=key)):
            return f"{_written(node.node)}[{key!r}]"
        case _:
            return "（…）"
