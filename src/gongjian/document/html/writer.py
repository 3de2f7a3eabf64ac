"""Document → the bytes of an HTML file."""

from functools import lru_cache

from gongjian.document import layout
from gongjian.document.html.contents import contents_of
from gongjian.document.html.fonts import bold_song, latin_faces, stack
from gongjian.document.html.frame import annex_links, copies_to, imprint_rows, mark_width, seal_room
from gongjian.document.html.sheets import heading_levels, sheets_of
from gongjian.document.html.templates import template
from gongjian.document.inline import clean_text
from gongjian.document.layout import COMMON, Profile
from gongjian.document.tree import Document, plain_text


def write_html(document: Document, profile: Profile = COMMON) -> bytes:
    """Lay out a document; the same document gives the same bytes."""
    profile = profile.for_script(document.script)
    sheets = sheets_of(document, profile)
    issuers = document.sign_off.organisations if document.sign_off else ()
    page = template("page.html").render(
        document=document,
        profile=profile,
        sheets=sheets,
        contents=contents_of(sheets),
        contents_word="目录" if document.script == "hans" else "目錄",
        annex_links=list(annex_links(document, sheets)),
        mark_width=mark_width(document.letterhead),
        copies_to=copies_to(document.imprint),
        imprint_rows=imprint_rows(document.imprint),
        seal_room=seal_room(document.sign_off),
        author="、".join(map(plain_text, issuers)),
        style=_style(profile),
    )
    return clean_text(page).encode()


@lru_cache(maxsize=8)
def _style(profile: Profile) -> str:
    """The style sheet of a profile."""
    fonts = profile.fonts
    return template("page.css").render(
        profile=profile,
        layout=layout,
        title=stack(fonts.title, "title"),
        body=stack(fonts.body, "body"),
        levels=[stack(name, role) for name, role in heading_levels(fonts)],
        footer=stack(fonts.footer, "footer"),
        latin=latin_faces(fonts.latin),
        bold_song=bold_song(),
    )
