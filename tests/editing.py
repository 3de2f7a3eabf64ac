"""Texts with a mark where the cursor stands."""

from gongjian.editor.completion import Completion, complete
from gongjian.editor.neighbours import Neighbours
from gongjian.editor.positions import Position, units


def marked(text: str) -> tuple[str, Position]:
    """Take the mark out of a text; give where it stood."""
    before = text[: text.index("‸")]
    return text.replace("‸", ""), Position(before.count("\n"), units(before[before.rfind("\n") + 1 :]))


def complete_at(text: str, around: Neighbours | None = None) -> Completion:
    """Complete where the mark stands."""
    completion = complete(*marked(text), around)
    assert completion is not None
    return completion
