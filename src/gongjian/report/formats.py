"""The formats of a report: a new one is a module and a line here."""

from collections.abc import Callable, Iterator

from gongjian.report.run import Run


def _text(run: Run) -> Iterator[str]:
    from gongjian.report.plain import lines

    return lines(run)


def _json(run: Run) -> Iterator[str]:
    from gongjian.report.json import dumps

    yield dumps(run)


FORMATS: dict[str, Callable[[Run], Iterator[str]]] = {"text": _text, "json": _json}
"""For each format, the function that gives its lines."""
