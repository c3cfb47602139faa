"""Columns that hold what they say: SQLite keeps in any of them whatever somebody else puts there."""

from typing import Any, ClassVar

from sqlalchemy import Integer, LargeBinary, String, Text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.types import TypeDecorator, TypeEngine

LARGEST = 2**31 - 1
"""What a number of PostgreSQL can be at most."""


class OfAnotherType(SQLAlchemyError):
    """A value is of another type than its column, or beyond what it can be."""


class _Held(TypeDecorator[Any]):
    """A column that is read as one Python type, or not at all."""

    python: ClassVar[type]

    def process_result_value(self, value: Any, dialect: Any) -> Any:  # noqa: ARG002
        """The value, if it is what the column holds. Raises OfAnotherType."""
        if value is not None and (type(value) is not self.python or (type(value) is int and not 0 <= value <= LARGEST)):
            raise OfAnotherType("a value is of another type than its column")
        return value


class Number(_Held):
    """A whole number from 0."""

    impl: "type[TypeEngine[Any]]" = Integer
    python = int
    cache_ok = True


class Words(_Held):
    """A text of any length."""

    impl: "type[TypeEngine[Any]]" = Text
    python = str
    cache_ok = True


class Word(_Held):
    """A text of a length."""

    impl: "type[TypeEngine[Any]]" = String
    python = str
    cache_ok = True


class Bytes(_Held):
    """Bytes."""

    impl: "type[TypeEngine[Any]]" = LargeBinary
    python = bytes
    cache_ok = True
