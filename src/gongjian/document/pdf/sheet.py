"""Where the text stands on a sheet that Typst sets, in twips."""

from dataclasses import dataclass
from typing import Self

from gongjian.document.layout import Profile

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

        A profile with a higher text block allows for Word, which puts half of a line's gap above
        the first line and half below the last; Typst puts none.
        """
        height = min(profile.text_height, _TEXT_HEIGHT)
        return cls(
            profile.top + (profile.text_height - height) // 2, profile.left, profile.text_width, height
        )
