"""Every kind of document of every worked plan: a sound document, or the one message that says why not."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from materials import PLANS, material_of

from gongjian.document.kinds import KINDS, NothingToPrintError
from gongjian.document.layout import COMMON
from gongjian.document.material import Material
from gongjian.document.rendering import FORMATS, document_from
from gongjian.document.tree import Document, Table, plain_text
from gongjian.repository.comparing import compliance_of

WITHOUT = {
    "结对协议书": {"tisheng"},
    "活动安排表": {
        "bangfu-district", "bangfu-township", "gongtongti", "huzhu", "jinzhou", "qingyuan", "shanxian", "songyang",
        "tisheng", "zhifang",
    },
    "交流人员花名册": set(PLANS) - {"yongli", "zhengmu", "zhongxin"},
    "考核评分表": set(PLANS) - {"gongtongti"},
}  # fmt: skip
"""The plans that have not what a kind is made of; 台账 needs activities as 活动安排表 does."""
WITHOUT["台账"] = WITHOUT["活动安排表"]

WORD_FOR_NOTHING = {
    "活动安排表": "没有活动安排，印不出活动安排表",
    "交流人员花名册": "没有交流人员，印不出交流人员花名册",
}


def materials(name: str, kind: str) -> list[Material]:
    material = material_of(name)
    if KINDS[kind].compares(material.plan):
        material = replace(material, compliance=compliance_of(material.plan))
    return [replace(material, group=group) for group in KINDS[kind].pairings(material)]


def documents(name: str, kind: str) -> list[Document]:
    return [document_from(each, "", kind) for each in materials(name, kind)]


def words_of(document: Document) -> str:
    return FORMATS["md"].write(document, COMMON).decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", PLANS)
def test_a_document_or_the_message(name: str, kind: str) -> None:
    if name in WITHOUT.get(kind, ()):
        with pytest.raises(NothingToPrintError, match=WORD_FOR_NOTHING.get(kind, f"，印不出{kind}")):
            documents(name, kind)
        return
    for document in documents(name, kind):
        word = docx.Document(BytesIO(FORMATS["docx"].write(document, COMMON)))
        texts = [paragraph.text for paragraph in word.paragraphs]
        assert document.title in (text.replace("\n", "") for text in texts)
        assert_numbered([p.text for p in word.paragraphs if p.style.name == "Heading 1"])
        assert_no_slips(words_of(document))
        assert FORMATS["html"].write(document, COMMON).startswith(b"<!DOCTYPE html>")


def assert_numbered(headings: list[str]) -> None:
    """一、二、三、 in a row, from 一 again in an issued plan."""
    numerals = "一二三四五六七八九十"
    found = [heading.partition("、")[0] for heading in headings]
    assert found == [numerals[index] for index in range(len(found))]


def assert_no_slips(text: str) -> None:
    for slip in ("。。", "，，", "，。", "、。", "（）", "None", "每所甲方", "每所乙方", "各乙方"):
        assert slip not in text


@pytest.mark.parametrize("name", PLANS)
def test_a_notice_says_nothing_of_this_plan_before_the_plan(name: str) -> None:
    (made,) = documents(name, "印发通知")
    letter = "".join(plain_text(block.inlines) for block in made.blocks)  # type: ignore[union-attr]
    assert "本方案" not in letter
    assert made.attachments[0].title == material_of(name).plan.title
    assert not made.attachments[0].listed
    assert made.annex_titles == ()


@pytest.mark.parametrize("name", PLANS)
def test_the_issued_plan_has_the_same_text(name: str) -> None:
    (issued,), (plain,) = documents(name, "印发通知"), documents(name, "实施方案")
    body = issued.attachments[0].blocks
    assert body[: len(plain.blocks)] == plain.blocks
    assert len(body) - len(plain.blocks) == len(plain.attachments)
    assert all(isinstance(block, Table) for block in body[len(plain.blocks) :])


@pytest.mark.parametrize("name", ["songyang", "zhengmu", "yongli"])
def test_agreements_name_the_schools_only_at_the_top(name: str) -> None:
    for material in materials(name, "结对协议书"):
        plan = material.plan
        group = material.group or plan.pairings()[0]
        (lead,) = (school.name for school in plan.schools if school.id == group.lead)
        text = words_of(document_from(material, "", "结对协议书"))
        duties = text.partition("责任\n")[2].partition("变更和违约")[0].partition("交流人员")[0]
        assert lead not in duties.replace(plan.title, "")
