from pathlib import Path

from gongjian.editor.diagnostics import Diagnostic, diagnostics
from gongjian.repository.settings import Settings
from gongjian.rules.standards import DEFAULT_STANDARDS
from small_plans import SMALL


def found(text: str) -> list[tuple[str, int, int, int, int]]:
    return [
        (each.finding.rule, *each.range.start, *each.range.end)
        for each in diagnostics(text, "方案.yaml", Settings(), DEFAULT_STANDARDS)
    ]


def test_a_sound_plan_has_none() -> None:
    assert found(SMALL) == []


def test_ranges_count_utf16_units() -> None:
    line = "      - {id: demo, activity: 示范课, text: 𠀀😀, quota: 定期}"
    text = SMALL.replace("      - {id: demo, activity: 示范课, quota: ≥1次/学年}", line)
    row = SMALL.split("\n").index("      - {id: demo, activity: 示范课, quota: ≥1次/学年}")
    start = line.index("定期") + 2  # two characters before it are two units each
    (rule, *place), *_ = [each for each in found(text) if each[1] == row]
    assert rule.startswith("GJ")
    assert place == [row, start, row, start + 2]


def test_unfinished_yaml_is_told() -> None:
    assert [each[0] for each in found(SMALL + "activities: [")] == ["GJ005"]


def test_a_wide_colon_is_told_where_it_stands() -> None:
    assert found(SMALL.replace("mode: 结对共建", "mode：结对共建"))[0] == ("GJ005", 4, 4, 4, 5)


def test_yaml_of_others_is_left_alone() -> None:
    assert found("services:\n  web: {image: nginx}\n") == []


def test_empty_text_is_told() -> None:
    assert [each[0] for each in found("")] == ["GJ008"]


def test_what_is_waived_is_not_told() -> None:
    vague = SMALL.replace("quota: ≥1次/学年", "quota: 定期")
    (rule, *_) = found(vague)[0]
    waived = vague.replace(
        "      - {id: demo", f"      # gongjian: ignore[{rule}] 原文如此\n      - {{id: demo"
    )
    assert rule not in [each[0] for each in found(waived)]


def test_messages_say_what_to_do() -> None:
    each = diagnostics("", "方案.yaml", Settings(), DEFAULT_STANDARDS)[0]
    assert isinstance(each, Diagnostic)
    assert each.message.startswith("文件里没有内容\n改法：第一行写 gongjian: plan/v1")


def test_settings_that_are_written_are_checked_against_themselves(tmp_path: Path) -> None:
    (tmp_path / "gongjian.yaml").write_text("gongjian: repository/v1\n", encoding="utf-8")
    unsaved = "gongjian: repository/v1\nname: 某县\npolicies: [songyagn]\n"
    settings = Settings.read(tmp_path, {tmp_path / "gongjian.yaml": unsaved})
    (wrong,) = diagnostics(unsaved, "gongjian.yaml", settings, settings.standards())
    assert (wrong.finding.rule, *wrong.range.start) == ("GJ300", 2, 11)


def test_unsound_settings_say_only_what_is_wrong_with_them(tmp_path: Path) -> None:
    on_disk = "gongjian: repository/v1\npolicies: [nothing]\n"
    (tmp_path / "gongjian.yaml").write_text(on_disk, encoding="utf-8")
    unsaved = "gongjian: repository/v1\npolicies: [\n"
    settings = Settings.read(tmp_path, {tmp_path / "gongjian.yaml": unsaved})
    found = diagnostics(unsaved, "gongjian.yaml", settings, settings.standards())
    assert [each.finding.rule for each in found] == ["GJ005"]
