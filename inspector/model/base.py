"""What every noun of the model shares: frozen, closed to unknown fields, shown in a line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from inspector.model.words import short

FEW = 6
"""So many items of a collection are shown; of a longer one, how many there are."""
LONGEST = 400
"""Characters of a `repr`."""


_ALWAYS = (("__pydantic_extra__", None), ("__pydantic_private__", None))
_NOTHING = frozenset[str]()


class Noun(BaseModel):
    """A frozen value. Validators are built at first use, which keeps start-up short.

    Its `repr` is a line for people: what was never given is left out, long texts and collections are cut short. The whole of
    it is in its fields, and in `model_dump()`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def each(cls, values: Iterable[Mapping[str, Any]]) -> tuple[Self, ...]:
        """Many of these, as many calls make them, in half the time. Raises ValidationError as a call does."""
        cls.model_rebuild()
        make = cls.__pydantic_validator__.validate_python
        return tuple([make(one) for one in values])

    @classmethod
    def unchecked(cls, values: dict[str, Any]) -> Self:
        """One of all its values, whose types were held already: in a third of the time that `model_construct` takes."""
        made = cls.__new__(cls)
        for name, value in (("__dict__", values), *_ALWAYS):
            object.__setattr__(made, name, value)
        object.__setattr__(made, "__pydantic_fields_set__", values.keys() | _NOTHING)
        return made

    def __repr__(self) -> str:
        text = super().__repr__()
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 2]}…)"

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Names and values for `repr`, `str` and whoever prints prettily."""
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            if name not in fields or value != fields[name].default:
                yield name, _cut(value)


class _Shown(str):
    """Text that is its own `repr`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _cut(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= 80 and value.isprintable() else _Shown(repr(short(value)))
    if isinstance(value, tuple | list | Mapping) and len(value) > FEW:
        return _Shown(f"<{len(value)} {'fields' if isinstance(value, Mapping) else 'items'}>")
    return value
