"""署名 and 成文日期 by 7.3.5, in twips: 字 315, digit 155."""

import pytest

from gongjian.document.docx.sign_off import sign_off_pieces
from gongjian.document.layout import COMMON
from gongjian.document.tree import SignOff, Text

CHARACTER = COMMON.character
DATE = "2022年10月8日"
DATE_WIDTH = 7 * 155 + 3 * 315


def pieces(*names, sealed=True):
    sign_off = SignOff(tuple((Text(name),) for name in names), (Text(DATE),), sealed)
    return list(sign_off_pieces(sign_off, COMMON))


def lines(*names, sealed=False):
    return [(line.style, line.right) for line in pieces(*names, sealed=sealed)]


def test_unsealed_the_date_begins_two_characters_after_the_name():
    name = "云岭县教育和体育局"
    (_, name_right), (_, date_right) = lines(name)
    assert name_right == 2 * CHARACTER
    assert (date_right + DATE_WIDTH) == (name_right + 9 * CHARACTER) - 2 * CHARACTER


def test_unsealed_a_date_longer_than_the_name_stands_two_characters_in():
    (_, name_right), (_, date_right) = lines("永利小学")
    assert date_right == 2 * CHARACTER
    assert name_right + 4 * CHARACTER == date_right + DATE_WIDTH + 2 * CHARACTER


def test_sealed_the_name_is_centred_over_the_date():
    (_, name_right), (_, date_right) = lines("云岭县教育和体育局", sealed=True)
    assert date_right == 4 * CHARACTER
    assert abs((2 * name_right + 9 * CHARACTER) - (2 * date_right + DATE_WIDTH)) <= 2


def test_sealed_a_name_too_long_for_that_ends_at_the_margin():
    (_, name_right), (_, date_right) = lines("云" * 24, sealed=True)
    assert name_right == 0
    assert date_right == (24 * CHARACTER - DATE_WIDTH) // 2


def test_joint_documents_without_seals_name_one_under_another():
    assert [style for style, _ in lines("永利小学", "共建小学")] == ["Issuer", "IssuerNext", "IssueDate"]


def seals(*names):
    sheet, end = pieces(*names)
    assert end.style == "TableEnd"
    return [["".join(text for _, text in cell.lines[0].runs) for cell in row] for row in sheet.rows]


def test_joint_documents_have_their_seals_in_rows_and_the_date_under_the_last():
    assert seals("永利小学", "共建小学") == [["永利小学", "共建小学"], ["", DATE]]
    assert seals("甲校", "乙校", "丙校", "丁校") == [
        ["甲校", "乙校", "丙校"],
        ["", "", "丁校"],
        ["", "", DATE],
    ]
    assert seals("云岭县教育和体育局", "云岭县财政局", "云岭县人力资源局") == [
        ["云岭县教育和体育局", "云岭县财政局"], ["", "云岭县人力资源局"], ["", DATE],
    ]  # fmt: skip


def test_names_too_long_to_stand_side_by_side_stand_one_under_another():
    styles = [style for style, _ in lines("云" * 14, "共建小学", sealed=True)]
    assert styles == ["IssuerSealed", "IssuerSealed", "IssueDate"]


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("length", [1, 28, 60])
def test_no_indent_is_negative(length, sealed):
    assert all(right >= 0 for _, right in lines("云" * length, sealed=sealed))
