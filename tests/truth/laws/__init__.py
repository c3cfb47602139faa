"""Laws over a finished inspection: what no two of its sentences may say, whatever each says."""

import importlib
import pkgutil
from collections.abc import Callable

from tests.truth.case import Case, Said
from tests.truth.ledger import Ledger, See

Law = Callable[[Case, See], None]
LAWS: list[Law] = []


def law(one: Law) -> Law:
    """Registers a law."""
    LAWS.append(one)
    return one


def consistent(case: Case, ledger: Ledger) -> None:
    """Asks every law about an inspection."""
    for one in LAWS:
        said = Said(f"law/{one.__name__}", case.name, (one.__doc__ or "").partition("\n")[0], {})
        one(case, ledger.of(case, said))


for _one in sorted(one.name for one in pkgutil.iter_modules(__path__)):
    importlib.import_module(f"{__name__}.{_one}")
