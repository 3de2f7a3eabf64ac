"""What to say about texts that people plausibly write and that are no quotas."""

from __future__ import annotations

from typing import Final

from gongjian.model.quota.scanner import Lexicon
from gongjian.model.quota.scope import PERIOD_PROSE, SUBJECT_PROSE
from gongjian.model.quota.units import FAMILIES

EXAMPLES: Final = "例如 ≥2次/学期、1-2人/学年/校、=3年/人、≤50岁、≥10%/学年"
ONLY_AMOUNT: Final = f"这里只写数量，不写做什么，{EXAMPLES}"
ONE_AMOUNT: Final = "一条指标只写一个数量；上下限都有时写成范围，例如 1-3次/学期"
KNOWN_UNITS: Final = f"单位有：{'；'.join(' '.join(family.units) for family in FAMILIES.values())}"
KNOWN_SCOPES: Final = f"周期有：{' '.join(PERIOD_PROSE)}；对象有：{' '.join(SUBJECT_PROSE)}"

_APPROXIMATE: Final = ("约数没有界限，无法核对", "写明界限，例如 ≥20节（不少于）、18-22节")
_SEX: Final = ("指标不分性别", "性别条件写在政策包的资格要求里，这里只写一个界限，例如 ≤50岁")
_ORDINAL: Final = ("这是次序，不是数量", EXAMPLES)

REFUSALS: Final = Lexicon(
    {
        **dict.fromkeys(("男", "女"), _SEX),
        **dict.fromkeys(("约", "大约", "左右", "上下", "近", "将近", "余", "多", "几"), _APPROXIMATE),
        **dict.fromkeys(("第", "级"), _ORDINAL),
        " ": ("数字中间有空格，不知道是一个数还是两个数", "把空格去掉"),
    }
)
"""Words where reading stops, with the message and the hint to give instead of “unexpected”."""
