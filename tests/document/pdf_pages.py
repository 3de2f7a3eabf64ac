"""PDF files as a reader and a ruler see them: text by its lines, ink in millimetres from the upper left corner."""

from ctypes import byref, c_double, c_float, c_uint
from dataclasses import dataclass
from functools import cache, cached_property

import pypdfium2 as pdfium
from pypdfium2 import raw

from gongjian.document.errors import MissingExtraError
from gongjian.document.layout import COMMON
from gongjian.document.markdown import parse_markdown
from gongjian.document.pdf import write_pdf
from gongjian.document.pdf.fonts import MissingFontsError, choose_fonts, font_folders, installed_fonts

MILLIMETRE = 72 / 25.4
TOP, BOTTOM, LEFT, RIGHT = 37, 262, 28, 184
CHARACTER = 156 / 28
PITCH = (225 - 16 / MILLIMETRE) / 21
DOTS = 8
"""In a millimetre."""


@cache
def missing_fonts():
    """Why nothing can be printed here; "" if it can."""
    try:
        choose_fonts(COMMON.fonts, installed_fonts(font_folders()))
    except (MissingExtraError, MissingFontsError) as error:
        return str(error)
    return ""


@dataclass(frozen=True)
class Character:
    text: str
    x: float
    baseline: float
    box: tuple[float, float, float, float]  # left, top, right, bottom of its ink


@dataclass(frozen=True)
class Line:
    characters: tuple[Character, ...]

    @property
    def text(self):
        return "".join(character.text for character in self.characters)

    @property
    def left(self):
        return self.characters[0].x

    @property
    def right(self):
        return max(character.box[2] for character in self.characters)

    @property
    def end(self):
        """Where a last character of 3号 ends, the room around its ink included."""
        return self.characters[-1].x + CHARACTER

    @property
    def baseline(self):
        return self.characters[0].baseline

    @property
    def ink_top(self):
        return min(character.box[1] for character in self.characters)

    @property
    def row(self):
        """Which line of the grid it stands on, from 1."""
        return (self.baseline - TOP - 0.88 * 16 / MILLIMETRE) / PITCH + 1


class Page:
    def __init__(self, page):
        self._page = page
        self.width, self.height = (length / MILLIMETRE for length in page.get_size())

    @cached_property
    def characters(self):
        text = self._page.get_textpage()
        found = []
        for index in range(text.count_chars()):
            unit = raw.FPDFText_GetUnicode(text, index)
            if 0xDC00 <= unit < 0xE000:  # the second half of a pair
                continue
            if 0xD800 <= unit < 0xDC00:
                low = raw.FPDFText_GetUnicode(text, index + 1)
                unit = 0x10000 + ((unit - 0xD800) << 10) + low - 0xDC00
            character = chr(unit)
            if character.isspace() or not character.isprintable():
                continue
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
            left, bottom, right, top = text.get_charbox(index)
            box = tuple(length / MILLIMETRE for length in (left, self._turn(top), right, self._turn(bottom)))
            found.append(Character(character, x.value / MILLIMETRE, self._turn(y.value) / MILLIMETRE, box))
        return found

    def _turn(self, y):
        """From above instead of from below."""
        return self._page.get_height() - y

    @cached_property
    def lines(self):
        """Lines by their baselines, the page number left out."""
        rows = {}
        for character in self.characters:
            rows.setdefault(round(character.baseline, 1), []).append(character)
        lines = [Line(tuple(sorted(rows[y], key=lambda each: each.x))) for y in sorted(rows)]
        return [line for line in lines if line.baseline < BOTTOM or self.width > 250]

    @property
    def texts(self):
        return [line.text for line in self.lines]

    @property
    def number(self):
        """The line of the page number, None without one."""
        below = tuple(each for each in self.characters if each.baseline > BOTTOM)
        return Line(below) if below else None

    def line(self, text):
        """The line that begins so."""
        return next(line for line in self.lines if line.text.startswith(text))

    @cached_property
    def rules(self):
        """Straight lines: left, top, right, bottom, thickness."""
        rules = []
        for path in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            width = c_float()
            raw.FPDFPageObj_GetStrokeWidth(path, byref(width))
            left, bottom, right, top = path.get_bounds()
            box = (left, self._turn(top), right, self._turn(bottom), width.value)
            rules.append(tuple(length / MILLIMETRE for length in box))
        return rules

    def fills(self):
        """The colours that paths are filled with."""
        for path in self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            red, green, blue, alpha = (c_uint() for _ in range(4))
            raw.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(alpha))
            yield red.value, green.value, blue.value

    @cached_property
    def ink(self):
        """Left, top, right and bottom of all that is printed above the page number."""
        image = self._page.render(scale=DOTS / MILLIMETRE, grayscale=True, no_smoothtext=True)
        data, stride, width = bytes(image.buffer), image.stride, image.width
        height = min(image.height, round((BOTTOM + 3) * DOTS))
        white = b"\xff" * width
        inked = [row for row in range(height) if data[row * stride : row * stride + width] != white]
        columns = [
            column for column in range(width) if data[column : height * stride : stride] != b"\xff" * height
        ]
        return tuple(dots / DOTS for dots in (columns[0], inked[0], columns[-1] + 1, inked[-1] + 1))


class Pdf:
    def __init__(self, data):
        self.data = data
        self.document = pdfium.PdfDocument(data)
        self.pages = [Page(page) for page in self.document]

    @property
    def outline(self):
        """(level, title) of each bookmark."""
        return [(entry.level, entry.get_title()) for entry in self.document.get_toc()]

    @property
    def text(self):
        return "".join(character.text for page in self.pages for character in page.characters)


def printed(source, profile=COMMON, **options):
    """The PDF of official Markdown."""
    return Pdf(write_pdf(parse_markdown(source), profile, **options))
