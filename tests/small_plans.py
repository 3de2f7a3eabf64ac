"""Small sound plans that have nothing to do with each other, for tests of several files."""

from pathlib import Path

SMALL = (Path(__file__).parent / "cases/good/small.yaml").read_text(encoding="utf-8")
VAGUE = SMALL.replace("quota: ≥1次/学年}", "quota: 定期}")
"""The same with one mistake."""


def another(name: str, text: str = SMALL) -> str:
    """Give the plan as one of other schools, with another id."""
    return (
        text.replace("id: small", f"id: small{name}")
        .replace("id: yongli, name: 甲小学", f"id: yongli{name}, name: 甲小学{name}")
        .replace("id: partner, name: 乙小学", f"id: partner{name}, name: 乙小学{name}")
    )
