"""Slips of the pen: is an unknown word a known one, mistyped? Only where nobody could mean anything else.

Letters: one is missing, doubled, wrong or swapped (two, in long words). Chinese characters: one of
them is another of the same sound, as input methods offer it. 集体背课 is 集体备课; 集体听课 is not.
Words that differ in numbers or in a short part (school-a, school-b) are different words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

_FIRST = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋搭"
    "呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕"
    "呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘"
    "俩联粮撩列琳玲溜龙楼芦驴峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女"
    "暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若撒腮三桑搔瑟"
    "森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝"
    "巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩"
    "椎谆捉兹鬃邹租钻嘴尊昨"
)
"""The first character of every syllable in level 1 of GB 2312-80, which is ordered by sound."""

_LAST = "座"
_BEGINNINGS = [character.encode("gb2312") for character in _FIRST]
_PART = re.compile(r"[0-9]+|[^\W0-9_]+")
_SHORT = 2
_LONG = 8


def meant(word: str, known: Iterable[str]) -> str | None:
    """Give the one known word that a word is a slip of; None when there is none, or more than one."""
    found = {each for each in known if is_slip(word, each)}
    return found.pop() if len(found) == 1 else None


def is_slip(word: str, known: str) -> bool:
    """Tell whether a word is the known one, mistyped."""
    if word == known or abs(len(word) - len(known)) > _SHORT:
        return False
    if not (word.isascii() and known.isascii()):
        return _sounds_like(word, known)
    longest = max(len(word), len(known))
    if longest <= _SHORT + 1 or not _same_short_parts(word, known):
        return False
    return _distance(word.lower(), known.lower()) <= (2 if longest >= _LONG else 1)


def _sounds_like(word: str, known: str) -> bool:
    """Tell whether exactly one character differs, and sounds the same."""
    if len(word) != len(known) or len(known) < _SHORT:
        return False
    different = [pair for pair in zip(word, known, strict=True) if pair[0] != pair[1]]
    if len(different) != 1:
        return False
    one, other = map(_syllable, different[0])
    return one is not None and one == other


def _syllable(character: str) -> int | None:
    """Give the number of the syllable of a common character."""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return None
    return bisect_right(_BEGINNINGS, code) if _BEGINNINGS[0] <= code <= _LAST.encode("gb2312") else None


def _same_short_parts(word: str, known: str) -> bool:
    ours, theirs = _PART.findall(word), _PART.findall(known)
    if len(ours) != len(theirs):
        return False
    return all(
        one == other or (min(len(one), len(other)) > _SHORT and not (one + other).isdigit())
        for one, other in zip(ours, theirs, strict=True)
    )


def _distance(one: str, other: str) -> int:
    """Count the letters that must be put in, left out, changed or swapped with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        row = [i]
        for j, theirs in enumerate(other, 1):
            cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (mine != theirs))
            if i > 1 and j > 1 and (mine, one[i - 2]) == (other[j - 2], theirs):
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
