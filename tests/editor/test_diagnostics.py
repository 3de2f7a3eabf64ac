import os
from pathlib import Path

from gongjian.editor.diagnostics import Diagnostic, Repositories, diagnostics
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


def test_settings_are_read_again_when_they_change(tmp_path: Path) -> None:
    file = tmp_path / "gongjian.yaml"
    file.write_text("gongjian: repository/v1\nmembers_per_lead: 2\n", encoding="utf-8")
    repositories = Repositories()
    first = repositories.of(tmp_path)
    assert first[1].members_per_lead == 2
    assert repositories.of(tmp_path) is not None
    assert repositories.of(tmp_path)[0] is first[0]
    file.write_text("gongjian: repository/v1\nmembers_per_lead: 5\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert repositories.of(tmp_path)[1].members_per_lead == 5
