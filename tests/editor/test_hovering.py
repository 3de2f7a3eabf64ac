from pathlib import Path

import pytest

from editing import marked
from gongjian.editor.hovering import hover
from gongjian.editor.positions import Position
from gongjian.rules.packs import built_in_pack
from gongjian.rules.standards import DEFAULT_STANDARDS, Standards
from small_plans import SMALL

PLANS = Path(__file__).parents[2] / "plans"
YONGLI = (PLANS / "yongli.yaml").read_text(encoding="utf-8")
SONGYANG = (PLANS / "songyang.yaml").read_text(encoding="utf-8")
PAPER = "《永利小学结对共建活动实施方案》三（一）1"


def over(text: str, words: str, shift: int = 0, standards: Standards = DEFAULT_STANDARDS) -> str | None:
    at = text.index(words) + shift
    whole, position = marked(f"{text[:at]}‸{text[at:]}")
    return hover(whole, position, "方案.yaml", standards)


def test_over_a_key() -> None:
    assert over(SMALL, "mode:") == "**结对模式**（`mode`，必填）\n\n结对的模式\n\n例：`结对共建`、`支教`"


def test_over_a_key_in_braces() -> None:
    assert (over(SMALL, "quota: ") or "").startswith("**指标**（`quota`，可以不写）")


@pytest.mark.parametrize("words", ["示范课, quota", "demo", "≥1次"])
def test_over_a_promise_without_policy(words: str) -> None:
    assert over(SMALL, words) == "**示范课**\n\n`≥1次/学年`　每学年不少于1次"


def test_over_a_promise_that_does_what_is_asked() -> None:
    assert over(YONGLI, "≥2次/学年") == (
        "**管理交流会**\n\n`≥2次/学年`　每学年不少于2次\n\n"
        f"- **满足**　{PAPER}　要求每学年不少于2次（`≥2次/学年`）："
        "牵头校每学年办两次以上报告会或座谈会，介绍管理经验"
    )


def test_over_a_promise_that_falls_short() -> None:
    told = over(YONGLI.replace("≥2次/学年", "≥1次/学年", 1), "≥1次/学年") or ""
    assert told.endswith(
        f"- **不足**　{PAPER}　要求每学年不少于2次（`≥2次/学年`）："
        "牵头校每学年办两次以上报告会或座谈会，介绍管理经验；每学年按承诺只有1次，少于要求的2次"
    )


def test_every_requirement_is_listed() -> None:
    told = over(SONGYANG, "activity: 同步课堂", 10) or ""
    paper = "《松阳县新时代城乡教育共同体建设实施方案》三（三）"
    assert [line.partition("：")[0] for line in told.split("\n") if line.startswith("- ")] == [
        f"- **满足**　{paper}　要求每对每年不少于20节（`≥20节/年/对`）",
        f"- **满足**　{paper}　要求每对每年不少于2门（`≥2门/年/对`）",
        f"- **满足**　{paper}",
    ]


def test_over_a_promise_that_no_policy_speaks_of() -> None:
    standards = Standards(in_force=(built_in_pack("songyang"),))
    told = over(SMALL, "示范课, quota", standards=standards) or ""
    assert told.endswith("\n\n生效的政策包对“示范课”没有数量和进度的要求")


def test_what_another_promise_does() -> None:
    both = """measures:
  - heading: 同步课堂
    commitments:
      - {id: less, activity: 同步课堂, quota: ≥5节/年/对}
      - {id: more, activity: 同步课堂, quota: ≥20节/年/对}
"""
    text = SMALL[: SMALL.index("measures:")] + both
    told = over(text, "≥5节", standards=Standards(in_force=(built_in_pack("songyang"),))) or ""
    assert "- **不足**" in told
    assert "；承诺“more”满足" in told


def test_over_a_promise_in_a_plan_with_mistakes() -> None:
    text = SMALL.replace("role: 牵头校", "role: 牵头")
    assert over(text, "≥1次") == (
        "**示范课**\n\n`≥1次/学年`　每学年不少于1次\n\n方案里还有写错的地方，改好以后才能对照政策要求"
    )


def test_over_a_school() -> None:
    text = SMALL + "\nactivities:\n  - {date: 2022-10-20, activity: 示范课, host: partner}\n"
    assert over(text, "host: partner", 7) == "**乙小学**（partner）"


def test_over_a_reference_to_a_promise() -> None:
    text = SMALL + "\nactivities:\n  - {date: 2022-10-20, activity: 示范课, commitment: demo}\n"
    assert over(text, "commitment: demo", 13) == "**示范课**\n\n`≥1次/学年`　每学年不少于1次"


def test_over_a_pack() -> None:
    assert over(SMALL + "\npolicies: [songyang]", "songyang") == (
        "**松阳县城乡教育共同体建设要求**（songyang）\n\n松阳县教育局《松阳县新时代城乡教育共同体建设实施方案》，17 条要求"
    )


def test_over_a_rule_that_is_waived() -> None:
    told = "**承诺低于政策要求**（GJ301）\n\n承诺的数量不够：就是照着承诺做满，也达不到要求。"
    assert over("a: b  # gongjian: ignore[GJ233, gj301] 理由", "j301") == told
    assert over("a: b  # gongjian: ignore[GJ233, GJ301] 理由", "理由") is None
    assert over("gongjian: repository/v1\nwaivers:\n  - {rule: GJ301}\n", "GJ301") == told


def test_over_a_requirement_that_is_waived() -> None:
    settings = "gongjian: repository/v1\npolicies: songyang\nwaivers: [{requirement: sync-lessons}]\n"
    told = over(settings, "sync-lessons", standards=Standards(in_force=(built_in_pack("songyang"),))) or ""
    assert told.startswith(
        "**《松阳县新时代城乡教育共同体建设实施方案》三（三）**（sync-lessons）\n\n每对教共体"
    )


def test_over_nothing() -> None:
    assert over(SMALL, "甲小学结对") is None
    assert hover("a: [", Position(0, 0), "方案.yaml") is None
    assert hover("", Position(5, 0), "方案.yaml") is None
