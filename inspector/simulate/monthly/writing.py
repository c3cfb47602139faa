"""Submissions written out: a folder for each month, and the truth beside them all."""

import json
from pathlib import Path

from inspector.simulate.authority import Authority
from inspector.simulate.monthly.handed_in import Series
from inspector.simulate.writing import bundle
from inspector.writing import whole


def month_of(one: Authority) -> str:
    """The month at the end of which something was handed in, as its folder is called: `2025-04`."""
    years, months = divmod(one.start.year * 12 + one.start.month - 2 + one.months, 12)
    return f"{years}-{months + 1:02}"


def write(series: Series, folder: Path) -> tuple[Path, ...]:
    """Write a bundle for each month into `folder`, which is made, and the truth to `folder.truth.json`. Raises OSError."""
    truth = json.dumps(series[-1].truth, indent=2, ensure_ascii=False) + "\n"
    with whole.opened(folder.parent / f"{folder.name}.truth.json") as file:
        file.write(truth.encode())
        file.flush()
        with whole.folder(folder) as part:
            for one in series:
                (part / month_of(one)).mkdir()
                bundle(one, part / month_of(one), f"{folder.name}-{month_of(one)}")
    return tuple(folder / month_of(one) for one in series)
