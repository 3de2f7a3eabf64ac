"""版头 (7.2): the pieces, and how a mark is made to fit."""

from dataclasses import replace

import pytest

from gongjian.document.docx.letterhead import letterhead_pieces
from gongjian.document.docx.pieces import Fit, Line, Sheet
from gongjian.document.layout import COMMON
from gongjian.document.tree import Letterhead, Text

NUMBER = (Text("松教〔2021〕12号"),)
PREPRINTED = replace(COMMON, red_head="preprinted")


def pieces(*issuers, profile=COMMON, **more):
    return list(letterhead_pieces(Letterhead(issuers, number=NUMBER, **more), profile))


def lines(*issuers, **more):
    return [(line.style, "".join(text for _, text in line.runs)) for line in pieces(*issuers, **more)]


def test_one_issuer():
    assert lines("松阳县教育局") == [("Mark0", "松阳县教育局文件"), ("Number", "松教〔2021〕12号")]


def test_a_mark_of_its_own_word_or_none():
    assert lines("松阳县教育局", word="")[0] == ("Mark0", "松阳县教育局")


def test_what_stands_above_the_mark_takes_its_room():
    assert lines("松阳县教育局", copy="000001", secrecy="秘密★1年", urgency="特急")[:4] == [
        ("Copy", "000001"),
        ("Secrecy", "秘密★1年"),
        ("Secrecy", "特急"),
        ("Mark3", "松阳县教育局文件"),
    ]
    assert lines("松阳县教育局", urgency="加急")[:2] == [("Secrecy", "加急"), ("Mark1", "松阳县教育局文件")]


def test_several_issuers_stand_beside_the_word():
    room, sheet, number = pieces("松阳县教育局", "松阳县财政局", "松阳县人力社保局")
    assert isinstance(room, Line)
    assert isinstance(sheet, Sheet)
    assert (room.style, room.runs, number.style) == ("MarkRoom0", [], "Number")
    assert [[cell.lines[0].runs for cell in row] for row in sheet.rows] == [
        [[("", "松阳县教育局")], [("", "文件")]],
        [[("", "松阳县财政局")], []],
        [[("", "松阳县人力社保局")], []],
    ]
    assert [row[1].merge for row in sheet.rows] == ["restart", "continue", "continue"]
    assert sheet.width == round(10.4 * 760)  # eight characters, the gap, two characters of 38 pt
    assert sheet.width <= COMMON.text_width


def test_several_issuers_without_a_word():
    _, sheet, _ = pieces("松阳县教育局", "松阳县财政局", word="")
    assert [len(row) for row in sheet.rows] == [1, 1]


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("云" * 9, None),  # eleven characters of 38 pt are 418 pt, the line has 442
        ("云" * 10, Fit(96, 76, 800)),
        ("云" * 17, Fit(61, 76, 800)),
        ("云" * 28, Fit(60, 48, 505)),
    ],
)
def test_a_long_mark_is_set_narrower_and_then_smaller(name, fit):
    (mark, _) = pieces(name)
    assert mark.fit == fit
    if fit:
        width = (len(name) + 2) * fit.size * 10 * fit.scale / 100
        assert COMMON.text_width * 0.95 < width <= COMMON.text_width


def test_many_issuers_share_the_height_of_four():
    _, sheet, _ = pieces(*["松阳县教育局"] * 8)
    assert sheet.rows[0][0].lines[0].fit == Fit(100, 38, 400)


def test_preprinted_paper_has_the_mark():
    assert lines("松阳县教育局", profile=PREPRINTED) == [("Mark0", ""), ("Number", "松教〔2021〕12号")]
    assert lines("松阳县教育局", "松阳县财政局", profile=PREPRINTED)[:3] == [
        ("MarkRoom0", ""), ("MarkName", ""), ("MarkName", ""),
    ]  # fmt: skip


def signers(*names):
    return [
        (line.style, "".join(text for _, text in line.runs), line.tabs)
        for line in pieces("古市镇中心小学", signers=names)[1:]
    ]


def test_the_signer_ends_one_character_in():
    ((style, text, (label, _)),) = signers("张某某")
    assert (style, text) == ("NumberUpward", "松教〔2021〕12号\t签发人：张某某")
    assert COMMON.text_width - label == (4 + 3 + 1) * COMMON.character


def test_signers_stand_two_in_a_row_and_the_number_beside_the_last():
    first, last = signers("张某某", "李某", "王某某")
    assert first[:2] == ("Signers", "\t签发人：张某某\t李某")
    assert last[:2] == ("NumberNext", "松教〔2021〕12号\t王某某")
    assert last[2][0] - first[2][0] == 4 * COMMON.character  # under the first name
    assert [style for style, *_ in signers(*["张某某"] * 6)] == ["Signers", "SignersNext", "NumberNext"]


def test_names_of_signers_are_in_the_style_for_them():
    line = pieces("古市镇中心小学", signers=("张某某",))[1]
    assert ("Signer", "张某某") in line.runs
