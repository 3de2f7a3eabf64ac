"""Numbers that Word counts: the same as those written out, told by counting as Word does."""

from dataclasses import replace
from io import BytesIO

import docx
from hypothesis import given
from hypothesis import strategies as st

from gongjian.document.docx import write_docx
from gongjian.document.layout import COMMON
from gongjian.document.numerals import chinese_numeral, circled_numeral
from gongjian.document.tree import Attachment, Document, Heading, Item, Items, Paragraph, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AUTO = replace(COMMON, numbering="auto")
FORMS = {"decimal": str, "chineseCountingThousand": chinese_numeral, "decimalEnclosedCircle": circled_numeral}


def value(element, tag):
    found = None if element is None else element.find(W + tag)
    return None if found is None else found.get(f"{W}val")


class Counter:
    """Counts paragraphs by numbering.xml and styles.xml: a list's instances count on together until one starts over."""

    def __init__(self, parts):
        numbering = parts["word/numbering.xml"]
        self.levels = {
            each.get(f"{W}abstractNumId"): [
                (value(level, "numFmt"), value(level, "lvlText")) for level in each.iter(f"{W}lvl")
            ]
            for each in numbering.iter(f"{W}abstractNum")
        }
        self.lists = {num.get(f"{W}numId"): value(num, "abstractNumId") for num in numbering.iter(f"{W}num")}
        self.starts = {
            num.get(f"{W}numId"): {
                int(over.get(f"{W}ilvl")): int(value(over, "startOverride"))
                for over in num.iter(f"{W}lvlOverride")
            }
            for num in numbering.iter(f"{W}num")
        }
        self.styles = {
            style.get(f"{W}styleId"): style.find(f"{W}pPr/{W}numPr")
            for style in parts["word/styles.xml"].iter(f"{W}style")
        }
        self.counts = {which: [0] * 9 for which in self.levels}
        self.begun = set()

    def number(self, paragraph):
        properties = paragraph.find(f"{W}pPr")
        numbered = properties.find(f"{W}numPr")
        if numbered is None:
            numbered = self.styles[value(properties, "pStyle")]
        if numbered is None:
            return ""
        number, level = value(numbered, "numId"), int(value(numbered, "ilvl"))
        which = self.lists[number]
        counts = self.counts[which]
        for overridden, start in self.starts[number].items():
            if (number, overridden) not in self.begun:
                counts[overridden] = start - 1
                self.begun.add((number, overridden))
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        form, text = self.levels[which][level]
        return text.replace(f"%{level + 1}", FORMS[form](counts[level]))


def counted(document, parts_of):
    parts = parts_of(write_docx(document, AUTO))
    counter = Counter(parts)
    return [
        counter.number(paragraph) + "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        for paragraph in parts["word/document.xml"].iter(f"{W}p")
    ]


def written(document):
    body = docx.Document(BytesIO(write_docx(document))).element.body
    return ["".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p")]


def test_the_samples(sample, formal, parts_of):
    for document in (sample, formal):
        assert counted(document, parts_of) == written(document)


TEXT = (Text("文"),)
blocks = st.lists(
    st.one_of(
        st.builds(Heading, st.integers(1, 4), st.just(TEXT), st.sampled_from([(), TEXT])),
        st.just(Paragraph(TEXT)),
        st.builds(
            Items,
            st.lists(st.integers(0, 2), min_size=1, max_size=6).map(
                lambda depths: tuple(
                    Item(TEXT, min(depth, max([0, *(before + 1 for before in depths[:index][-1:])])))
                    for index, depth in enumerate(depths)
                )
            ),
            st.integers(1, 3),
        ),
    ),
    max_size=12,
).map(tuple)


@given(blocks, blocks, blocks)
def test_any_headings_and_items(parts_of, body, first, second):
    annexes = tuple(Attachment("附件", part) for part in (first, second))
    document = Document("标题", body, attachments=annexes)
    assert counted(document, parts_of) == written(document)


def test_literal_numbers_need_no_part(sample_docx, parts_of):
    assert "word/numbering.xml" not in parts_of(sample_docx)


def test_a_number_is_bold_with_its_text(parts_of):
    document = Document("标题", (Items((Item((Text("粗", "strong"),)), Item(TEXT))),))
    body = parts_of(write_docx(document, AUTO))["word/document.xml"]
    marks = [
        value(properties, "rStyle")
        for properties in body.iter(f"{W}rPr")
        if properties.getparent().tag == f"{W}pPr"
    ]
    assert marks == ["Strong"]
