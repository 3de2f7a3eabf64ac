"""HTML files as browsers read them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from html_page import Page
from hypothesis import given
from texts import hostile_text

from gongjian.document.html import write_html
from gongjian.document.inline import clean_text
from gongjian.document.layout import Profile
from gongjian.document.markdown import parse_markdown
from gongjian.document.tree import (
    Attachment,
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Items,
    Letterhead,
    Paragraph,
    Signing,
    SignOff,
    Table,
    Text,
)

SAMPLE = Path(__file__).parent / "sample.md"

NOTICE = """::: 版头
松阳县教育局
松阳县财政局
文号：松教〔2021〕12号
份号：000001
密级：秘密★1年
紧急程度：特急
:::

# 松阳县教育局关于印发实施方案的通知

::: 主送
县属各学校：
:::

现将方案印发给你们。{>>请核对<<}

::: 署名（盖章）
松阳县教育局
2021年4月23日
:::

::: 附注
此件公开发布
:::

::: 附件（印发） 实施方案
## 总则
:::

::: 附件 名册
册
:::

::: 版记
抄送：县委办公室。
印发：松阳县教育局办公室
日期：2021年4月25日
:::
"""


def page(source, profile=None):
    document = parse_markdown(source)
    return Page(write_html(document, profile) if profile else write_html(document))


@pytest.fixture(scope="module")
def sample_page(sample):
    return Page(write_html(sample))


@pytest.fixture(scope="module")
def notice():
    return page(NOTICE)


def test_the_page_is_sound_html(sample_page, notice):
    assert sample_page.errors == notice.errors == set()
    assert sample_page.source.startswith("<!DOCTYPE html>\n")
    assert sample_page.root.get("lang") == "zh-CN"


def test_nothing_is_fetched_and_nothing_runs(sample_page):
    (policy,) = [meta for meta in sample_page.all("meta") if meta.get("http-equiv")]
    assert (policy.get("http-equiv"), policy.get("content")) == (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'",
    )
    loading = {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not loading & {element.tag for element in sample_page.root.iter()}
    assert not any(word in sample_page.source for word in ("url(", "@import", "http:", "https:", "src="))
    assert {link.get("href")[0] for link in sample_page.all("a")} == {"#"}


def test_links_lead_somewhere(sample_page):
    ids = [element.get("id") for element in sample_page.root.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    assert {link.get("href") for link in sample_page.all("a")} <= {f"#{name}" for name in ids}


def test_properties(sample_page):
    assert sample_page.texts("title") == [
        "云岭县实验小学与石桥镇中心小学2024—2027学年城乡学校结对共建实施方案"
    ]
    properties = sample_page.properties()
    assert properties["gongjian.plan"] == "yunling-2024"
    assert properties["author"] == "云岭县实验小学、石桥镇中心小学"
    assert properties["viewport"] == "width=device-width, initial-scale=1"


def test_headings_are_numbered_and_stand_below_their_part(sample_page):
    outline = sample_page.outline()
    assert outline[:4] == [
        ("h1", "云岭县实验小学与石桥镇中心小学2024—2027学年城乡学校结对共建实施方案", None),
        ("h2", "一、总体要求", "section-1"),
        ("h3", "（一）指导思想", "section-2"),
        ("h3", "（二）基本原则", "section-3"),
    ]
    assert outline[4] == ("h4", "1.坚持共商共建。", "section-4")
    assert ("h2", "云岭县实验小学与石桥镇中心小学结对共建领导小组名单", "annex-1-title") in outline
    assert ("h3", "一、组长", "annex-1-1") in outline


def test_a_heading_runs_into_its_body(sample_page):
    assert sample_page.texts("div", "run-in")[0] == (
        "1.坚持共商共建。两校地位平等，重大事项由联席会议商定，不搞“一边倒”式的帮扶。"
    )


def test_numbered_items_are_nested_lists(sample_page):
    (goals, *_) = sample_page.all("ol", "items")
    assert [item.find("p").text for item in goals] == ["1.每学期互派教师不少于", "2.每学年联合开展集体备课不少于4次、示范课不少于5次；",
                                                        "3.同步课堂年内开设不少于2门学科、累计不少于20节："]  # fmt: skip
    assert [item.find("p").text for item in goals[2].find("ol")] == [
        "（1）6月底前完成30%；", "（2）9月底前完成60%；", "（3）11月底前全部完成。",
    ]  # fmt: skip


def test_marks(sample_page):
    assert sample_page.texts("mark") == ["待补：副组长姓名", "待补"]
    assert sample_page.texts("strong") == ["2人"]


def test_tables(sample_page):
    table = sample_page.all("table")[0]
    assert [(child.tag, child.get("class")) for child in table] == [
        ("caption", None), ("colgroup", None), ("thead", None), ("tbody", None),
    ]  # fmt: skip
    heads = list(table.iter("th"))
    assert [head.text for head in heads] == ["序号", "活动", "时间", "主办学校", "参加对象"]
    assert {head.get("scope") for head in heads} == {"col"}
    assert [cell.get("class") for cell in table.find("tbody")[0]] == [
        "center short", "left long", "center short", "left short", "left long",
    ]  # fmt: skip
    shares = [float(column.get("style").split(":")[1].rstrip("%")) for column in table.iter("col")]
    assert sum(shares) == pytest.approx(100, abs=0.1)
    (box, *_) = sample_page.all("div", "table")
    assert (box.get("role"), box.get("aria-label"), box.get("tabindex")) == (
        "region", "表1  年度活动安排", "0",
    )  # fmt: skip


def test_annexes_are_sections_and_the_text_links_to_them(sample_page):
    sections = sample_page.all("section", "annex")
    assert [(each.get("id"), "landscape" in each.get("class")) for each in sections] == [
        ("annex-1", False), ("annex-2", True), ("annex-3", False),
    ]  # fmt: skip
    (listed,) = sample_page.all("div", "annexes")
    assert [(item.find("a") is not None, "".join(item.itertext())) for item in listed.iter("li")] == [
        (True, "1.云岭县实验小学与石桥镇中心小学结对共建领导小组名单"),
        (True, "2.2024—2025学年活动安排表"),
        (True, "3.交流教师花名册"),
        (False, "4.交流教师考核办法（另行印发）"),
    ]
    assert [link.get("href") for link in listed.iter("a")] == ["#annex-1", "#annex-2", "#annex-3"]


def test_a_single_annex_has_no_number(notice):
    (listed,) = notice.all("div", "annexes")
    assert "".join(listed.itertext()).split() == ["附件：", "名册"]
    assert [link.get("href") for link in listed.iter("a")] == ["#annex-2"]  # the paper issued is not listed
    assert notice.texts("p", "mark") == ["附件"]


def test_the_letterhead(notice):
    (head,) = notice.all("div", "letterhead")
    assert [text for text in "".join(head.itertext()).split() if text] == [
        "000001", "秘密★1年", "特急", "松阳县教育局", "松阳县财政局", "文件", "松教〔2021〕12号",
    ]  # fmt: skip
    assert head.get("class") == "letterhead electronic"
    assert notice.all("div", "issuers")[0].get("style") == "--mark:8.25"


@pytest.mark.parametrize(("red_head", "classes"), [("none", []), ("preprinted", ["letterhead preprinted"])])
def test_the_letterhead_by_profile(red_head, classes):
    found = page(NOTICE, Profile(red_head=red_head)).all("div", "letterhead")
    assert [head.get("class") for head in found] == classes


def test_who_signs_a_paper_to_a_superior_body():
    source = NOTICE.replace("份号：000001", "签发人：刘某某、王某")
    (number,) = page(source).all("div", "upward")
    assert "".join(number.itertext()).split() == ["松教〔2021〕12号", "签发人：刘某某王某"]


def test_sign_off_and_note(notice):
    (signed,) = notice.all("div", "sign-off")
    assert (signed.get("class"), signed.get("style")) == ("sign-off sealed", "--right:4.0em")
    assert notice.texts("p", "note") == ["（此件公开发布）"]


def test_the_imprint_stands_on_the_last_sheet(notice):
    (imprint,) = notice.all("section", "annex")[-1].iter("footer")
    assert "".join(imprint.itertext()).split() == [
        "抄送：县委办公室。", "松阳县教育局办公室2021年4月25日印发",
    ]  # fmt: skip


def test_the_imprint_turns_back_from_a_landscape_annex():
    sheets = page(NOTICE.replace("::: 附件 名册", "::: 附件（横排） 名册")).all("section")
    assert [sheet.get("class") for sheet in sheets] == ["sheet annex", "sheet annex landscape", "sheet"]
    assert [sheet.find("footer") is not None for sheet in sheets] == [False, False, True]


def test_comments_are_for_reviewers(notice):
    assert "请核对" not in notice.source


def test_the_parties_sign_side_by_side():
    found = page("# 协议书\n\n::: 签署\n甲方： | 乙方：\n某甲 | 某乙\n:::").all("div", "signing")
    assert [["".join(line.itertext()) for line in party] for party in found[0]] == [
        ["甲方：", "某甲"], ["乙方：", "某乙"],
    ]  # fmt: skip


def test_the_same_document_gives_the_same_bytes_in_every_process(sample):
    code = (
        "import sys; from pathlib import Path\n"
        "from gongjian.document.html import write_html; from gongjian.document.markdown import parse_markdown\n"
        "source = Path(sys.argv[1]).read_text(encoding='utf-8')\n"
        "document = parse_markdown(source, {'gongjian.plan': 'yunling-2024'})\n"
        "sys.stdout.write(write_html(document).hex())"
    )
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code, SAMPLE],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert bytes.fromhex(run.stdout) == write_html(sample)


@given(hostile_text)
def test_any_text_is_text_in_every_place(text):
    inlines, clean = (Text(text),), clean_text(text)
    document = Document(
        "题" + text,
        (
            Heading(1, (Text("题" + text),), (Text(text, "strong"),)),
            Paragraph(inlines),
            Items((Item(inlines), Item(inlines, 1))),
            Table((Column(inlines),), ((inlines,),), caption="表" + text),
            Signing(((inlines,), (inlines,))),
        ),
        subtitle="副" + text,
        addressee=inlines,
        letterhead=Letterhead(("局" + text,), "文件" + text, inlines, "份" + text, "密" + text, "急" + text, (text,)),
        sign_off=SignOff((inlines,), inlines),
        attachments=(Attachment("附" + text, (Paragraph(inlines),)), Attachment("附" + text)),
        note=inlines,
        imprint=Imprint(inlines, inlines, inlines),
        properties={"gongjian." + text: text},
    )  # fmt: skip
    read = Page(write_html(document))
    assert read.errors == set()
    assert not read.all("b") + read.all("script")
    assert [title.replace("\n", "") for title in read.texts("h1") + read.texts("title")] == [
        ("题" + clean).replace("\n", "")
    ] * 2
    assert read.texts("div", "run-in") == [f"一、题{clean}{clean}"]
    assert read.texts("p", "text") == [clean, f"1.{clean}", f"（1）{clean}", clean]
    assert read.texts("caption") == ["表" + clean]
    assert read.texts("th") == read.texts("td") == [clean]
    assert read.texts("p", "addressee") == [clean]
    assert read.texts("p", "subtitle") == ["副" + clean]
    assert read.texts("p", "note") == [f"（{clean}）"]
    assert read.texts("p", "secrecy") == ["密" + clean]
    assert read.properties()[clean_text("gongjian." + text)] == clean
    assert read.texts("h2", "title")[0].replace("\n", "") == ("附" + clean).replace("\n", "")
    (box,) = read.all("div", "table")
    assert box.get("aria-label") == "表" + clean


def test_rare_characters():
    words = "𠮷𡈽😀👨‍👩‍👧〔2022〕“”—…"
    assert Page(write_html(Document("标题", (Paragraph((Text(words),)),)))).texts("p", "text") == [words]


def test_what_xml_forbids_is_dropped():
    assert Page(write_html(Document("标\0题\ud800\x0b\uffff"))).texts("h1") == ["标题"]


def test_a_very_long_paragraph_and_a_very_long_table():
    rows = tuple(((Text(str(number)),), (Text("示范课"),)) for number in range(500))
    table = Table((Column((Text("序号"),)), Column((Text("活动"),))), rows)
    content = write_html(Document("标题", (Paragraph((Text("长" * 3000),)), table)))
    read = Page(content)
    assert len(read.texts("p", "text")[0]) == 3000
    assert read.texts("td")[-2:] == ["499", "示范课"]
    assert len(content) < 100_000


def test_import_brings_nothing_heavy():
    code = "import sys, gongjian.document.html; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"lxml", "html5lib", "docx", "pydantic", "rich", "click", "yaml"} & set(run.stdout.split())
