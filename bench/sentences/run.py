"""How many of the sentences in `tests/lints/strangers.yaml` are refused, queried or let be, by list and half.

`python bench/sentences/run.py` prints the counts; `--show` adds the sentences of the half for mending that are judged wrongly.
Those of the half for measuring are never printed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.lints.stranger import Half, of, said


def main() -> None:
    """One line for each list and half; false alarms and sentences not told, if they are asked for."""
    halves: tuple[Half, ...] = ("mend", "measure")
    for sort in ("good", "bad"):
        for half in halves:
            found = [(place, words, said(place, words)) for place, words in of(sort, half)]
            refused = sum(any(level == "error" for level, _ in one) for *_, one in found)
            told = sum(bool(one) for *_, one in found)
            print(f"{sort} {half}: of {len(found)}, {refused} refused, {told - refused} queried alone")
            if "--show" in sys.argv and half == "mend":
                wrong = [one for one in found if bool(one[2]) == (sort == "good")]
                print(*(f"  {place}: {words} {sorted(remarks)}" for place, words, remarks in wrong), sep="\n")


if __name__ == "__main__":
    main()
