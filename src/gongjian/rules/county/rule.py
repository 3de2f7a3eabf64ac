"""How a rule over all plans is made: like any other, of a generator whose docstring is its page."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from gongjian.model.finding import Finding, Severity
from gongjian.rules.county.view import County
from gongjian.rules.rule import Rule, make_rule

CountyCheck: TypeAlias = Callable[[County], Iterator[Finding]]


def county_rule(
    id: str,  # noqa: A002 (the word of design.md)
    *,
    severity: Severity = "error",
    title: str,
) -> Callable[[CountyCheck], Rule]:
    """Make a rule of a generator that yields findings about the plans of a repository, each with its file."""

    def decorate(check: CountyCheck) -> Rule:
        return make_rule(id, check, severity, title)

    return decorate
