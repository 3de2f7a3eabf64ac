"""The OOXML templates, and text made fit for XML."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from gongjian.document.inline import clean_text

_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\r"))
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


def run_text(text: str) -> str:
    """Text for a ``w:t``; line breaks and tabs become elements of their own."""
    if "\r" in text:
        text = clean_text(text)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\n", _BREAK).replace("\t", _TAB) if "\n" in text or "\t" in text else escaped


def attribute(text: str) -> str:
    """Text for an attribute in double quotes, on one line."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


@cache
def template(name: str) -> Template:
    """A template of ``parts/``, compiled once."""
    return _environment().get_template(f"{name}.j2")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("gongjian.document.docx", "parts"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )


def encode(xml: str) -> bytes:
    """UTF-8 without what XML 1.0 forbids: control characters, halves of surrogate pairs, U+FFFE, U+FFFF."""
    if "\ufffe" in xml or "\uffff" in xml:
        xml = xml.replace("\ufffe", "").replace("\uffff", "")
    return xml.encode("utf-8", "ignore").translate(None, _CONTROL)
