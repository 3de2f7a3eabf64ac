"""Elements in the order ECMA-376 (part 1, 17.3 to 17.7) wants them: Word calls any other a damaged file."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest

from gongjian.document.docx import write_docx
from gongjian.document.layout import COMMON

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular",
    "settings": "writeProtection view zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl"
    " footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}


@pytest.fixture(params=["sample", "formal", "auto"])
def word_file(request, sample_docx, formal_docx, formal):
    """One document after another, the last numbered by Word."""
    if request.param == "auto":
        return write_docx(formal, replace(COMMON, numbering="auto"))
    return sample_docx if request.param == "sample" else formal_docx


def test_elements_stand_in_order(word_file, parts_of):
    for name, part in parts_of(word_file).items():
        for element in part.iter(*(W + tag for tag in ORDER)):
            order = ORDER[element.tag.removeprefix(W)].split()
            places = [order.index(child.tag.removeprefix(W)) for child in element]
            assert all(before <= after for before, after in pairwise(places)), (name, element.tag)


def test_every_style_used_is_defined(word_file, parts_of):
    parts = parts_of(word_file)
    defined = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    tags = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    used = {
        element.get(f"{W}val") for part in parts.values() for element in part.iter(*(W + tag for tag in tags))
    }
    assert used - defined == set()


def test_style_names_are_unique(word_file, parts_of):
    names = [name.get(f"{W}val") for name in parts_of(word_file)["word/styles.xml"].iter(f"{W}name")]
    assert len(names) == len(set(names))


def test_every_relationship_leads_to_a_part(word_file, parts_of):
    parts = parts_of(word_file)
    for source, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        assert {folder + relationship.get("Target") for relationship in parts[source]} <= parts.keys()
    ids = {relationship.get("Id") for relationship in parts["word/_rels/document.xml.rels"]}
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    used = {element.get(relation) for element in parts["word/document.xml"].iter(f"{W}footerReference")}
    assert used <= ids


def test_every_table_cell_ends_with_a_paragraph_and_the_grid_fits(word_file, parts_of):
    for table in parts_of(word_file)["word/document.xml"].iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        assert all(len(row.findall(f"{W}tc")) == columns for row in table.iter(f"{W}tr"))
        assert all(cell[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))


def test_the_rules_of_the_open_xml_sdk(word_file, tmp_path):
    audit = pytest.importorskip("openxml_audit", reason="pip install openxml-audit 后才检查")
    path = tmp_path / "sample.docx"
    path.write_bytes(BytesIO(word_file).read())
    found = [
        f"{error.part_uri} {error.description}" for error in audit.OpenXmlValidator().validate(path).errors
    ]
    assert [error for error in found if "/theme" not in error] == [], "a theme is not required by ECMA-376"
