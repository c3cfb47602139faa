"""What `inspector framework check` says of the second corpus, whose writers had not seen a lint: every remark, file by file.

`python bench/corpus2/run.py [dev|held]` prints the remarks of each file beside what its writer expected, and the counts.
Whether a bad one was told of for the right reason is for a reader to say: README.md has that reading.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from tests.corpus import GENERAL, read, remarks  # noqa: E402

CORPUS = ROOT / "tests" / "frameworks" / "corpus2"


def main() -> None:
    """Prints what is said of each file, then how many are refused, remarked on or passed, by half."""
    halves = sys.argv[1:] or ["dev", "held"]
    counts: Counter[tuple[str, str, str]] = Counter()
    for file in sorted(CORPUS.glob("*/*.yaml")):
        body, sort = read(file), file.parent.name
        if body["half"] not in halves:
            continue
        with tempfile.TemporaryDirectory() as folder:
            said = [one for one in remarks(file, Path(folder)) if one.rule not in GENERAL]
        levels = {one.level for one in said}
        outcome = "refused" if "error" in levels else "remarked on" if levels else "passed"
        counts[body["half"], sort, outcome] += 1
        print(f"{sort}/{file.stem} ({body['half']}, {body['family']}): {outcome}\n  expected: {body['expect']}")
        print(*(f"  {one.level} [{one.rule}] {one.message}" for one in said), sep="\n")
    print(*(f"{half} {sort} {outcome}: {count}" for (half, sort, outcome), count in sorted(counts.items())), sep="\n")


if __name__ == "__main__":
    main()
