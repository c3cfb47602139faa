"""To remember what was worked out of an object whose value would be too long to compare: a framework, its vocabulary."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """A key for `lru_cache` that equals only a key of the very same object, and keeps that object for as long as it is one."""

    __slots__ = ("of",)

    def __init__(self, of: T) -> None:
        self.of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.of is other.of

    def __hash__(self) -> int:
        return id(self.of)
