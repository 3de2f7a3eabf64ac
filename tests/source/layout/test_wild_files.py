"""Files as wild as can be: laid out, they say the same, keep every comment, and stay as they are."""

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from wild import Writer

from gongjian.model.keys import models, names_of
from gongjian.model.plan import Plan
from gongjian.source.errors import SourceError
from gongjian.source.file import SourceFile
from gongjian.source.layout import LayoutError, laid_out
from gongjian.source.layout.reading import read
from gongjian.source.layout.tree import Collection, Comment, Entry, Node, anchors_in

_ENGLISH = {key: name for model in reversed(models(Plan)) for key, name in names_of(model).items()}


def sound(seed: int) -> tuple[SourceFile, list[str]] | None:
    """Make a file, and the comments in it; None for one that is no YAML of ours."""
    writer = Writer(Random(seed))
    source = SourceFile.of(writer.text())
    try:
        assert source.exact
    except SourceError:
        return None
    return source, [comment for comment in writer.comments if comment in source.text]


@given(st.integers(0, 1_000_000))
def test_data_comments_and_anchors_stay(seed: int) -> None:
    if (made := sound(seed)) is None:
        return
    source, comments = made
    text = laid_out(source, Plan)
    assert SourceFile.of(text).exact == source.exact
    assert [comment for comment in comments if comment not in text] == []
    assert sorted(anchors_in(read(text).root)) == sorted(anchors_in(read(source.text).root))
    assert laid_out(SourceFile.of(text), Plan) == text


@given(st.integers(0, 1_000_000))
def test_keys_change_their_language_and_back(seed: int) -> None:
    if (made := sound(seed)) is None:
        return
    try:
        english = laid_out(made[0], Plan, "en")
        chinese = laid_out(made[0], Plan, "zh")
    except LayoutError as refusal:
        assert re.search("只能写一次|用在两种地方", refusal.message)
        return
    assert laid_out(SourceFile.of(chinese), Plan, "en") == english
    assert laid_out(SourceFile.of(english), Plan, "zh") == chinese


@given(st.integers(0, 1_000_000))
def test_comments_stay_with_what_they_are_about(seed: int) -> None:
    if (made := sound(seed)) is None:
        return
    before, after = read(made[0].text), read(laid_out(made[0], Plan))
    header = {comment.text for document in (before, after) for comment in document.header}
    assert owners(before.root, header) == owners(after.root, header)


def owners(node: Node, header: set[str]) -> dict[str, str]:
    """Give for each comment the words of what it is about, the comments at the beginning of a file aside."""
    found: dict[str, str] = {}

    def note(comments: list[Comment] | list[str], path: str) -> None:
        for comment in comments:
            texts = comment.text if isinstance(comment, Comment) else comment
            for text in filter(None, texts.split("\n")):
                if text not in header:
                    found[text] = path

    def walk(node: Node, path: str) -> None:
        if not isinstance(node, Collection):
            return
        note([*node.foot], f"{path} foot")
        note([node.opening], f"{path} opening")
        for number, entry in enumerate(node.entries):
            inner = f"{path}/{name(entry, number)}"
            note([*entry.above], inner)
            note([*entry.between, *entry.below], inner)
            note([entry.behind, entry.beside], inner)
            walk(entry.value, inner)

    walk(node, "")
    return found


def name(entry: Entry, number: int) -> str:
    key = getattr(entry.key, "value", None)
    return str(number) if key is None else re.sub(r"\s", "_", _ENGLISH.get(key, key))
