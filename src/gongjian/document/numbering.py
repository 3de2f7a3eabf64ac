"""Numbers of headings and items: 一、（一）1.（1）, as GB/T 9704-2012, 7.3.3 has them.

They are laid on as literal text: readers of docx files lose automatic numbers (the docx
writer has Word count instead when asked, `gongjian.document.docx.sequences`). Each level
starts anew under every heading above it. Numbered items take the level below their
heading, though never 一 or （一）, which belong to headings.
"""

import re
from collections.abc import Iterable, Iterator

from gongjian.document.numerals import chinese_numeral, circled_numeral
from gongjian.document.tree import Block, Heading, Inlines, Item, Items, Text

_FORMS = (
    lambda number: f"{chinese_numeral(number)}、",
    lambda number: f"（{chinese_numeral(number)}）",
    lambda number: f"{number}.",
    lambda number: f"（{number}）",
    circled_numeral,
)
_FIRST_ITEM_LEVEL = 3

_HANZI = "[一二三四五六七八九十百零〇]+"
_BY_HAND = re.compile(
    rf"[ \u3000]*(?:{_HANZI}、|[（(]{_HANZI}[）)]、?|\d{{1,2}}[.．](?!\d)|\d{{1,2}}、|[（(]\d{{1,2}}[）)]、?|[①-⑳])[ \u3000]*"
)


def number_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, headings and items numbered; numbers made by hand before headings are dropped."""
    counts = [0] * len(_FORMS)
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = block.level
            counts[level - 1] += 1
            counts[level:] = [0] * (len(_FORMS) - level)
            number = _FORMS[level - 1](counts[level - 1])
            yield Heading(level, strip_number(block.inlines), block.body, number)
        elif isinstance(block, Items):
            yield _number_items(block, item_level(level, 0))
        else:
            yield block


def item_level(heading: int, depth: int) -> int:
    """The level of an item so deep in a list under a heading of that level (0 for none): 3 is 1. and 4 （1）."""
    return max(heading + 1, _FIRST_ITEM_LEVEL) + depth


def _number_items(block: Items, level: int) -> Items:
    counts: list[int] = []
    items = []
    for item in block.items:
        started = counts[: item.depth + 1]
        counts = started + [0] * (item.depth + 1 - len(started))
        counts[-1] += 1
        offset = block.start - 1 if item.depth == 0 else 0
        form = _FORMS[min(level + item.depth, len(_FORMS)) - 1]
        items.append(Item(item.inlines, item.depth, form(counts[-1] + offset)))
    return Items(tuple(items), block.start)


def strip_number(inlines: Inlines) -> Inlines:
    """``inlines`` without a number made by hand ("一、", "（二）", "3.") at its start."""
    if not inlines:
        return inlines
    first = inlines[0]
    number = _BY_HAND.match(first.text)
    if not number or number.end() == len(first.text):
        return inlines
    return (Text(first.text[number.end() :], first.mark), *inlines[1:])
