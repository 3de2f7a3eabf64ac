"""Words that stand where a number belongs and carry none."""

from __future__ import annotations

from typing import Final

VAGUE_WORDS: Final[tuple[str, ...]] = (
    "定期", "不定期", "适时", "及时", "随时", "经常", "经常性", "常态化", "长期", "不断", "逐步", "逐年",
    "若干", "一定", "一定数量", "一定数量的", "一定比例", "一定比例的", "部分", "少量", "大量", "一些",
    "有关", "相关", "相应", "适当", "适量", "必要", "酌情", "视情", "按需", "明显",
    "多次", "数次", "几次", "多场", "多名", "几名", "多人", "多所", "多个", "几个",
)  # fmt: skip
