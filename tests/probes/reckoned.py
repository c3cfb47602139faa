"""What the arithmetic answers, said by a case instead: what a probe makes of an answer can then be held to the last digit.

The arithmetic itself has tests of its own, in `tests/stats`.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import is_dataclass
from importlib import import_module
from itertools import cycle
from typing import Any, get_args, get_origin, get_type_hints
from unittest.mock import Mock, patch

import numpy as np


@contextmanager
def reckoned(case: dict[str, Any]) -> Iterator[None]:
    """The functions of `inspector.stats` that `case` names answer what it says, and have been asked what it says.

    `{flurry.flurry: {p_value: 0.01, …}}`; a list are answers in turn; `{asked: [[…]], answers: …}` holds the arguments of
    each call too, as plain numbers and lists.
    """
    with ExitStack() as stack:
        asked: list[tuple[str, Mock, list[Any]]] = []
        for name, answer in case.get("reckoned", {}).items():
            questions = answer.get("asked") if isinstance(answer, dict) else None
            answers = answer if questions is None else answer["answers"]
            module, function = name.split(".")
            home = import_module(f"inspector.stats.{module}")
            turns = answers if isinstance(answers, list) else [answers]
            made = cycle([_made(getattr(home, function), one) for one in turns])
            mock = stack.enter_context(patch.object(home, function, Mock(side_effect=lambda *_, it=made: next(it))))
            if questions is not None:
                asked.append((name, mock, questions))
        yield
        for name, mock, questions in asked:
            heard = [_plain(call.args) for call in mock.call_args_list]
            assert heard == questions, (name, heard)


def _made(function: Any, answer: Any) -> Any:
    """An answer as `function` gives it: a mapping are the fields of what it returns."""
    return _typed(get_type_hints(function)["return"], answer)


def _typed(hint: Any, value: Any) -> Any:
    kinds = get_args(hint) or (hint,)
    if isinstance(value, list):
        return tuple(_typed(kinds[0], one) for one in value) if get_origin(hint) is tuple else value
    if not isinstance(value, dict):
        return value
    kind = next(one for one in kinds if is_dataclass(one))
    hints = get_type_hints(kind)
    return kind(**{name: _typed(hints[name], one) for name, one in value.items()})


def _plain(value: Any) -> Any:
    """Arrays, tuples and counters as lists and mappings of plain numbers, with nine decimals."""
    if isinstance(value, np.ndarray | tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return dict(value)
    return round(float(value), 9) if isinstance(value, float | np.floating) else value
