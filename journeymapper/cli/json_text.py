"""JSON of results for scripts: every digit, names beside ids, messages in the reader's language."""

import json
import math
from typing import TYPE_CHECKING

import msgspec

from journeymapper.model.messages import Message

if TYPE_CHECKING:
    from journeymapper.language.language import Language


def json_text(value: object, language: "Language") -> str:
    """Indented JSON of dicts, lists, structs and messages; a number that is not finite becomes null."""
    return json.dumps(plain(value, language), ensure_ascii=False, indent=2, allow_nan=False)


def plain(value: object, language: "Language") -> object:
    """A value as JSON knows it; the fields of a struct in their order."""
    if isinstance(value, Message):
        return language.message(value)
    if isinstance(value, msgspec.Struct):
        return {name: plain(getattr(value, name), language) for name in value.__struct_fields__}
    if isinstance(value, dict):
        return {str(key): plain(item, language) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item, language) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, str | int | float | bool | None) else str(value)
