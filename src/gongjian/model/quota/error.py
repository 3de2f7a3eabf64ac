"""What is said when a quota cannot be read."""

from __future__ import annotations


class QuotaError(ValueError):
    """A text that is not a quota, the place where reading failed, and a way out.

    `offset` and `length` count characters of `text`; a length of 0 points between two of them.
    `instead` is what was probably meant there, `sure` that nothing else can have been.
    """

    def __init__(
        self,
        text: str,
        offset: int,
        length: int,
        message: str,
        hint: str,
        instead: str = "",
        *,
        sure: bool = False,
    ) -> None:
        super().__init__(message)
        self.text = text
        self.offset = offset
        self.length = length
        self.message = message
        self.hint = hint
        self.instead = instead
        self.sure = sure

    def __reduce__(self) -> tuple[object, ...]:
        facts = (self.text, self.offset, self.length, self.message, self.hint, self.instead)
        return type(self), facts, {"sure": self.sure}
