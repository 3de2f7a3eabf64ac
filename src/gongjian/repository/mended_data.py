"""Does a file that was mended say what it said before, but for the words that were mended?"""

from collections.abc import Sequence

from gongjian.model.finding import Mend
from gongjian.model.script import simplified
from gongjian.source.nodes import Data


def same_but_for(before: Data, after: Data, mends: Sequence[Mend]) -> bool:
    """Tell whether two contents are the same, but for keys and texts that were mended."""
    if isinstance(before, dict) and isinstance(after, dict):
        return len(before) == len(after) and all(
            _same_words(key, new, mends) and same_but_for(before[key], after[new], mends)
            for key, new in zip(before, after, strict=True)
        )
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(
            same_but_for(*pair, mends) for pair in zip(before, after, strict=True)
        )
    if isinstance(before, str) and isinstance(after, str):
        return _same_words(before, after, mends)
    return before == after


def _same_words(before: str, after: str, mends: Sequence[Mend]) -> bool:
    """Tell whether words are the same, or one of the mends leads from the ones to the others, maybe more than once."""
    if before == after:
        return True
    return any(_leads_to(simplified(before), simplified(after), mend) for mend in mends)


def _leads_to(before: str, after: str, mend: Mend) -> bool:
    old, new = simplified(mend.old), simplified(mend.new)
    parts = before.split(old)
    tails = {parts[0]}
    for part in parts[1:]:
        tails = {tail + word + part for tail in tails for word in (old, new) if after.startswith(tail + word)}
    return after in tails
