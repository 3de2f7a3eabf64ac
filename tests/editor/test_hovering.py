from pathlib import Path

from gongjian.editor.hovering import hover
from gongjian.editor.positions import Position
from small_plans import SMALL

YONGLI = (Path(__file__).parents[2] / "plans/yongli.yaml").read_text(encoding="utf-8")


def over(text: str, words: str, shift: int = 0) -> str | None:
    before = text[: text.index(words) + shift]
    return hover(text, Position(before.count("\n"), len(before) - before.rfind("\n") - 1), "方案.yaml")


def test_over_a_key() -> None:
    assert over(SMALL, "mode:") == "**结对模式**（`mode`，必填）\n\n结对的模式\n\n例：`结对共建`、`支教`"


def test_over_a_key_in_braces() -> None:
    assert (over(SMALL, "quota: ") or "").startswith("**指标**（`quota`，可以不写）")


def test_over_a_promise_without_policy() -> None:
    assert over(SMALL, "示范课, quota") == "**示范课**\n\n`≥1次/学年`　每学年不少于1次"


def test_over_a_promise_with_its_requirement() -> None:
    told = over(YONGLI, "≥2次/学年") or ""
    assert told.startswith("**管理交流会**\n\n`≥2次/学年`")
    assert "**满足**\n\n《" in told


def test_over_a_school() -> None:
    text = SMALL + "activities:\n  - {date: 2022-10-20, activity: 示范课, host: partner}\n"
    assert over(text, "host: partner", 7) == "**乙小学**（partner）"


def test_over_nothing() -> None:
    assert over(SMALL, "甲小学结对") is None
    assert hover("a: [", Position(0, 0), "方案.yaml") is None
    assert hover("", Position(5, 0), "方案.yaml") is None
