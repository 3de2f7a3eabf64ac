"""What is mended without asking, and what is not."""

from pathlib import Path

import pytest

from gongjian.repository.discovery import Target
from gongjian.repository.fixing import Fixed, fix_files

CASES = Path(__file__).parents[1] / "cases"
GOOD = (CASES / "good/base.yaml").read_text(encoding="utf-8")
BAD = sorted(CASES.glob("bad/*.yaml"))


def fix(folder: Path, text: str | bytes, **options: object) -> tuple[str, Fixed]:
    path = folder / "a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = list(fix_files([Target(path, "a.yaml", given=True)], write=True, **options))  # type: ignore[arg-type]
    assert len(found) <= 1
    return path.read_bytes().decode(), found[0] if found else Fixed("a.yaml")


def edits(fixed: Fixed) -> list[tuple[str, str, str]]:
    return [(each.rule, each.mend.old, each.mend.new) for each in fixed.done if each.mend]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("leadership:", "ledership:", "GJ101"),
        ("mode: 结对共建", "mode: '结对共健'", "GJ105"),
        ("role: 成员校", "role: 受援校", "GJ105"),
        ("date: 2022-10-08", "date: 20221008", "GJ104"),
        ("quota: ≥2次/学年", 'quota: "≥2次/学其"', "GJ107"),
        ("host: partner", "host: partnr", "GJ222"),
        ("host: partner", "host: 乙小学", "GJ222"),
        ("commitment: prep", "commitment: perp", "GJ223"),
        ("activity: 集体备课, commitment", "activity: 集体背课, commitment", "GJ225"),
        ("mode: 结对共建", "mode：结对共建", "GJ005"),
        ("mode: 结对共建", "mode： 结对共建", "GJ005"),
        ("leadership:", "leadership：", "GJ005"),
        ("gongjian: plan/v1", "gongjian: plan", "GJ011"),
        ("  issuer: 甲小学", "\tissuer: 甲小学", "GJ004"),
    ],
)
def test_sure_mends_are_made(old: str, new: str, rule: str, tmp_path: Path) -> None:
    assert old in GOOD
    text, fixed = fix(tmp_path, GOOD.replace(old, new, 1))
    assert (
        text.replace("'结对共建'", "结对共建")
        .replace('"≥2次/学年"', "≥2次/学年")
        .replace('"≥2次/学期"', "≥2次/学年")
        == GOOD
    )
    assert [each[0] for each in edits(fixed)] == [rule]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("activity: 集体备课, commitment", "activity: 集体听课讨论, commitment"),
        ("host: partner", "host: partner2"),
        ("mode: 结对共建", "mode: 结对"),
        ("date: 2022-10-08", "date: 2022-02-30"),
        ("quota: ≥2次/学年", "quota: 5-2次/学年"),
        ("  issuer: 甲小学", "  isuer: 甲小学\n  issuer: 甲小学"),
        ("theme", "theme"),
    ],
)
def test_what_may_mean_something_else_is_left(old: str, new: str, tmp_path: Path) -> None:
    bad = GOOD.replace(old, new, 1)
    text, fixed = fix(tmp_path, bad)
    assert (text, fixed.done) == (bad, [])


def test_where_the_references_agree_the_id_itself_may_be_the_slip(tmp_path: Path) -> None:
    bad = GOOD.replace("{id: partner,", "{id: parnter,")
    text, fixed = fix(tmp_path, bad)
    assert (text, fixed.done) == (bad, [])
    once = bad.replace("host: partner", "host: parnter")
    assert fix(tmp_path, once)[0] == once.replace("partner", "parnter")


def test_many_mends_in_one_file_and_nothing_else_changes(tmp_path: Path) -> None:
    bad = (
        GOOD.replace("leadership:", "ledership:")
        .replace("mode: 结对共建", "mode：结对共健 # 说明")
        .replace("activity: 集体备课", "activity: 集体背课")
        .replace("host: partner", "host: partnr")
    )
    text, fixed = fix(tmp_path, b"\xef\xbb\xbf" + bad.replace("\n", "\r\n").encode())
    assert text == "\ufeff" + GOOD.replace("mode: 结对共建", "mode: 结对共建 # 说明").replace("\n", "\r\n")
    assert edits(fixed) == [
        ("GJ005", "：", ": "),
        ("GJ105", "结对共健", "结对共建"),
        ("GJ101", "ledership", "leadership"),
        ("GJ225", "集体背课", "集体备课"),
        ("GJ222", "partnr", "partner"),
        ("GJ225", "集体背课", "集体备课"),
    ]


def test_every_line_keeps_its_end(tmp_path: Path) -> None:
    lines = GOOD.replace("host: partner", "host: partnr").split("\n")
    mixed = "".join(f"{line}{end}" for line, end in zip(lines, ["\r\n", "\n"] * len(lines), strict=False))
    assert fix(tmp_path, mixed)[0] == mixed.replace("partnr", "partner")


def test_an_edit_that_would_bring_another_finding_is_not_made(tmp_path: Path) -> None:
    bad = GOOD.replace("  issuer: 甲小学", "  isuer: 甲小学\n  issuer: 甲小学").replace(
        "mode: 结对共建", "mode: 结对共健"
    )
    text, fixed = fix(tmp_path, bad)
    assert text == bad.replace("结对共健", "结对共建")
    assert [(each.rule, reason) for each, reason in fixed.kept] == [("GJ101", "改了就读不懂了")]


def test_a_word_behind_an_anchor_is_mended_for_all_that_refer_to_it(tmp_path: Path) -> None:
    bad = GOOD.replace("activity: 集体备课, quota", "activity: &k 集体背课, quota").replace(
        "activity: 集体备课, commitment", "activity: *k, commitment"
    )
    text, fixed = fix(tmp_path, bad)
    assert text == bad.replace("集体背课", "集体备课")
    assert edits(fixed) == [("GJ225", "集体背课", "集体备课")]


def test_a_mend_that_would_change_something_else_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gongjian.repository import fixing

    bad = GOOD.replace("mode: 结对共建", "mode: 结对共健")
    splice = fixing.splice
    monkeypatch.setattr(
        fixing, "splice", lambda text, edits: (splice(text, edits) or "").replace("刘某", "牛某")
    )
    text, fixed = fix(tmp_path, bad)
    assert text == bad
    assert [(each.rule, reason) for each, reason in fixed.kept] == [("GJ105", "改了会动到别的内容")]


def test_a_file_that_stays_unreadable_is_left_as_it_is(tmp_path: Path) -> None:
    bad = GOOD.replace("mode: 结对共建", "mode：结对共建") + "requirements: [甲\n"
    text, fixed = fix(tmp_path, bad)
    assert text == bad
    assert [(each.rule, reason) for each, reason in fixed.kept] == [("GJ005", "改了这里，文件还是读不懂")]


def test_a_sentence_with_a_wide_colon_does_not_become_a_key(tmp_path: Path) -> None:
    bad = GOOD + "guiding: 甲\n乙：丙\n"
    text, fixed = fix(tmp_path, bad)
    assert (text, fixed.done) == (bad, [])


def test_foreign_files_are_never_touched(tmp_path: Path) -> None:
    text, fixed = fix(tmp_path, "services:\n\tweb: a\n")
    assert (text, fixed.done) == ("services:\n\tweb: a\n", [])


def test_only_the_rules_that_are_wanted(tmp_path: Path) -> None:
    bad = GOOD.replace("host: partner", "host: partnr").replace("commitment: prep", "commitment: perp")
    assert fix(tmp_path, bad, wanted={"GJ223"})[0] == bad.replace("perp", "prep")


def test_what_is_waived_stays(tmp_path: Path) -> None:
    bad = GOOD.replace("commitment: prep, title", "commitment: perp, title").replace(
        "host: yongli, count: 2}", "host: yongli, count: 2} # gongjian: ignore[GJ223] 下学期补上"
    )
    assert "ignore" in bad
    assert fix(tmp_path, bad)[0] == bad


def test_quotas_and_days_become_canonical_when_asked_for(tmp_path: Path) -> None:
    people = (
        GOOD.replace("quota: ≥2次/学年", "quota: [每学年不少于2次]")
        .replace("date: 2022-10-08", "date: '2022年10月8日'")
        .replace(
            "period: {start: 2022-09-01, end: 2025-07-31}", "period: {start: 2022-09, end: 2025年7月31日}"
        )
    )
    assert fix(tmp_path, people)[0] == people
    text, fixed = fix(tmp_path, people, canonical=True)
    assert text == (
        GOOD.replace("quota: ≥2次/学年", "quota: [≥2次/学年]")
        .replace("date: 2022-10-08", "date: '2022-10-08'")
        .replace("period: {start: 2022-09-01, end: 2025-07-31}", "period: {start: 2022-09, end: 2025-07-31}")
    )
    assert [each.message for each in fixed.done] == ["规范写法"] * 3


def test_a_canonical_form_that_would_change_the_plan_is_not_written(tmp_path: Path) -> None:
    text = GOOD.replace("period: {start: 2022-09-01, end: 2025-07-31}", "period: 2022年10月20日").replace(
        "date: 2022-10-08", "date: 2022年10月8日"
    )
    assert fix(tmp_path, text, canonical=True)[0] == text.replace("date: 2022年10月8日", "date: 2022-10-08")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_bad_case_changes_only_where_it_is_mended_and_once(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    try:
        text, fixed = fix(tmp_path, before)
    except UnicodeDecodeError:
        return
    old, new = before.decode().splitlines(), text.splitlines()
    changed = {number for number, pair in enumerate(zip(old, new, strict=True), 1) if pair[0] != pair[1]}
    assert changed == {each.place.line for each in fixed.done if each.place}
    assert fix(tmp_path, text)[0] == text
