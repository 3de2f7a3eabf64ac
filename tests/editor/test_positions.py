from gongjian.editor.positions import Position, Range, characters, range_of, units
from gongjian.model.finding import Place


def test_characters_beyond_the_basic_plane_are_two_units() -> None:
    assert [units(text) for text in ("", "方案", "𠀀校", "😀a")] == [0, 2, 3, 3]


def test_units_become_characters_again() -> None:
    assert [characters("𠀀校a", count) for count in range(6)] == [0, 0, 1, 2, 3, 3]


def test_a_place_behind_rare_characters() -> None:
    place = Place(line=2, column=4, end_line=2, end_column=6)
    assert range_of(["", "𠀀😀校甲乙"], place) == Range(Position(1, 5), Position(1, 7))


def test_a_place_past_the_end_is_drawn_into_the_text() -> None:
    place = Place(line=9, column=9, end_line=9, end_column=10)
    assert range_of(["a", "𠀀"], place) == Range(Position(1, 2), Position(1, 2))
