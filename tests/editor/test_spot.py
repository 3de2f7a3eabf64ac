import pytest

from gongjian.editor.spot import Spot, spot_at


def spot(text: str) -> Spot | None:
    """Look where the mark stands."""
    before = text[: text.index("‸")]
    lines = text.replace("‸", "").split("\n")
    return spot_at(lines, before.count("\n"), len(before) - before.rfind("\n") - 1)


@pytest.mark.parametrize(
    ("text", "kind", "path", "word"),
    [
        ("‸", "either", (), ""),
        ("a: ‸", "value", ("a",), ""),
        ("a: b‸", "value", ("a",), "b"),
        ("a: 'b‸'", "value", ("a",), "b"),
        ("a:\n  ‸", "either", ("a",), ""),
        ("a:\n  - ‸", "either", ("a", 0), ""),
        ("a:\n  - b: c\n    ‸\n    d: e", "either", ("a", 0), ""),
        ("a:\n  - b: c\n  - ‸", "either", ("a", 1), ""),
        ("a: {‸", "key", ("a",), ""),
        ("a: {b: c,\n  ‸", "key", ("a",), ""),
        ("a: {b: c,\n  d‸", "key", ("a",), "d"),
        ("a: {b: c,\n  d: [x,\n   ‸]}", "value", ("a", "d", 1), ""),
        ("a: [{b: ‸}]", "value", ("a", 0, "b"), ""),
        ("a: {b:\n  c‸}", "value", ("a", "b"), "c"),
        ("a: b # gongjian: ignore[GJ2‸", "rule", (), "GJ2"),
        ("# gongjian: ignore[GJ201, GJ‸] 理由", "rule", (), "GJ"),
    ],
)
def test_where_something_is_written(text: str, kind: str, path: tuple[str | int, ...], word: str) -> None:
    found = spot(text)
    assert found
    assert (found.kind, found.path, found.word) == (kind, path, word)


@pytest.mark.parametrize(
    "text",
    [
        "a:‸",  # a space must come first
        "a:\n  -‸",
        "a: {b:‸}",
        "a: |\n  b‸",
        "a: >-\n  b\n\n  ‸",
        "a: 'b\n  c‸",
        "a: b # c‸",
        "a: {b: c} ‸",
        "a: {b: [c] ‸}",
        "a: {b: c\n  d‸}",
    ],
)
def test_where_nothing_is_proposed(text: str) -> None:
    assert spot(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "colon"),
    [
        ("mo‸de: 结对", 0, 4, True),
        ("mo‸", 0, 2, False),
        ("a: {mo‸de: b}", 4, 8, True),
        ("a: {mo‸ b: c}", 4, 6, False),
        ("role: 牵‸头校, x", 6, 9, False),
        ("a: {role: ‸, b: c}", 10, 10, False),
        ("role: \"牵‸头校\" # x", 7, 10, False),
    ],
)  # fmt: skip
def test_what_is_replaced(text: str, start: int, end: int, colon: bool) -> None:
    found = spot(text)
    assert found
    assert (found.start, found.end, found.colon) == (start, end, colon)
