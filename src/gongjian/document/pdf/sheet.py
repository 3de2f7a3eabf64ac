"""Where the text stands on a sheet that Typst sets, in twips."""

from dataclasses import dataclass
from typing import Self

from gongjian.document.layout import COMMON, Profile

_TEXT_HEIGHT = 12756
"""225 mm, the height of the 版心 (5.2.1)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The block of text that ink fills, from the first line's top to the last line's foot."""

    top: int
    left: int
    text_width: int
    text_height: int

    @classmethod
    def of(cls, profile: Profile) -> Self:
        """The sheet of a profile.

        A profile with a higher text block allows for Word, which leaves room above the first line and
        below the last so that the ink stands where the standard's 版心 is; Typst leaves none.
        """
        allows = profile.text_height > _TEXT_HEIGHT
        top, height = (COMMON.top, _TEXT_HEIGHT) if allows else (profile.top, profile.text_height)
        return cls(top, profile.left, profile.text_width, height)
