"""`python -m tests.truth`: every statement of many inspections worked out again, and what was found false.

python -m tests.truth                    the examples
python -m tests.truth --many 20          besides, 20 seeds of every conduct and gaming move, and 400 random bundles
python -m tests.truth FOLDER …           these bundles
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.truth import checkers as _checkers  # noqa: F401
from tests.truth.case import Case
from tests.truth.every_case import examples, many
from tests.truth.inspected import inspected
from tests.truth.laws import consistent
from tests.truth.ledger import Ledger, look
from tests.truth.needed import without


def main() -> int:
    """Prints what was checked and found false; 1 where anything was."""
    asked = argparse.ArgumentParser(prog="python -m tests.truth", description=__doc__.partition("\n")[0])
    asked.add_argument("bundles", nargs="*", type=Path)
    asked.add_argument("--many", type=int, default=0, metavar="N", help="Seeds of each conduct and move.")
    asked.add_argument("--framework", default="munro")
    asked.add_argument("--only", default="", help="Show faults only of what is about this.")
    asked.add_argument("--each", type=int, default=3, help="How many faults of a kind are shown.")
    words = asked.parse_args()
    missing = without()
    if missing:
        print(f"without a checker: {', '.join(missing)}")
    ledger = Ledger()
    with tempfile.TemporaryDirectory() as scratch:
        for case in _cases(words, Path(scratch)):
            look(case, ledger)
            consistent(case, ledger)
    _tell(ledger, words.only, words.each)
    return int(bool(ledger.faults))


def _cases(words: argparse.Namespace, scratch: Path) -> Iterator[Case]:
    if words.bundles:
        yield from (inspected(one, words.framework) for one in words.bundles)
        return
    yield from examples()
    if words.many:
        yield from many(words.many, scratch)


def _tell(ledger: Ledger, only: str, each: int) -> None:
    shown: Counter[tuple[str, str]] = Counter()
    for fault in ledger.faults:
        key = fault.about, "".join(letter for letter in fault.words if not letter.isdigit())[:40]
        shown[key] += 1
        if shown[key] <= each and only in fault.about:
            print(fault)
    print()
    print(", ".join(f"{count} {sort}" for sort, count in sorted(ledger.seen.items())))
    false = Counter((one.case, one.about, one.id, one.says) for one in ledger.faults)
    print(f"{ledger.seen['statements']} statements checked, {len(false)} found false")
    by = Counter(about for _, about, _, _ in false)
    for about, count in by.most_common():
        print(f"  {about}: {count} of {ledger.by.get(about, 0)}")


if __name__ == "__main__":
    sys.exit(main())
