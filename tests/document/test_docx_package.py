"""Packages: sound zip files that depend on nothing but their parts."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from gongjian.document.docx.package import FAST, SMALL, assemble, pack


def test_what_is_packed_can_be_unpacked():
    contents = {"a.xml": b"<a/>", "word/b.xml": b"<b/>" * 1000, "c.xml": b""}
    with ZipFile(BytesIO(assemble([pack(name, data, FAST) for name, data in contents.items()]))) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == contents


def test_an_entry_tells_nothing_of_the_machine():
    (entry,) = ZipFile(BytesIO(assemble([pack("a.xml", b"<a/>", SMALL)]))).infolist()
    assert (entry.date_time, entry.create_system, entry.external_attr, entry.extra) == (
        (1980, 1, 1, 0, 0, 0), 0, 0, b"",
    )  # fmt: skip


def test_small_parts_of_one_document_are_stored():
    parts = [pack("a", b"x" * 10, FAST), pack("b", b"x" * 10, SMALL), pack("c", b"x" * 5000, FAST)]
    entries = ZipFile(BytesIO(assemble(parts))).infolist()
    assert [entry.compress_type for entry in entries] == [ZIP_STORED, ZIP_DEFLATED, ZIP_DEFLATED]
