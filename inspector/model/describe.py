"""How a signal or probe describes the fields of its facts, one maker for each sort of field.

Each is a `Field` with what goes without saying of its sort: a count is a whole number from 0 on, a share and a probability lie
between 0 and 1. `at_most`, `better` and `worse` take words parted by spaces.
"""

from typing import Any

from inspector.model.facts import Field, Role


def count(name: str, says: str, role: Role, unit: str, **more: Any) -> Field:
    """A whole number of something, from 0 on."""
    return _field(name, says, "integer", role=role, unit=unit, **{"least": 0, **more})


def amount(name: str, says: str, role: Role, unit: str, **more: Any) -> Field:
    """A number of any size in some unit."""
    return _field(name, says, "number", role=role, unit=unit, **more)


def share(name: str, says: str, role: Role, **more: Any) -> Field:
    """A part of a whole, 0 to 1."""
    return _field(name, says, "number", role=role, unit="share", least=0, most=1, **more)


def change(name: str, says: str, role: Role, **more: Any) -> Field:
    """A share less an earlier share, -1 to 1."""
    return _field(name, says, "number", role=role, unit="change of a share", least=-1, most=1, **more)


def probability(name: str, says: str, **more: Any) -> Field:
    """How probable something is, 0 to 1: how sure one may be."""
    return _field(name, says, "number", role="doubt", unit="probability", least=0, most=1, **more)


def choice(name: str, says: str, choices: tuple[str, ...], role: Role, **more: Any) -> Field:
    """One word of a closed vocabulary."""
    return _field(name, says, "string", role=role, choices=choices, **more)


def text(name: str, says: str, role: Role, **more: Any) -> Field:
    """An id, a title or words."""
    return _field(name, says, "string", role=role, **more)


def day(name: str, says: str, role: Role, **more: Any) -> Field:
    """A date."""
    return _field(name, says, "date", role=role, **more)


def flag(name: str, says: str, role: Role, **more: Any) -> Field:
    """True or false; `good` is `up` where true speaks for improvement (of doubt: leaves less of it), `down` where false does."""
    return _field(name, says, "boolean", role=role, **more)


def only(where: str, words: str) -> tuple[str, tuple[str, ...]]:
    """That a field is there only where another has one of these words, parted by spaces: for `only_where`."""
    return where, tuple(words.split())


_WORDS = ("at_most", "better", "worse")


def _field(name: str, says: str, type: str, **more: Any) -> Field:
    words = {key: tuple(more[key].split()) for key in _WORDS if key in more}
    return Field.model_validate({"name": name, "says": says, "type": type, **more, **words})
