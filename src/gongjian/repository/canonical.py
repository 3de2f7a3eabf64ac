"""Quotas and days that are understood, in their canonical form: 不少于2次/学期 as ≥2次/学期, 2024年9月1日 as 2024-09-01."""

from collections.abc import Iterator
from datetime import date

from gongjian.model.base import Model
from gongjian.model.dates import DateError, parse_day
from gongjian.model.file_kinds import schema_of
from gongjian.model.finding import Finding, Mend, Path
from gongjian.model.keys import titles
from gongjian.model.quota import Quota, QuotaError, parse_quantity
from gongjian.repository.checking import known_kind
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.loading import SchemaError, load
from gongjian.source.places import locate
from gongjian.source.splicing import words_at


def canonical_mends(source: SourceFile) -> list[Finding]:
    """List what is written in another form, each with its place and its mend; nothing where the file is unsound."""
    model = _model(source)
    if model is None:
        return []
    names = titles(type(model))
    found = []
    for path, value in _values(model):
        place = locate(source.nodes, path, names)
        words = words_at(source.text, place)
        canonical = _canonical(value, words)
        if canonical not in (None, words):
            mend = Mend(words, canonical or "", sure=True)
            found.append(Finding(message="规范写法", at=path, file=source.name, place=place, mend=mend))
    return found


def says_the_same(one: SourceFile, other: SourceFile) -> bool:
    """Tell whether two files are sound and their models equal."""
    model = _model(one)
    return model is not None and model == _model(other)


def _model(source: SourceFile) -> Model | None:
    try:
        return load(source, schema_of(known_kind(source)))
    except (SourceError, SchemaError):
        return None


def _values(value: object, path: Path = ()) -> Iterator[tuple[Path, Quota | date]]:
    """Yield the quotas and days in a model."""
    if isinstance(value, Quota | date):
        yield path, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _values(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*path, index))


def _canonical(value: Quota | date, words: str) -> str | None:
    """Give the canonical form, where the words stand for the whole value."""
    try:
        if isinstance(value, Quota):
            return value.canonical if parse_quantity(words) == value else None
        return value.isoformat() if parse_day(words) == value else None
    except (QuotaError, DateError):
        return None
