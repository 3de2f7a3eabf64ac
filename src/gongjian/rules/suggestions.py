"""Guess what was meant, and say it."""

from collections.abc import Iterable
from difflib import get_close_matches

from gongjian.model.finding import Mend
from gongjian.model.kinds import Kinds
from gongjian.model.script import simplified
from gongjian.model.spelling import meant


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that is most like the given one, or None; a word in Traditional characters may be meant."""
    matches = get_close_matches(simplified(word), list(known), n=1, cutoff=0.55)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Say “你是不是想写 …”, or what else may help."""
    return asked(mend_of(word, known), otherwise)


def mend_of(word: str, known: Iterable[str]) -> Mend | None:
    """Give the known word to write instead, or None where none is like it."""
    known = list(known)
    if certain := meant(simplified(word), known):
        return Mend(word, certain, sure=True)
    match = nearest(word, known)
    return Mend(word, match) if match else None


def kind_mend(word: str, kinds: Kinds) -> Mend | None:
    """Give the kind of activity to write instead, by its canonical name; None where none is like it."""
    certain = meant(simplified(word), (name for kind in kinds for name in (kind.name, *kind.aliases)))
    if certain and (name := kinds.canonical(certain)):
        return Mend(word, name, sure=True)
    near = kinds.nearest(word)
    return Mend(word, near[0]) if near else None


def asked(mend: Mend | None, otherwise: str) -> str:
    """Say “你是不是想写 …”, or what else may help."""
    return f"你是不是想写“{mend.new}”？" if mend else otherwise


def listed(words: Iterable[str], most: int = 12) -> str:
    """List words for a message, not too many."""
    words = list(words)
    return "、".join(words[:most]) + (f" 等 {len(words)} 项" if len(words) > most else "")
