"""Files that are no Word files, are damaged, or were made to do harm: one message each."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjian.document.docx import opening, write_docx
from gongjian.document.docx.opening import WordFileError
from gongjian.document.docx.reading import read_docx, read_printed
from gongjian.document.tree import Document, Paragraph, Text

PRINTED = write_docx(Document("题", (Paragraph((Text("文" * 3000),)),), properties={"gongjian.plan": "a"}))
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
RESAVE = "（在 Word 或 WPS 里打开，另存为 .docx 再试）"


def zipped(parts, method=ZIP_DEFLATED):
    out = BytesIO()
    with ZipFile(out, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def parts_of(content):
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(**parts):
    """The printed file with parts replaced, `word_document` being word/document.xml."""
    return zipped(
        parts_of(PRINTED) | {f"{name.replace('_', '/', 1)}.xml": text for name, text in parts.items()}
    )


def encrypted():
    content = bytearray(zipped({"word/document.xml": b"<a/>"}))
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    return bytes(content)


def damaged():
    content = bytearray(PRINTED)
    start = content.index(b"word/document.xml") + len("word/document.xml")
    content[start + 3 : start + 9] = b"\xff" * 6
    return bytes(content)


def with_template():
    document = docx.Document(BytesIO(PRINTED))
    document.part.relate_to("file:///C:/模板\x9b.dotm", f"{RELATIONS}/attachedTemplate", is_external=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "不是 Word 文件（.docx）"),
        (b"%PDF-1.7", "不是 Word 文件（.docx）"),
        (PRINTED[:2000], "不是 Word 文件（.docx）"),
        (OLE + b"WordDocument", "这是旧的 .doc 格式" + RESAVE),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "文件设了打开密码，读不了（在 Word 里去掉密码，再试）"),
        (encrypted(), "文件加了密，读不了（去掉密码再试）"),
        (zipped({"a.txt": "a"}), "里面没有正文，不是 Word 文件（.docx）"),
        (zipped({"xl/workbook.xml": "<a/>"}), "这是 Excel 表格，不是 Word 文件"),
        (zipped({"content.xml": "<a/>"}), "这是 ODF 文件，不是 .docx"),
        (zipped(parts_of(PRINTED) | {"word/vbaProject.bin": "x"}), "文件带宏，gongjian 印的文件没有宏" + RESAVE),
        (with_template(), "文件链接到外部的内容 file:///C:/模板?.dotm（去掉这个链接再试）"),
        (zipped({"word/document.xml": "<a/>"}, ZIP_BZIP2), "文件的压缩方式不认识" + RESAVE),
        (damaged(), "文件坏了，word/document.xml 解不开" + RESAVE),
        (changed(word_document=b"<w:document>"), "文件坏了，word/document.xml 不是完整的 XML" + RESAVE),
        (changed(word_document=BOMB), "文件里有 DTD，Word 文件没有这样的内容"),
        (changed(docProps_custom=BOMB), "文件里有 DTD，Word 文件没有这样的内容"),
        (changed(word_document=b"<a>" * 400), "word/document.xml 里的元素套了 300 多层，不像 Word 文件"),
        (zipped({f"{number}.xml": "" for number in range(5001)}), "里面的零件超过 5000 个，不像 Word 文件"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)  # fmt: skip
def test_what_cannot_be_read_is_told(content, message):
    with pytest.raises(WordFileError) as caught:
        read_docx(BytesIO(content))
    assert str(caught.value) == message


def test_a_part_that_unpacks_without_end():
    bomb = zipped(parts_of(PRINTED) | {"word/document.xml": bytes(opening.MAX_PART + 1)})
    assert len(bomb) < 100_000
    with pytest.raises(WordFileError, match="解开以后太大，超过 32 兆字节"):
        read_docx(BytesIO(bomb))


def test_many_parts_that_unpack_to_much(monkeypatch):
    monkeypatch.setattr(opening, "MAX_READ", 5000)
    with pytest.raises(WordFileError, match="解开以后太大"):
        read_docx(BytesIO(PRINTED))


def test_a_file_that_is_too_big(monkeypatch):
    monkeypatch.setattr(opening, "MAX_FILE", 1_000)
    with pytest.raises(WordFileError, match="文件太大"):
        read_docx(BytesIO(PRINTED))


def test_a_link_that_a_reader_may_click_is_none_from_outside():
    document = docx.Document(BytesIO(PRINTED))
    document.part.relate_to("https://example.com", f"{RELATIONS}/hyperlink", is_external=True)
    out = BytesIO()
    document.save(out)
    assert read_docx(out).paragraphs[0] == "题"


def test_a_file_of_another_program(tmp_path):
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    with pytest.raises(WordFileError) as caught:
        read_printed(path)
    assert str(caught.value) == "不是 gongjian 印的文件（文件属性里没有 gongjian.plan）"


@pytest.mark.parametrize(
    ("name", "message"), [("没有.docx", "打不开：没有这个文件"), (".", "打不开：这是文件夹")]
)
def test_what_cannot_be_opened(tmp_path, name, message):
    with pytest.raises(WordFileError) as caught:
        read_printed(tmp_path / name)
    assert str(caught.value) == message


@given(st.integers(0, len(PRINTED) - 1), st.integers(0, 255), st.integers(0, len(PRINTED)))
def test_a_spoilt_file_is_read_or_refused(place, byte, end):
    content = bytearray(PRINTED[: max(end, len(PRINTED) // 2)] if end % 3 else PRINTED)
    content[place % len(content)] = byte
    try:
        assert read_docx(BytesIO(content)).paragraphs is not None
    except WordFileError as error:
        assert str(error)
