"""Quotas as fields of Pydantic models: read from one line of text, written in canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from gongjian.model.quota.error import QuotaError
from gongjian.model.quota.grammar import parse_quantity, parse_quota
from gongjian.model.quota.scanner import MAX_LENGTH
from gongjian.model.quota.value import Quota, VagueQuota

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema, PydanticCustomError

ANY_NUMERAL: Final = "[0-9０-９〇零一二两兩三四五六七八九十百千半]"
"""What every quota contains; the most that a JSON Schema pattern can tell an editor."""


class QuantityText:
    """Marks a field whose text is read by `parse`; pydantic is loaded only when a model asks."""

    def __init__(
        self, parse: Callable[[str], object], accepted: tuple[type, ...], **json_schema: object
    ) -> None:
        self.parse = parse
        self.accepted = accepted
        self.json_schema = {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH} | json_schema

    def validate(self, value: object) -> object:
        """Take a quantity as it is and read a text.

        Raises:
            PydanticCustomError: of type "quota", with message, hint, offset and length as context.
        """
        if isinstance(value, self.accepted):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)  # quota: 2, which YAML reads as a number, lacks its unit
        if not isinstance(value, str):
            raise _custom_error(QuotaError("", 0, 0, "指标要写成一行文字", "例如 ≥2次/学期"))
        try:
            return self.parse(value)
        except QuotaError as error:
            raise _custom_error(error) from None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            self.validate, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        from gongjian.model.quota.pattern import quantity_pattern

        return {"pattern": quantity_pattern(), **self.json_schema}


def _parse_vague(text: str) -> VagueQuota:
    quantity = parse_quantity(text)
    if isinstance(quantity, VagueQuota):
        return quantity
    raise QuotaError(text, 0, len(text), "这里有数字，不是含糊的说法", "写进 quota 就能核对")


_FACTS: Final = ("message", "hint", "offset", "length", "instead", "sure")


def _custom_error(error: QuotaError) -> PydanticCustomError:
    from pydantic_core import PydanticCustomError

    context = {name: getattr(error, name) for name in ("text", *_FACTS)}
    return PydanticCustomError("quota", "{message}", context)


_EXAMPLES: Final = ["≥2次/学期", "1-2人/学年/校", "=3年/人", "≤50岁", "≥10%/学年"]

QUOTA_TEXT: Final = QuantityText(parse_quota, (Quota,), pattern=ANY_NUMERAL, examples=_EXAMPLES)
VAGUE_TEXT: Final = QuantityText(_parse_vague, (VagueQuota,), examples=["定期", "若干人/学期"])
QUANTITY_TEXT: Final = QuantityText(parse_quantity, (Quota, VagueQuota), examples=[*_EXAMPLES, "定期"])

Quantity = Annotated[Quota | VagueQuota, QUANTITY_TEXT]
"""A field that takes a quota or a vague word, so that a rule can ask for the number later."""
