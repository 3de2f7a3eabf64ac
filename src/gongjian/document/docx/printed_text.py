"""The printed words sealed: by their digest it is known later whether a hand changed them.

White space and the division into paragraphs do not count: writer and reader must come to the
same, whatever Word makes of both when it saves.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from gongjian.document.inline import clean_text

PROPERTY = "gongjian.text"
"""The file property that holds the digest."""

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)<")


def digest_of(texts: Iterable[str]) -> str:
    """The digest of some words."""
    return blake2b("".join("".join(texts).split()).encode(), digest_size=16).hexdigest()


def with_digest(properties: Mapping[str, str], body: str) -> dict[str, str]:
    """The properties of a file whose body, as XML of our own writing, says so."""
    words = "".join(_TEXT.findall(body))
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        words = words.replace(entity, character)
    return {**properties, PROPERTY: digest_of([clean_text(words)])}
