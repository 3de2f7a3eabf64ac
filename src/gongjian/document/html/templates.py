"""The templates of the page, and text made fit for HTML."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from gongjian.document.inline import clean_text
from gongjian.document.tree import Inlines, Mark

_TAGS: dict[Mark, str] = {"plain": "%s", "strong": "<strong>%s</strong>", "pending": "<mark>%s</mark>"}


def words(inlines: Inlines, number: str = "") -> Markup:
    """Text with its marks, after a number laid on; a reviewer's comments are left out."""
    marked = [_TAGS[inline.mark] % lines(inline.text) for inline in inlines if not inline.comment]
    return Markup("".join([lines(number), *marked]))  # noqa: S704 (every text is escaped by `lines`)


def lines(text: str) -> Markup:
    """Text, its line breaks as elements."""
    if "\r" in text:
        text = clean_text(text)
    return Markup(str(escape(text)).replace("\n", "<br>"))  # noqa: S704 (escaped)


@cache
def template(name: str) -> Template:
    """A template of ``parts/``, compiled once."""
    return _environment().get_template(f"{name}.j2")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gongjian.document.html", "parts"),
        autoescape=lambda name: not (name or "").endswith(".css.j2"),  # noqa: S701 (see `fonts.css_string`)
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.filters |= {"words": words, "lines": lines}
    return environment
