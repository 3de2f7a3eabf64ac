"""What changed between two versions, for people and programs."""

from collections.abc import Callable, Iterator

from gongjian.model.changes import Contrast


def _text(contrast: Contrast) -> Iterator[str]:
    from gongjian.report.changes.text import lines

    return lines(contrast)


def _json(contrast: Contrast) -> Iterator[str]:
    from gongjian.report.changes.json import dumps

    yield dumps(contrast)


def _markdown(contrast: Contrast) -> Iterator[str]:
    from gongjian.report.changes.markdown import lines

    return lines(contrast)


FORMATS: dict[str, Callable[[Contrast], Iterator[str]]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
"""For each format, the function that gives its lines."""
