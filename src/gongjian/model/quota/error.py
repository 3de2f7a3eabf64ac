"""What is said when a quota cannot be read."""

from __future__ import annotations


class QuotaError(ValueError):
    """A text that is not a quota, the place where reading failed, and a way out.

    `offset` and `length` count characters of `text`; a length of 0 points between two of them.
    """

    def __init__(self, text: str, offset: int, length: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.text = text
        self.offset = offset
        self.length = length
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[QuotaError], tuple[str, int, int, str, str]]:
        return type(self), (self.text, self.offset, self.length, self.message, self.hint)
