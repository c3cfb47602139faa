"""Run as a program: the answer about bundles under a locale, as a notebook would ask for it. Prints one digest a bundle.

python answers.py LOCALE BUNDLE...
"""

import hashlib
import locale
import sys
from datetime import date
from pathlib import Path

from inspector import inspection
from inspector.report.document.make import document
from inspector.report.document.written import written
from inspector.values.dates import Dates


def main(name: str, bundles: list[str]) -> None:
    locale.setlocale(locale.LC_ALL, name)
    print("May is called", date(2024, 5, 1).strftime("%B"), file=sys.stderr)
    dates = Dates.of(["5 February 2024", "05-Feb-24"])
    print(*(dates.read(text) for text in sorted(dates.cells, reverse=True)))
    for bundle in bundles:
        found = inspection.assess(Path(bundle))
        print(Path(bundle).name, hashlib.sha256(written(document(found)).encode()).hexdigest())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
