"""Every part of every document against the schemas of ECMA-376 (see `ecma/README.md`)."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from texts import hostile_text

from gongjian.document.docx import write_docx
from gongjian.document.kinds import KINDS, NothingToPrintError
from gongjian.document.layout import COMMON, FONTS, LAYOUTS
from gongjian.document.material import Material
from gongjian.document.rendering import document_from
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
from gongjian.model.plan import Plan
from gongjian.repository.comparing import compliance_of
from gongjian.source.file import SourceFile
from gongjian.source.loading import load
from real_plans import REAL_PLANS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

LATER = (f"{W}tblCaption", f"{W}compatSetting")
"""What later editions added: titles of tables (2nd), the mode of compatibility (3rd)."""

PROFILES = {
    "common": COMMON,
    "auto": replace(COMMON, numbering="auto", bold=frozenset({1, 2, 3, 4})),
    "center": replace(COMMON, page_number="center", mirror=True, fonts=FONTS["windows"]),
    "preprinted": replace(LAYOUTS["gbt33476"], red_head="preprinted", fonts=FONTS["fzgbk"]),
    "none": replace(COMMON, red_head="none"),
}


@cache
def schema():
    return etree.XMLSchema(file=Path(__file__).parent / "ecma/all.xsd")


def errors(parts):
    found = []
    for name, part in parts.items():
        for element in list(part.iter(*LATER)):
            element.getparent().remove(element)
        if not schema().validate(part):
            found += [f"{name}: {error.message}" for error in schema().error_log]
    return found


@pytest.mark.parametrize("profile", PROFILES)
def test_the_samples_in_every_profile(profile, sample, formal, parts_of):
    for document in (sample, formal):
        assert errors(parts_of(write_docx(document, PROFILES[profile]))) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: path.stem)
def test_the_documents_of_the_real_plans(path, kind, parts_of):
    source = SourceFile.read(path, path.name)
    plan = load(source, Plan)
    try:
        document = document_from(Material(plan, compliance=compliance_of(plan)), source.text, kind)
    except NothingToPrintError:
        return  # the plan has not what the kind is made of
    assert errors(parts_of(write_docx(document))) == []


def everywhere(text):
    """A document with the same text in every place there is."""
    inlines = (Text(text), Text("", comment=text))
    rows = ((inlines,),)
    return Document(
        text,
        (
            Heading(1, inlines),
            Heading(2, inlines, inlines),
            Paragraph(inlines),
            Items((Item(inlines), Item(inlines, 1))),
            Table((Column(inlines),), rows, caption=text),
            Signing(((inlines,), (inlines, inlines))),
        ),
        subtitle=text,
        addressee=inlines,
        sign_off=SignOff((inlines, inlines), inlines, sealed=True),
        attachments=(Attachment(text, (Paragraph(inlines),)), Attachment(text, (Paragraph(inlines),), listed=False)),
        letterhead=Letterhead((text, text), text, inlines, text, text, text, (text, text, text)),
        note=inlines,
        imprint=Imprint(inlines, inlines, inlines),
        properties={text: text},
    )  # fmt: skip


@settings(max_examples=25)
@given(hostile_text)
def test_any_text_in_every_place(parts_of, text):
    for profile in (COMMON, PROFILES["auto"]):
        assert errors(parts_of(write_docx(everywhere(text), profile))) == []


def test_a_mistake_would_be_found(sample_docx, parts_of):
    parts = parts_of(sample_docx)
    style = next(parts["word/document.xml"].iter(f"{W}pStyle"))
    style.getparent().insert(0, etree.Element(f"{W}keepNext"))
    (error,) = errors(parts)
    assert "pStyle" in error
