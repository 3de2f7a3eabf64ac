"""Names and contact details masked in everything a document prints."""

import re
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.document.docx import write_docx
from gongjian.document.html import write_html
from gongjian.document.markdown_writer import write_markdown
from gongjian.document.material import Material
from gongjian.document.redaction import mask_name, redacted, redactor
from gongjian.document.rendering import document_of, word_file_from
from gongjian.document.tree import Document, Heading, Imprint, Letterhead, Paragraph, SignOff, Text
from gongjian.model.ledger import Ledger
from gongjian.model.plan import Plan

FACTS = {
    "gongjian": "plan/v1",
    "id": "jia-2022",
    "title": "甲小学结对共建活动实施方案",
    "mode": "结对共建",
    "period": "2022-2023学年",
    "document": {"issuer": "甲小学", "date": "2022-10-08", "number": "松教〔2021〕12号", "signers": "范仲某"},
    "schools": [
        {"id": "a", "name": "陶行知小学", "role": "牵头校", "code": "2133001234"},
        {"id": "b", "name": "乙小学", "role": "成员校"},
    ],
    "leadership": {
        "leader": {"name": "张三丰", "post": "校长", "school": "a", "phone": "13800001234"},
        "deputies": [{"name": "欧阳修", "post": "副校长", "phone": "内线8012"}, "校长"],
        "members": ["陶行知", "阿依古丽·买买提", "王某某", "教导处", "于洋"],
    },
    "guiding": "张三丰校长负责，联系电话13800001234、0575-81234567。陶行知和阿依古丽老师在陶行知小学听课。内线8012。",
    "measures": [
        {
            "heading": "教师交流",
            "text": "孟浩然（身份证号332528198005121234，1980年5月12日出生）到校，邮箱meng@example.com。",
            "responsible": ["于洋", "县教研室"],
            "commitments": [{"id": "x", "activity": "支教", "quota": "≥2人/学年", "responsible": "校长"}],
        }
    ],
    "activities": [{"date": "2022-10-20", "activity": "示范课", "title": "于　洋示范课", "responsible": "于洋"}],
    "assignments": [
        {"teacher": "孟浩然", "kind": "支教", "origin": "a", "destination": "b", "period": "2022-2023学年", "born": "1980-05-12"}
    ],
}  # fmt: skip
PLAN = Plan.model_validate(FACTS)
SECRETS = (
    "张三丰", "欧阳修", "阿依古丽", "买买提", "于洋", "于　洋", "孟浩然", "范仲某", "13800001234", "81234567", "8012",
    "332528198005121234", "meng@", "5月12日出生", "1980年5月",
)  # fmt: skip
KEPT = ("陶行知小学", "乙小学", "王某某", "2022年10月8日", "校长", "教导处", "县教研室", "每学年不少于2人")


def texts_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [text for each in fields(value) for text in texts_of(getattr(value, each.name))]
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts_of(each)]
    return [text for each in value for text in texts_of(each)] if isinstance(value, tuple | list) else []


def shape_of(value: object) -> object:
    if is_dataclass(value):
        return type(value), [shape_of(getattr(value, each.name)) for each in fields(value)]
    return (
        (type(value), [shape_of(each) for each in value]) if isinstance(value, tuple | list) else type(value)
    )


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("张三丰", "张某某"), ("李四", "李某"), ("欧阳修", "欧阳某"), ("诸葛孔明", "诸葛某某"), ("張三豐", "張某某"), ("彝伊合", "彝某某"),
        ("阿依古丽·买买提", "阿某某"), ("阿依努尔•吐尔逊", "阿某某"), ("John Smith", "J***"), ("欧阳", "欧某"),
        ("张李梦瑶", "张某某某"),
    ],
)  # fmt: skip
def test_masks(name: str, mask: str) -> None:
    assert mask_name(name) == mask


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("张三丰、欧阳修", "张某某、欧阳某"),
        ("于　洋、于 洋", "于　某、于 某"),
        ("阿依古丽•买买提和阿依古丽", "阿某某和阿某某"),
        ("陶行知到陶行知小学", "陶某某到陶行知小学"),
        ("校长王某某", "校长王某某"),
        ("内线8012，第80120号", "内线****，第80120号"),
        ("1980年5月入学的孟浩然", "1980年入学的孟某某"),
        ("松教〔2021〕12号，标识码2133001234，2022-2023学年，10000元", "松教〔2021〕12号，标识码2133001234，2022-2023学年，10000元"),
        ("", ""),
    ],
)  # fmt: skip
def test_texts(text: str, public: str) -> None:
    assert redactor(PLAN)(text) == public


def test_two_people_may_come_to_look_alike() -> None:
    facts = FACTS | {
        "assignments": [{**FACTS["assignments"][0], "teacher": name} for name in ("李四", "李五")]
    }
    assert redactor(Plan.model_validate(facts))("李四、李五") == "李某、李某"


def test_people_of_the_ledger_are_masked_too() -> None:
    records = [
        {"id": "1", "date": "2022-10-20", "activity": "示范课", "teacher": "魏征明", "responsible": "钱七"}
    ]
    ledger = Ledger.model_validate({"gongjian": "ledger/v1", "plan": "jia-2022", "records": records})
    assert redactor(PLAN, ledger)("魏征明、钱七、孟浩然") == "魏某某、钱某、孟某某"


@pytest.mark.parametrize(
    "kind", ["实施方案", "交流人员花名册", "领导小组名单", "活动安排表", "工作计划", "结对协议书"]
)
def test_nothing_secret_is_left_in_any_format(kind: str) -> None:
    document = document_of(PLAN, "松", kind, redact=True)
    for written in (
        write_markdown(document).replace("\\", ""),
        write_html(document).decode(),
        docx_text(document),
    ):
        assert [secret for secret in SECRETS if secret in written] == []
        assert "张某某" in written or "于某" in written or "孟某某" in written or kind == "结对协议书"


def docx_text(document: Document) -> str:
    """The texts of every part, the properties too, without what stands between runs."""
    with ZipFile(BytesIO(write_docx(document))) as package:
        return "".join(re.sub("<[^>]*>", "", package.read(name).decode()) for name in package.namelist())


def test_what_is_public_stays() -> None:
    written = write_markdown(document_of(PLAN, "松", redact=True))
    assert [word for word in KEPT if word not in written] == []


def test_the_frame_and_the_properties_are_masked_but_for_the_hash() -> None:
    document = Document(
        title="关于表扬张三丰的通报",
        blocks=(Heading(1, (Text("张三丰"),)), Paragraph((Text("", comment="张三丰超龄"),))),
        letterhead=Letterhead(("甲小学",), signers=("张三丰",)),
        imprint=Imprint((Text("于洋印"),), (Text("2022年"),)),
        sign_off=SignOff(((Text("张三丰"),),), (Text("2022年10月8日"),)),
        properties={"gongjian.plan": "张三丰", "gongjian.source": "1" * 18 + "13800001234abc"},
    )
    public = redacted(document, Material(PLAN))
    assert public == Document(
        title="关于表扬张某某的通报",
        blocks=(Heading(1, (Text("张某某"),)), Paragraph((Text("", comment="张某某超龄"),))),
        letterhead=Letterhead(("甲小学",), signers=("张某某",)),
        imprint=Imprint((Text("于某印"),), (Text("2022年"),)),
        sign_off=SignOff(((Text("张某某"),),), (Text("2022年10月8日"),)),
        properties={
            "gongjian.plan": "张某某",
            "gongjian.source": "1" * 18 + "13800001234abc",
            "gongjian.redacted": "true",
        },
    )


def test_the_structure_does_not_change() -> None:
    document = document_of(PLAN, "松")
    public = redacted(document, Material(PLAN))
    assert shape_of(public) == shape_of(document)
    assert redacted(public, Material(PLAN)) == public


PIECES = [
    "张三丰",
    "欧阳修",
    "于洋",
    "于 洋",
    "陶行知",
    "小学",
    "阿依古丽",
    "·",
    "买买提",
    "13800001234",
    "0575-81234567",
    "李",
    "某",
]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *PIECES,
                "332528198005121234",
                "1980年5月12日",
                "出生",
                "a@b.cn",
                "内线8012",
                "、",
                "1",
                "-",
                " ",
            ]
        ),
        st.text(max_size=3),
    ),
    max_size=10,
).map("".join)


@given(TEXTS)
def test_what_is_masked_stays_as_it_is(text: str) -> None:
    redact = redactor(PLAN)
    once = redact(text)
    assert redact(once) == once


@given(TEXTS)
def test_no_name_survives_but_in_the_name_of_a_school(text: str) -> None:
    public = redactor(PLAN)(text).replace("陶行知小学", "")
    assert [
        name for name in ("张三丰", "欧阳修", "于洋", "陶行知", "阿依古丽", "孟浩然") if name in public
    ] == []


@given(TEXTS, TEXTS)
def test_a_name_is_masked_alike_wherever_it_stands(before: str, after: str) -> None:
    public = redactor(PLAN)(f"{before}，张三丰，{after}")
    assert "，张某某，" in public


def test_a_bureaus_own_word_file_is_filled_in_with_masked_words(tmp_path: Path) -> None:
    pytest.importorskip("docxtpl", reason="docxtpl is not installed")
    from docx import Document as WordDocument

    template = WordDocument()
    template.add_paragraph(
        "{{ plan.leadership.leader.name }}，{{ plan.guiding.text | join }}，{{ plan.document.number }}"
    )
    template.save(str(tmp_path / "局.docx"))
    filled = word_file_from(Material(PLAN), "松", "实施方案", tmp_path / "局.docx", redact=True)
    with ZipFile(BytesIO(filled)) as package:
        assert (
            "张某某，张某某校长负责，联系电话1**********、0575-********。"
            in package.read("word/document.xml").decode()
        )
        assert not any(
            secret in package.read(name).decode("utf-8", "replace")
            for name in package.namelist()
            for secret in SECRETS
        )
