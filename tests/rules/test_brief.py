"""Messages stay readable, whatever they quote; a choice of rules hides no unreadable file."""

from gongjian.model.finding import Finding
from gongjian.rules.files import empty_file
from gongjian.rules.rule import brief
from gongjian.rules.selection import Selection


def test_a_short_message_stays_as_it_is() -> None:
    text = f"“{'很' * 200}”看不懂"
    assert brief(text) == text


def test_long_quotations_are_shortened_and_the_rest_stays() -> None:
    text = f"《{'长' * 5_000}》里的“{'很' * 5_000}”与“甲小学”重复"
    assert brief(text) == f"《{'长' * 40}…》里的“{'很' * 40}…”与“甲小学”重复"


def test_nothing_passes_the_limit() -> None:
    assert len(brief("字" * 1_000_000)) == 4_001


def test_a_stamped_finding_is_brief() -> None:
    stamped = empty_file.stamp(Finding(message=f"“{'x' * 9_999}”", hint=f"写“{'y' * 9_999}”"))
    assert (stamped.message, stamped.hint) == (f"“{'x' * 40}…”", f"写“{'y' * 40}…”")


def test_files_that_cannot_be_read_are_only_left_out_by_name() -> None:
    assert "GJ001" in Selection.parse("GJ6", None)
    assert "GJ101" not in Selection.parse("GJ6", None)
    assert "GJ001" not in Selection.parse("GJ6", "GJ001")
    assert "GJ011" in Selection.parse(None, "GJ001")
