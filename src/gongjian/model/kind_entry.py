"""Kinds of activity that a policy pack or a repository adds, as they stand in a file."""

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from gongjian.model.base import Model, Text, Texts, entry
from gongjian.model.kinds import DEFAULT_KINDS, Kind, KindError
from gongjian.model.script import simplified


class KindEntry(Model, title="活动类型"):
    """A kind of activity; of a kind that is known already, what is said here is added to it."""

    name: Text = entry("名称", "通行的名称", "田园研学课")
    of: Texts = entry("上级", "它算哪一类活动", "研学实践", ["公开课", "研学实践"], default=())
    aliases: Texts = entry("别名", "同一件事的别的叫法", ["乡土研学课"], default=())

    def kind(self) -> Kind:
        """The kind itself, its names in Simplified characters."""
        names = (simplified(self.name), tuple(map(simplified, self.of)), tuple(map(simplified, self.aliases)))
        return Kind(*names)


def refuse_contradictions(entries: tuple[KindEntry, ...]) -> tuple[KindEntry, ...]:
    """Pass on entries that agree with the known kinds and with each other.

    Raises:
        PydanticCustomError: they do not.
    """
    try:
        DEFAULT_KINDS.extended(each.kind() for each in entries)
    except KindError as error:
        raise PydanticCustomError(
            "contradiction", "：{reason}", {"reason": str(error), "hint": "改名称，或者改上级"}
        ) from None
    return entries


KindEntries = Annotated[tuple[KindEntry, ...], AfterValidator(refuse_contradictions)]
