"""The checkers, a file for each part; every file here is imported, and registers what it checks."""

import importlib
import pkgutil

for _one in sorted(one.name for one in pkgutil.iter_modules(__path__)):
    importlib.import_module(f"{__name__}.{_one}")
