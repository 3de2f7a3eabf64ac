"""What a profile comes to on the sheet, as ``parts/settings.typ`` reads it: lengths in points."""

from collections.abc import Mapping
from typing import Any

from gongjian.document import layout
from gongjian.document.layout import Profile
from gongjian.document.pdf.fonts import Chosen
from gongjian.document.pdf.sheet import Sheet
from gongjian.document.pdf.typefaces import Role

_TWIPS = 20
"""In a point."""


def settings_of(profile: Profile, fonts: Mapping[Role, Chosen]) -> dict[str, Any]:
    """The data of a profile."""
    sheet = Sheet.of(profile)
    sizes = {
        "title": layout.SIZE_TITLE,
        "body": layout.SIZE_BODY,
        "footer": layout.SIZE_FOOTER,
        "table": layout.SIZE_TABLE,
    }
    return {
        "sizes": {name: half_points / 2 for name, half_points in sizes.items()},
        "page_width": layout.PAGE_WIDTH / _TWIPS,
        "page_height": layout.PAGE_HEIGHT / _TWIPS,
        "text_width": sheet.text_width / _TWIPS,
        "text_height": sheet.text_height / _TWIPS,
        "top": sheet.top / _TWIPS,
        "left": sheet.left / _TWIPS,
        "lines": layout.LINES_PER_PAGE,
        "characters": layout.CHARACTERS_PER_LINE,
        "page_number": profile.page_number,
        "red_head": profile.red_head,
        "mirror": profile.mirror,
        "fonts": {role: font.as_data() for role, font in fonts.items()},
    }
