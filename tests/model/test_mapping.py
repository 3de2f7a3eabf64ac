"""A value again with its texts put another way."""

from dataclasses import dataclass

from gongjian.model.mapping import with_texts
from gongjian.model.people import Office, Person
from gongjian.model.quota import parse_quota


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    lines: tuple[str, ...] = ()
    notes: dict[str, list[str]] | None = None
    number: int = 1


def test_every_text_is_converted_wherever_it_stands() -> None:
    page = Page("a", ("b", "c"), {"a": ["d"]}, 2)
    assert with_texts(page, str.upper) == Page("A", ("B", "C"), {"a": ["D"]}, 2)


def test_models_are_converted_and_not_validated_again() -> None:
    office = Office(at="教导处", head=Person(name="王某", post=("主任",)))
    emptied = with_texts(office, lambda text: "")
    assert (emptied.at, emptied.head) == ("", Person.model_construct(name="", post=("",)))
    assert office.at == "教导处"


def test_what_does_not_change_stays_the_same_object() -> None:
    page = Page("A", ("B",), {"a": ["D"]})
    office = Office(at="教导处", members=("刘某",))
    assert with_texts(page, str.upper) is page
    assert with_texts(office, str) is office


def test_a_text_is_converted_once() -> None:
    seen: list[str] = []
    with_texts(["a", "a", Page("a", ("b",))], lambda text: seen.append(text) or text)
    assert seen == ["a", "b"]


def test_quotas_and_other_values_pass_through() -> None:
    quota = parse_quota("≥2人/学期")
    assert with_texts((quota, 1, None, 2.5), str.upper) == (quota, 1, None, 2.5)
