"""Names of people: which texts of a plan are one, and what they are made of.

A field may hold a person, an office or a unit (`responsible: 柳某`, `普教科`), several of them
(`柳某、教导处`) or both (`教导主任柳某`). A field that is for names is believed; elsewhere a word is
a name when it begins with a common surname and is no office and no unit.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, Literal

from gongjian.model.ledger import Ledger
from gongjian.model.plan import Plan
from gongjian.model.script import simplified
from gongjian.model.surnames import COMMON, COMPOUND, RARE

Field = Literal["name", "person", "answer"]
"""What a field is for: names; people or their offices; whoever answers for something, units too."""

MASKS: Final = "某×xX＊*○〇"
"""What stands for the given name where it is not told."""

DOTS: Final = "·•・‧"
"""What parts the names of some minorities, and of foreigners in Chinese."""

_POST: Final = (
    "总校长|副校长|校长|园长|院长|书记|主任|组长|科长|股长|处长|局长|所长|站长|部长|队长|会长|班长|厅长|镇长"
    "|乡长|县长|区长|市长|主席|干事|委员|专员|主管|督学|校监|老师|教师|讲师|导师|教授|教员|教研员|管理员"
    "|联络员|辅导员|指导员|督导员|调研员|同志|先生|女士"
)
"""What someone is; it may stand before a name or behind it."""

_OTHER: Final = (
    "负责人|联系人|责任人|主持人|召集人|带头人|成员|人员|职工|骨干|家长|学生|师生|领导|班子|全体|各校"
    "|双方|学校|小学|中学|高中|初中|学区|校区|学部|幼儿园|教育局|教体局|政府|中心|集团|联盟"
    "|共同体|教共体|工会|团委|团队|妇联|家委会|委员会|党支部|党总支|党委|党建|办公室|年级|后勤"
    "|财务|总务|教务|教导|政教|德育|教研|教科|人事|师训|宣传|安保|安全|装备|督导|信息|文体|文化"
    "|档案|劳动|劳技|心理|国培|支教|和谐|平台|成教|管理|常务|时任|干部|高一|高二|高三|单位|部门"
    "|各方|本人|待定|未定"
)
"""Words of offices and units that may look like names."""

_UNIT_END: Final = "科股室处组校部局办委站会院所园队班厅级段镇乡村县区市省"
_OFFICE: Final = re.compile(f"(?:{_POST})$|{_OTHER}")
_UNIT: Final = re.compile(f"[{_UNIT_END}]$")
_SEPARATORS: Final = re.compile(r"[、，,;；：:/|\n()（）〔〕\[\]]+|\s{2,}|(?<=[^\s!-~]{2})\s+(?=[^\s]{2})")
_SPACED: Final = re.compile(r"(\S)[ \u3000]+(\S)")
_POST_BEFORE: Final = re.compile(f".*(?:{_POST})(?=.{{2,4}}$)")
_POST_BEHIND: Final = re.compile(f"(?<=..)(?:{_POST}|等)$")
_HAN: Final = "[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_IDEOGRAPHS: Final = re.compile(f"{_HAN}+")
_LONG_NAME: Final = re.compile(f"{_HAN}{{2,6}}")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z.'-]{2,}(?: [A-Za-z.'-]+)*")


def names_in(plan: Plan, ledger: Ledger | None = None) -> tuple[str, ...]:
    """Every name of a person that fields of a plan and its ledger tell, each once, as they are written."""
    fields = chain(_fields(plan), _fields_of_ledger(ledger) if ledger else ())
    return tuple(dict.fromkeys(name for field, text in fields for name in names(text, field)))


def _fields(plan: Plan) -> Iterator[tuple[Field, str]]:
    """Yield the fields that may hold a name, with what kind of field it is."""
    for _, _, person in plan.leadership.people() if plan.leadership else ():
        yield "name" if person.post else "person", person.name or ""
    yield from (("name", assignment.teacher or "") for assignment in plan.assignments)
    yield from (("name", signer) for signer in plan.document.signers)
    yield from (("answer", text) for measure in plan.measures for text in measure.responsible)
    yield from (("answer", text) for _, commitment in plan.commitments() for text in commitment.responsible)
    yield from (("answer", text) for activity in plan.activities for text in activity.responsible)


def _fields_of_ledger(ledger: Ledger) -> Iterator[tuple[Field, str]]:
    for record in ledger.records:
        yield from (("name", text) for text in record.teacher)
        yield from (("answer", text) for text in record.responsible)


@lru_cache(maxsize=4096)
def names(text: str, field: Field = "answer") -> tuple[str, ...]:
    """The names in a text that is a name, an office, a unit, or a list of these."""
    if spaced := _SPACED.fullmatch(text.strip()):  # 李　四, set to the width of three characters
        text = spaced[1] + spaced[2]
    found = (_bare(part.strip()) for part in _SEPARATORS.split(text))
    return tuple(name for name in found if is_name(name, field))


def _bare(word: str) -> str:
    """Take the post off that stands before or behind a name; 责任督学 is all a post."""
    plain = simplified(word)
    before, behind = _POST_BEFORE.match(plain), _POST_BEHIND.search(plain)
    bare = word[before.end() if before else 0 : behind.start() if behind else None]
    return bare if is_name(bare, "person") else word


def is_name(word: str, field: Field = "answer") -> bool:
    """Whether a word is a person's name, and no office and no unit."""
    plain = simplified(word)
    if _OFFICE.search(plain):
        return False
    if field == "name" and (_LATIN.fullmatch(word) or _LONG_NAME.fullmatch(word)):
        return True
    parts = re.split(f"[{DOTS}]", word)
    if len(parts) > 1:
        return all(map(_IDEOGRAPHS.fullmatch, parts))
    return is_masked(word) or _looks_like_name(plain, field)


def _looks_like_name(plain: str, field: Field) -> bool:
    surname = surname_of(plain)
    believed = surname in COMMON or len(surname) > 1 or (field == "person" and surname != "")
    given = plain[len(surname) :]
    return (
        believed and len(given) in {1, 2} and bool(_IDEOGRAPHS.fullmatch(given)) and not _UNIT.search(plain)
    )


def pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds names in a text, of two that begin alike the longer."""
    return re.compile("|".join(map(_written, sorted(names, key=len, reverse=True))) or "(?!)")


def _written(name: str) -> str:
    """The pattern of a name: its dot as people write it, two characters set to the width of three."""
    if name[0].isascii():
        return rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])"
    between = "[ \u3000]*" if len(name) == 2 else ""
    return between.join(f"[{DOTS}]" if each in DOTS else re.escape(each) for each in name)


def plain_name(name: str) -> str:
    """A name that a pattern has found, without the spaces that set it wide, its dot the usual one."""
    if name[0].isascii():
        return name
    return re.sub("[ \u3000]", "", re.sub(f"[{DOTS}]", DOTS[0], name))


def is_masked(name: str) -> bool:
    """Whether the given name is not told: 王某某, 王××."""
    surname = surname_of(name)
    return 0 < len(surname) < len(name) and all(each in MASKS for each in name[len(surname) :])


def surname_of(name: str) -> str:
    """The surname of a Chinese name: the compound one it begins with, else its first character if that is one."""
    plain = simplified(name)
    compound = next((plain[:end] for end in (4, 3, 2) if plain[:end] in COMPOUND and len(plain) > end), "")
    if compound:
        return name[: len(compound)]
    return name[:1] if plain[:1] in COMMON or plain[:1] in RARE else ""
