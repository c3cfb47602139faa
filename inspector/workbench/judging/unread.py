"""How many cases of a framework could not be read, beside those that could."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from inspector.framework.case_tables import rows
from inspector.framework.files import named_yaml, shown
from inspector.framework.yaml_source import load
from inspector.model.cases import Case
from inspector.model.judging import Unread
from inspector.model.problems import CannotComplete


def unread(folder: Path, read: Iterable[Case]) -> Unread:
    """What stands in `tests/` of the framework in `folder` and is not among the cases of its own that were `read`.

    A row of a table is a case. Of a file that cannot be read at all nobody knows how many it has: such files are counted.
    """
    cases = files = 0
    for name in named_yaml(folder, "tests"):
        try:
            value: Any = load(folder / name, shown(folder, name)).value
        except CannotComplete:
            files += 1
            continue
        cases += sum(map(rows, value)) if isinstance(value, list) else 0
        files += not isinstance(value, list)
    return Unread(cases=cases - sum(not case.of for case in read), files=files)
