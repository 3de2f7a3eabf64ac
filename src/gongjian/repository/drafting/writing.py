"""A draft as YAML: the template `plan.yaml.j2` filled in, every value a scalar that reads back as it is."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gongjian.model.dates import Period
from gongjian.repository.drafting.archetypes import LEAD
from gongjian.repository.drafting.draft import Draft, MonthDay
from gongjian.repository.drafting.scalars import comment, folded, scalar

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_TEMPLATE = Path(__file__).with_name("plan.yaml.j2")


class Written(str):
    """YAML already, or the text of a comment: not to be made a scalar again."""

    __slots__ = ()


def write_plan(draft: Draft) -> str:
    """Give the plan's file."""
    request = draft.request
    ids = {party.name: party.id for party in request.parties()}
    groups = [
        {"lead": ids[pairing.lead], "members": [ids[name] for name in pairing.members]}
        for pairing in request.pairings
    ]
    lead = next(party.id for party in request.parties() if party.role == LEAD)
    member = ids[request.pairings[0].members[0]]
    inwards = request.archetype.mode == "跟岗"
    return fill_in(
        _TEMPLATE,
        draft=draft,
        request=request,
        groups=groups,
        period=written_period(request.period),
        day=request.period.start.isoformat(),
        example=draft.promises[0],
        sending={"跟岗": "跟岗", "支教": "支教"}.get(request.archetype.mode, "教师交流"),
        origin=member if inwards else lead,
        destination=lead if inwards else member,
    )


def written_period(period: Period) -> str:
    """Write a period: by the name it was given, else by its two days."""
    if period.label:
        return scalar(period.label)
    return f"{{start: {period.start}, end: {period.end}}}"


def fill_in(template: Path, **told: object) -> str:
    """Fill in a template of a YAML file: every `{{ }}` becomes a scalar, unless a filter says what it is."""
    return _template(template).render(**told)


@lru_cache(maxsize=8)
def _template(path: Path) -> "Template":
    return _environment().from_string(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        finalize=_finalize,
        autoescape=False,  # noqa: S701 (it writes YAML; `_finalize` escapes every value)
    )
    environment.filters |= {
        "raw": Written,
        "plain": lambda text: Written(comment(str(text))),
        "note": lambda text: Written(comment(str(text))),
        "folded": lambda text: Written(folded(str(text), "  ")),
        "several": _several,
        "month_day": _month_day,
    }
    return environment


def _finalize(value: object) -> str:
    if isinstance(value, Written):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return scalar(str(value))


def _several(values: Sequence[str]) -> Written:
    """Write one value as it is, more as a list."""
    written = [scalar(value) for value in values]
    return Written(written[0] if len(written) == 1 else f"[{', '.join(written)}]")


def _month_day(day: MonthDay) -> Written:
    return Written(f"{day[0]:02}-{day[1]:02}")
