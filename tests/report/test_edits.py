"""The edits that reports tell of: what stands in the file is what they say, and making them mends the finding."""

import json
from pathlib import Path

import pytest

from gongjian.model.finding import Finding, Mend, Place
from gongjian.report.edits import Edit, edit_of
from gongjian.report.formats import FORMATS
from gongjian.report.run import Run
from gongjian.repository.checking import check_files, collect
from gongjian.repository.discovery import Target
from gongjian.repository.fixing import fix_files
from gongjian.rules.selection import Selection
from gongjian.source.decoding import offset_of

CASES = Path(__file__).parents[1] / "cases/bad"
TEXT = "gongjian: plan/v1\nmode: '结队'\n"


def one(place: Place, mend: Mend | None, text: str = TEXT) -> Edit | None:
    finding = Finding(message="", rule="GJ105", file="a.yaml", place=place, mend=mend)
    return edit_of(finding, Run((finding,), 1, {"a.yaml": text}))


def place(line: int, column: int, end_column: int) -> Place:
    return Place(line=line, column=column, end_line=line, end_column=end_column)


def test_quotes_around_the_word_stay() -> None:
    assert one(place(2, 7, 11), Mend("结队", "结对共建", sure=True)) == Edit(
        place(2, 7, 11), "'结队'", "'结对共建'", safe=True
    )


def test_a_guess_is_not_safe() -> None:
    edit = one(place(2, 8, 10), Mend("结队", "结对共建"))
    assert edit is not None
    assert (edit.new, edit.safe) == ("结对共建", False)


def test_simplified_words_would_stand_out_among_traditional_ones() -> None:
    edit = one(place(2, 8, 10), Mend("结队", "结对共建", sure=True), TEXT + "theme: 學校\n")
    assert edit is not None
    assert not edit.safe


@pytest.mark.parametrize(
    ("spot", "mend"),
    [
        (place(2, 8, 10), None),
        (place(2, 8, 10), Mend("共建", "结对共建", sure=True)),
        (place(9, 1, 2), Mend("结队", "结对共建", sure=True)),
    ],
    ids=["nobody knows", "something else stands there", "no such line"],
)
def test_there_is_none(spot: Place, mend: Mend | None) -> None:
    assert one(spot, mend) is None


def report(path: Path) -> tuple[list[dict], str]:  # type: ignore[type-arg]
    run = collect(check_files([Target(path, path.name, given=True)]), Selection())
    form = json.loads("".join(FORMATS["json"].lines(run)))
    return form["findings"], run.texts.get(path.name, "")


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_json_says_of_real_files_is_what_fix_does(path: Path, tmp_path: Path) -> None:
    findings, text = report(path)
    edits = [edit for each in findings if each["fix"] for edit in each["fix"]["edits"]]
    for edit in edits:
        start = offset_of(text, edit["line"], edit["column"])
        end = offset_of(text, edit["end_line"], edit["end_column"])
        assert text[start:end] == edit["old"]
        assert edit["new"] != edit["old"]
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    mended = list(fix_files([Target(copy, copy.name, given=True)], write=True))
    safe = [each for each in findings if each["fix"] and each["fix"]["safe"] and not each["waived"]]
    assert bool(safe) == any(fixed.done or fixed.kept for fixed in mended)
    if len(safe) == 1 and mended[0].done:
        (edit,) = safe[0]["fix"]["edits"]
        left = [each["message"] for each in report(copy)[0]]
        assert safe[0]["message"] not in left
        assert edit["new"] in copy.read_text(encoding="utf-8")
