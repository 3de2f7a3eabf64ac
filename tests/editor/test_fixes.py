from gongjian.editor.diagnostics import diagnostics
from gongjian.editor.fixes import Fix, fixes
from gongjian.editor.positions import Position, Range
from gongjian.repository.settings import Settings
from gongjian.rules.standards import DEFAULT_STANDARDS
from small_plans import SMALL


def offered(text: str) -> list[Fix]:
    found = diagnostics(text, "方案.yaml", Settings(), DEFAULT_STANDARDS)
    return [fix for each in found for fix in fixes(text, each)]


def test_a_misspelt_choice_is_mended_at_its_place() -> None:
    (fix, *_) = offered(SMALL.replace("role: 牵头校", "role: 牵头学校"))
    assert (fix.title, fix.new) == ("改成“牵头校”", "牵头校")
    assert fix.range == Range(Position(8, 34), Position(8, 38))


def test_quotes_stay() -> None:
    (fix, *_) = offered(SMALL.replace("role: 牵头校", 'role: "牵头学校"'))
    assert fix.new == '"牵头校"'


def test_a_wide_colon_and_no_waiver_for_it() -> None:
    (fix,) = offered(SMALL.replace("mode: 结对共建", "mode：结对共建"))
    assert (fix.title, fix.new, fix.preferred) == ("改成“:”", ": ", True)
    assert fix.range == Range(Position(4, 4), Position(4, 5))


def test_a_waiver_stands_above_its_line_and_works() -> None:
    text = SMALL.replace("quota: ≥1次/学年", "quota: 定期")
    fix = next(each for each in offered(text) if each.title == "豁免这个问题（写上理由）")
    rule = fix.diagnostic.finding.rule
    row = fix.diagnostic.range.start.line
    assert fix.new == f"      # gongjian: ignore[{rule}] 理由\n"
    assert fix.range == Range(Position(row, 0), Position(row, 0))
    lines = text.split("\n")
    waived = "\n".join([*lines[:row], fix.new.rstrip("\n"), *lines[row:]])
    assert diagnostics(waived, "方案.yaml", Settings(), DEFAULT_STANDARDS) == []


def test_a_waiver_has_the_line_ends_of_its_file() -> None:
    text = SMALL.replace("quota: ≥1次/学年", "quota: 定期").replace("\n", "\r\n")
    fix = next(each for each in offered(text) if each.title == "豁免这个问题（写上理由）")
    assert fix.new == "      # gongjian: ignore[GJ231] 理由\r\n"
