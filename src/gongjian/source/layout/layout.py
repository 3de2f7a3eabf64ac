"""Lay a file out, and see that nothing was lost."""

from collections import Counter

from gongjian.model.base import Model
from gongjian.model.finding import Path
from gongjian.model.keys import titles
from gongjian.source.decoding import offset_of
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.layout.keys import Language, arrange, renamed
from gongjian.source.layout.reading import comments_of, read
from gongjian.source.layout.tree import LayoutError, anchors_in
from gongjian.source.layout.writing import write
from gongjian.source.nodes import Data
from gongjian.source.places import locate

_CHANGED = "整理以后内容会变，请把这个文件发给维护者"
_SHARED = "引用（*）的内容用在两种地方，键的名称不一样，没有办法一起换；把内容直接写出来"


def laid_out(source: SourceFile, schema: type[Model], language: Language | None = None) -> str:
    """Give a file's text in the canonical layout.

    Args:
        source: the file.
        schema: the schema of its kind; the file need not fulfil it.
        language: the language its keys shall have; None leaves each as it is.

    Raises:
        SourceError: it is no sound YAML.
        LayoutError: it cannot be laid out without losing something.
    """
    said = source.exact
    document = read(source.text)
    arrange(document.root, (schema,), language)
    text = write(document)
    if text != source.text:
        meant = renamed(said, (schema,), language) if language else said
        shared = language is not None and any(not defined for _, defined in anchors_in(document.root))
        _refuse_loss(source, schema, meant, text, _SHARED if shared else _CHANGED)
        if Counter(document.comments) != Counter(comments_of(text)):
            raise LayoutError("整理以后会少了注释，请把这个文件发给维护者")
    return text


def _refuse_loss(source: SourceFile, schema: type[Model], meant: Data, text: str, reason: str) -> None:
    """Read back what was written.

    Raises:
        LayoutError: it does not say what is meant.
    """
    try:
        said = SourceFile(source.name, text).exact
    except SourceError as error:
        raise LayoutError("整理以后读不出来，请把这个文件发给维护者") from error
    if (path := _difference(meant, said)) is not None:
        place = locate(source.nodes, path, titles(schema))
        raise LayoutError(reason, offset_of(source.text, place.line))


def _difference(one: Data, other: Data) -> Path | None:
    """Give the path of the first difference, the order of keys aside; None when there is none."""
    if one == other:
        return None
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        pairs = [(key, one[key], other[key]) for key in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = [(number, *pair) for number, pair in enumerate(zip(one, other, strict=True))]  # type: ignore[misc]
    else:
        return ()
    return next((key, *path) for key, *pair in pairs if (path := _difference(*pair)) is not None)
