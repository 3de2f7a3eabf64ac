"""Guess what was meant, and say it."""

from collections.abc import Iterable
from difflib import get_close_matches

from gongjian.model.script import simplified


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that is most like the given one, or None; a word in Traditional characters may be meant."""
    matches = get_close_matches(simplified(word), list(known), n=1, cutoff=0.55)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Say “你是不是想写 …”, or what else may help."""
    match = nearest(word, known)
    return f"你是不是想写“{match}”？" if match else otherwise


def listed(words: Iterable[str], most: int = 12) -> str:
    """List words for a message, not too many."""
    words = list(words)
    return "、".join(words[:most]) + (f" 等 {len(words)} 项" if len(words) > most else "")
