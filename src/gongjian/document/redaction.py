"""Names and contact details masked for publication, the same everywhere in a document.

======================  ==============================================================================
张三丰, 欧阳修           张某某, 欧阳某: the surname stays, a 某 for each character of the given name
阿依古丽·买买提           阿某某: of minorities' and foreigners' names the first character stays
John Smith              J***
王某某, 李××             as they are
校长, 普教科, 永利小学      as they are: offices, units and schools are no persons
13800001234             1**********
0575-81234567           0575-********
身份证号, 银行卡号          the first digit stays
zhang@example.com       ***@example.com
1980年5月12日出生         1980年出生
======================  ==============================================================================

This is how courts mask the names of parties (法释〔2016〕19号，第九条), but that two people whose masks are
alike get no numbers: official papers print 张某某 twice. Names are those in the plan's fields for people; numbers are
found by their looks. The Document is masked and not the plan, so that tables, counts and comparisons are made
of what the plan says.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from gongjian.document.material import Material
from gongjian.document.tree import Document
from gongjian.model.ledger import Ledger
from gongjian.model.mapping import with_texts
from gongjian.model.names import DOTS, is_masked, names_in, pattern_of, plain_name, surname_of
from gongjian.model.personal import find_personal
from gongjian.model.plan import Plan
from gongjian.model.script import simplified

MARK: Final = "gongjian.redacted"
"""The property of a document that says that it was masked."""

_HASH: Final = "gongjian.source"
"""The property that is no text."""

PLAN: Final = "gongjian.plan"
"""The property that is the id of the plan."""

_STANDS_ALONE: Final = 3
"""Characters of the first part of a dotted name that is used by itself (阿依古丽)."""

_DATE: Final = re.compile(
    r"(?<![0-9])((?:18|19|20)[0-9]{2})(?:年([0-9]{1,2})月(?:[0-9]{1,2}[日号號])?|([-./])([0-9]{1,2})(?:\3[0-9]{1,2})?)(?![0-9])"
)

_LOCAL: Final = re.compile("[^0-9*xX×]*[0-9][0-9 -]{2,}[^*xX×]*")

Mask = Callable[[str], str]


def redacted(document: Document, material: Material) -> Document:
    """Mask the people of the plan and its ledger, and all contact details in everything a document prints or says of itself."""
    masked = with_texts(document, redactor(material.plan, material.ledger))
    kept = {_HASH: document.properties[_HASH]} if _HASH in document.properties else {}
    if name := document.properties.get(PLAN):
        kept[PLAN] = _public(name, material.plan, material.ledger)
    return replace(masked, properties={**masked.properties, **kept, MARK: "true"})


def public_id(plan: Plan, ledger: Ledger | None = None) -> str:
    """Give a plan's id as its masked documents have it: it may hold a name."""
    return _public(plan.id, plan, ledger)


def _public(text: str, plan: Plan, ledger: Ledger | None) -> str:
    """Mask a text in Simplified characters, whatever script the plan is in."""
    plain = with_texts(plan, simplified)
    return redactor(plain, with_texts(ledger, simplified) if ledger else None)(simplified(text))


def redactor(plan: Plan, ledger: Ledger | None = None) -> Mask:
    """Make the function that masks a text; what it has masked already it leaves as it is."""
    masks = (_names(plan, ledger), _births(plan), _phones(plan), _numbers)

    def redact(text: str) -> str:
        before = ""
        while text != before:  # a mask may set free what stood behind it
            before = text
            for mask in masks:
                text = mask(text)
        return text

    return redact


def mask_name(name: str) -> str:
    """What may be told of a name: 张某某."""
    if name[0].isascii():
        return f"{name[0]}***"
    if any(dot in name for dot in DOTS):
        return f"{name[0]}某某"
    surname = surname_of(name) or name[0]
    return surname + "某" * (len(name) - len(surname))


def _names(plan: Plan, ledger: Ledger | None) -> Mask:
    """Mask the plan's people; of two names the longer is looked for first, and a school keeps its own."""
    public = {plain_name(name): mask_name(name) for name in names_in(plan, ledger) if not is_masked(name)}
    public |= {
        first: mask for name, mask in public.items() if len(first := _first_part(name)) >= _STANDS_ALONE
    }
    kept = {body for body in _bodies(plan) if any(name in body for name in public)}
    known = public | dict.fromkeys(map(plain_name, kept), "")
    pattern = pattern_of(known)
    return lambda text: pattern.sub(lambda match: _as_set(known[plain_name(match[0])], match[0]), text)


def _as_set(mask: str, name: str) -> str:
    """A mask in place of a name, with the spaces that set the name wide."""
    if not mask or len(plain_name(name)) == len(name):
        return mask or name
    characters = iter(mask)
    return "".join(each if each.isspace() else next(characters) for each in name)


def _first_part(name: str) -> str:
    """The part of a dotted name before the dot; "" of any other name."""
    first, dot, _ = name.partition(DOTS[0])
    return first if dot else ""


def _bodies(plan: Plan) -> Iterator[str]:
    """The names of schools and other bodies, which may be called after a person."""
    for school in plan.schools:
        yield school.name
        yield school.short or ""
    yield from plan.document.issuer
    yield plan.document.printer or ""


def _births(plan: Plan) -> Mask:
    """Leave of the birth dates that the plan knows only the year."""
    months = {(each.born.year, each.born.month) for each in plan.assignments if each.born}

    def year(match: re.Match[str]) -> str:
        month = int(match[1]), int(match[2] or match[4])
        return f"{match[1]}年" if month in months else match[0]

    return (lambda text: _DATE.sub(year, text)) if months else str


def _phones(plan: Plan) -> Mask:
    """Mask the phone numbers in the plan that do not look like one by themselves (内线 8012)."""
    people = plan.leadership.people() if plan.leadership else []
    phones = {person.phone for _, _, person in people if person.phone and not find_personal(person.phone)}
    known = sorted((phone for phone in phones if _LOCAL.fullmatch(phone)), key=len, reverse=True)
    written = "|".join(rf"{'(?<![0-9])' * each[0].isdigit()}{re.escape(each)}(?![0-9])" for each in known)
    pattern = re.compile(written or "(?!)")
    return lambda text: pattern.sub(lambda match: re.sub("[0-9]", "*", match[0]), text)


def _numbers(text: str) -> str:
    """Mask what looks like contact details."""
    for one in reversed(find_personal(text)):
        text = text[: one.start] + one.public + text[one.end :]
    return text
