"""A document in another script: Traditional as in Taiwan (hant) or in Hong Kong (hant-hk), or Simplified.

Documents are made in Simplified characters, of the Simplified twin of a plan in Traditional ones, so
that whatever looks for words finds them. What comes out is then converted by OpenCC, phrase by phrase
(s2tw, s2hk; tw2s, hk2s), and beside it:

- Taiwan has other words for some things: 信息 is 資訊, 网络 網路 (`gongjian.document.script_words`);
- “” and ‘’ are 「」 and 『』 in Traditional papers;
- the people of the plan keep their surnames: 范某 is no 範某;
- a plan in Traditional characters gets its own texts back as they are written; what the program adds
  to them (headings, 印发, quotas in words) is converted by characters, with the quotation marks it has.

Numbers, tables, places to fill in and the document's properties are not touched.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Final

from gongjian.document.errors import MissingExtraError
from gongjian.document.material import Material
from gongjian.document.redaction import mask_name
from gongjian.document.script_words import (
    AS_GIVEN_NAME,
    AS_SURNAME,
    COMPOUND_SURNAMES,
    MAINLAND,
    POSTS,
    TAIWANESE,
)
from gongjian.document.tree import Document
from gongjian.model.mapping import with_texts
from gongjian.model.names import names_in, pattern_of, plain_name, surname_of
from gongjian.model.script import Script, has_simplified, script_of, simplified

SCRIPTS: Final[tuple[Script, ...]] = ("hans", "hant", "hant-hk")

PROPERTY: Final = "gongjian.script"
"""The property of a document that is in another script than its plan's Simplified one."""

Convert = Callable[[str], str]

_QUOTES: Final = str.maketrans("“”‘’", "「」『』")
_QUOTES_BACK: Final = str.maketrans("「」『』", "“”‘’")
_APOSTROPHE: Final = re.compile("(?<=[A-Za-z])』(?=[A-Za-z])")


def in_script(document: Document, material: Material, source: str, script: Script | None = None) -> Document:
    """Put a document made in Simplified characters into a script; without one, into that of its plan.

    Args:
        document: the document of the plan.
        material: the plan, and what goes with it, as they are written.
        source: the text of the plan's file, which tells its script.
        script: the script wanted.

    Raises:
        MissingExtraError: there is something to convert and OpenCC is not installed.
    """
    written = script_of(source)
    wanted = script or written
    if wanted == written == "hans":
        return document
    convert = _conversion(material, source, wanted)
    converted = with_texts(replace(document, properties={}), convert)
    return replace(converted, properties={**document.properties, PROPERTY: wanted}, script=wanted)


def require_converter() -> None:
    """Make sure that documents can be converted.

    Raises:
        MissingExtraError: they cannot.
    """
    _opencc("s2t")


def to_simplified(text: str) -> str:
    """Convert a text in Traditional characters, Taiwan's or Hong Kong's."""
    pattern, words = _words(MAINLAND, back=True)
    converted = pattern.sub(lambda match: words[match[0]], _opencc("tw2s")(text))
    return _opencc("hk2s")(converted).translate(_QUOTES_BACK)


def to_traditional(text: str, script: Script) -> str:
    """Convert a text in Simplified characters that names nobody."""
    converted = _characters(text, script)
    if script == "hant":
        pattern, words = _words(TAIWANESE)
        converted = pattern.sub(lambda match: words[match[0]], converted)
    return _quoted(converted)


def _characters(text: str, script: Script) -> str:
    return _opencc("s2hk" if script == "hant-hk" else "s2tw")(text)


def _quoted(text: str) -> str:
    return _APOSTROPHE.sub("’", text.translate(_QUOTES))


def _conversion(material: Material, source: str, wanted: Script) -> Convert:
    """Make the conversion of the texts of a document; what is added to a Traditional plan follows its ways."""
    if script_of(source) == "hans":
        return _around(_names(material, wanted), partial(to_traditional, script=wanted))
    if wanted == "hans":
        return _around(_given_back(material, to_simplified, to_simplified), to_simplified)

    def convert(text: str) -> str:
        converted = _characters(text, wanted)
        return _quoted(converted) if "「" in source else converted

    return _around(_given_back(material, str, convert), convert)


Piece = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
"""What is converted apart from the text around it, and how."""


def _around(piece: Piece, convert: Convert) -> Convert:
    pattern, convert_piece = piece

    def converted(text: str) -> str:
        parts: list[str] = []
        end = 0
        for match in pattern.finditer(text):
            parts += [convert(text[end : match.start()]), convert_piece(match)]
            end = match.end()
        return "".join([*parts, convert(text[end:])])

    return converted


def _names(material: Material, script: Script) -> Piece:
    """The people of a plan: their names, masked or not, and their surnames before a post (范校长)."""
    known = {
        each
        for name in names_in(material.plan, material.ledger)
        for each in (plain_name(name), mask_name(name))
    }
    forms = {name: traditional_name(name, script) for name in known}
    surnames = sorted({surname_of(name) for name in known} & set(AS_SURNAME))
    alone = f"(?:{'|'.join(surnames) or '(?!)'})(?={POSTS})"
    pattern = re.compile(f"{pattern_of(known).pattern}|{alone}")

    def converted(match: re.Match[str]) -> str:
        form = iter(forms.get(plain_name(match[0]), match[0]))
        return "".join(each if each.isspace() else next(form) for each in match[0])

    return pattern, converted


def traditional_name(name: str, script: Script) -> str:
    """A person's name, which has not always the characters that words have: 范某 is no 範某."""
    surname = surname_of(name)
    given = name[len(surname) :]
    form = COMPOUND_SURNAMES.get(surname) or _characters(surname, script)
    if surname in AS_SURNAME:
        form = surname
    pairs = zip(given, _characters(given, script), strict=True)
    return form + "".join(one if one in AS_GIVEN_NAME else other for one, other in pairs)


def _given_back(material: Material, give: Convert, convert: Convert) -> Piece:
    """The texts of a plan in Traditional characters, where they stand in a document of its Simplified twin.

    Args:
        material: the plan, and what goes with it, as they are written.
        give: what is made of a text.
        convert: what would be made of its twin; a text for which that is the same is left to it.
    """
    names = names_in(material.plan, material.ledger)
    texts = {simplified(text): give(text) for text in _texts(material) if not has_simplified(text)}
    texts |= {mask_name(simplified(plain_name(name))): mask_name(give(plain_name(name))) for name in names}
    known = {twin: text for twin, text in texts.items() if len(twin) > 1 and convert(twin) != text}
    return _any_of(known), lambda match: known[match[0]]


def _texts(material: Material) -> Iterable[str]:
    """Every text of a plan and its ledger; a sentence with a quota in it falls into the parts around it."""
    texts: dict[str, None] = {}

    def collect(text: str) -> str:
        texts.update(dict.fromkeys(filter(None, text.split("{指标}"))))
        return text

    with_texts((material.plan, material.ledger), collect)
    return texts


@lru_cache(maxsize=4)
def _words(listed: str, *, back: bool = False) -> tuple[re.Pattern[str], dict[str, str]]:
    """The words of a list as they come out of the conversion by characters, and what stands for them."""
    characters, phrases = _opencc("s2tw"), _opencc("s2twp")
    if back:
        words = {_opencc("tw2s")(phrases(word)): word for word in listed.split()}
    else:
        words = {characters(word): phrases(word) for word in listed.split()}
    return _any_of(words), words


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds texts, of two that begin alike the longer."""
    return re.compile("|".join(map(re.escape, sorted(texts, key=len, reverse=True))) or "(?!)")


@lru_cache(maxsize=8)
def _opencc(configuration: str) -> Convert:
    """One of OpenCC's conversions.

    Raises:
        MissingExtraError: OpenCC is not installed.
    """
    try:
        from opencc import OpenCC
    except ImportError:
        raise MissingExtraError("繁简转换", "hant") from None
    convert: Convert = OpenCC(configuration).convert
    return convert
