import pytest

from gongjian.editor.formatting import Edit, lay_out
from gongjian.editor.positions import Position, Range, units
from small_plans import SMALL

PLAN = SMALL.rstrip("\n") + "\n"


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    lines = text.splitlines(keepends=True)

    def offset(at: Position) -> int:
        rest = lines[at.line] if at.line < len(lines) else ""
        column = next((i for i in range(len(rest) + 1) if units(rest[:i]) >= at.character), len(rest))
        return sum(map(len, lines[: at.line])) + column

    for edit in sorted(edits, key=lambda each: each.range.start, reverse=True):
        text = text[: offset(edit.range.start)] + edit.new + text[offset(edit.range.end) :]
    return text


def test_a_well_laid_out_text_needs_no_edits() -> None:
    assert lay_out(PLAN, "方案.yaml").edits == ()


def test_only_what_differs_is_edited() -> None:
    text = PLAN.replace("mode: 结对共建", "mode:    结对共建")
    assert lay_out(text, "方案.yaml").edits == (
        Edit(Range(Position(4, 0), Position(5, 0)), "mode: 结对共建\n"),
    )


@pytest.mark.parametrize(
    "text",
    [
        PLAN.rstrip("\n"),
        PLAN.replace("heading: ", "heading:    "),
        PLAN.replace("\n", "\r\n").replace("mode: ", "mode:   "),
        PLAN + "theme:   😀𠀀",
        PLAN.replace("  - {id: yongli", "  -   {id: yongli").replace("quota: ", "quota:   "),
    ],
)
def test_the_edits_give_the_canonical_layout(text: str) -> None:
    done = applied(text, lay_out(text, "方案.yaml").edits)
    assert done != text
    assert lay_out(done, "方案.yaml").edits == ()
    assert ("\r\n" in done) == ("\r\n" in text)


def test_what_cannot_be_read_is_left() -> None:
    assert lay_out(PLAN + "theme: [", "方案.yaml") == lay_out("services: {a:   b}\n", "compose.yaml")
    assert lay_out(PLAN + "theme: [", "方案.yaml").edits == ()
