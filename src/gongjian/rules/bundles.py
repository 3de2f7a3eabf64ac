"""GJ234: bundles (“六个一”) that list what they promise."""

import re
from collections.abc import Iterator, Sequence

from gongjian.model.finding import Finding, Path, Span
from gongjian.model.measure import Block, Measure
from gongjian.model.plan import Plan
from gongjian.model.texts import text_blocks
from gongjian.rules.rule import Context, rule

_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_BUNDLE = re.compile(r"([二两三四五六七八九十]|[2-9]|10)个一(?!工程|批|百|千|万|起|些|样)")
_ONE = re.compile(
    r"(?<![之第统唯逐])一(?=[次节场个篇份堂本项门支批位名堂轮期张套台件封])|(?<![\u4e00-\u9fff])一是"
)


@rule("GJ234", severity="warning", title="“几个一”没有列全")
def incomplete_bundle(plan: Plan, context: Context) -> Iterator[Finding]:
    """写“六个一”，就要列出六项：作为要点、承诺，或者在同一段文字里写清“一次”“一节”各是什么；不然没有办法核对。

    坏例：
    ```yaml
    measures:
      - heading: 开展“三个一”活动
        points: [每学期上一节示范课。, 每学期结对帮扶一名教师。]
    ```
    好例：
    ```yaml
    measures:
      - heading: 开展“三个一”活动
        points: [每学期上一节示范课。, 每学期结对帮扶一名教师。, 每学年办一场讲座。]
    ```
    """
    for path, block in text_blocks(plan):
        for where, text in _texts(path, block):
            if "个一" in text:  # in few texts: the expression need not look through the others
                yield from _incomplete(where, text, block)


def _incomplete(where: Path, text: str, block: Block | Measure) -> Iterator[Finding]:
    listed = len(block.points) + (len(block.commitments) if isinstance(block, Measure) else 0)
    for bundle in _BUNDLE.finditer(text):
        count = _NUMERALS.get(bundle[1]) or int(bundle[1])
        spelt = len(_ONE.findall(text[bundle.end() :]))
        if count not in (listed, spelt):
            found = max((listed, spelt), key=lambda number: (number <= count, number))
            yield Finding(
                at=where,
                within=Span(bundle.start(), len(bundle[0])),
                message=f"“{bundle[0]}”应列出 {count} 项，这里列了 {found} 项",
                hint="把各项写成要点（points）或承诺（commitments）",
            )


def _texts(path: Path, block: Block | Measure) -> Iterator[tuple[Path, str]]:
    texts: Sequence[str] = block.text
    if block.heading:
        yield (*path, "heading"), block.heading
    yield from (((*path, "text", index), text) for index, text in enumerate(texts))
