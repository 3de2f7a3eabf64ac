import pytest

from gongjian.editor.outline import Entry, Outline


def read(text: str) -> list[tuple[str, str]]:
    return [(".".join(map(str, each.path)), each.value) for each in Outline.of(text.split("\n")).entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb:\n  c: 'd'", [("a", "1"), ("b", ""), ("b.c", "d")]),
        ("a:\n- b\n- c: d\n  e: f\ng: h", [("a", ""), ("a.0", "b"), ("a.1.c", "d"), ("a.1.e", "f"), ("g", "h")]),
        ("a:\n  - - b\n    - c", [("a", ""), ("a.0.0", "b"), ("a.0.1", "c")]),
        ("a: {b: 1, c: [x, 'y, z']} # d: e", [("a", ""), ("a.b", "1"), ("a.c", ""), ("a.c.0", "x"), ("a.c.1", "y, z")]),
        ("a: {b: 1,\n    c: [x,\n        y]}\nd: e", [("a", ""), ("a.b", "1"), ("a.c", ""), ("a.c.0", "x"), ("a.c.1", "y"), ("d", "e")]),
        ("a: |\n  b: c\n  - d\ne: f", [("a", ""), ("e", "f")]),
        ('a: "b\n  c: d"\ne: f', [("a", "b"), ("e", "f")]),
        ("a: b # c: d", [("a", "b")]),
        ("# a: b\nc: d#e", [("c", "d#e")]),
        ("学校:\n  - {编号: a}", [("学校", ""), ("学校.0.编号", "a")]),
        ("'a b': c\n\"d\": e", [("a b", "c"), ("d", "e")]),
        ("time: 14:30\nurl: {a: http://b.cn, c: 3:1}", [("time", "14:30"), ("url", ""), ("url.a", "http://b.cn"), ("url.c", "3:1")]),
    ],
)  # fmt: skip
def test_whole_texts(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  - {b: 1, c\n  - {b: 2}", [("a", ""), ("a.0.b", "1"), ("a.1.b", "2")]),
        ("a: [b,\nc: d", [("a", ""), ("a.0", "b"), ("c", "d")]),
        ('a: "b\nc: d', [("a", "b"), ("c", "d")]),
        ("a: {b: 'x\nc: d", [("a", ""), ("c", "d")]),
        ("a:\n  - {b: \n     c: 1}", [("a", ""), ("a.0.b", ""), ("a.0.c", "1")]),
        ("a: b\nhalf\nc: d", [("a", "b"), ("c", "d")]),
        ("a：b\nc: d", [("c", "d")]),
    ],
)
def test_what_is_never_closed_ends_where_the_next_line_stands_outside(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert read(text) == expected


def test_entries_say_where_they_begin() -> None:
    (key, first, second) = Outline.of(["a:", "  - b", "  - {c: 'd'}"]).entries
    assert key == Entry(("a",), "", 0, 0)
    assert first == Entry(("a", 0), "b", 1, 4)
    assert second == Entry(("a", 1, "c"), "d", 2, 5)
