"""What frames the text, as plain data: 版头, 署名, 版记, and the properties of the file."""

from typing import Any

from gongjian.document.pdf.words import Runs, clean, runs_of
from gongjian.document.tree import Document, Imprint, Letterhead, SignOff, plain_text

Data = dict[str, Any]


def letterhead_data(head: Letterhead) -> Data:
    """版头 (7.2)."""
    return {
        "issuers": [clean(issuer) for issuer in head.issuers],
        "word": clean(head.word),
        "number": runs_of(head.number),
        "copy": clean(head.copy),
        "secrecy": clean(head.secrecy),
        "urgency": clean(head.urgency),
        "signers": [clean(signer) for signer in head.signers],
        "signer_word": clean(head.signer_word),
    }


def sign_off_data(sign_off: SignOff) -> Data:
    """署名 and 成文日期 (7.3.5)."""
    return {
        "organisations": [runs_of(name) for name in sign_off.organisations],
        "date": runs_of(sign_off.date),
        "sealed": sign_off.sealed,
    }


def imprint_data(imprint: Imprint) -> Data:
    """版记 (7.4)."""
    return {
        "printer": runs_of(imprint.printer),
        "printed": runs_of(imprint.printed),
        "copies_to": _ended(runs_of(imprint.copies_to)),
        "copies_word": clean(imprint.copies_word),
        "word": clean(imprint.word),
    }


def _ended(runs: Runs) -> Runs:
    """The list of 抄送 with the full stop that ends it (7.4.2)."""
    return runs if not runs or runs[-1][1].endswith("。") else [*runs, ("plain", "。")]


def properties_data(document: Document) -> Data:
    """What stands in the file's own properties; the date is the document's, not the machine's."""
    issuers = document.letterhead.issuers if document.letterhead else ()
    signed = document.sign_off.organisations if document.sign_off else ()
    date = document.date
    return {
        "title": clean(document.title).replace("\n", ""),
        "authors": [clean(name) for name in issuers] or [clean(plain_text(name)) for name in signed],
        "keywords": [f"{name}={clean(value)}" for name, value in document.properties.items()],
        "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
    }
