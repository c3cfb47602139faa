"""The second corpus: frameworks by people who had not seen a lint, each with why it is bad or good, and in two halves.

The half `dev` may be looked at by whoever mends lints; `held` is for measuring alone. `bench/corpus2` says what is told of each.
"""

import re
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus2"
HEADS = {
    file: dict(re.findall(r"^(why|family|half|expect|trap): (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE))
    for file in sorted(CORPUS.glob("*/*.yaml"))
}


def test_there_are_enough_of_each() -> None:
    assert sum(file.parent.name == "bad" for file in HEADS) >= 100
    assert sum(file.parent.name == "good" for file in HEADS) >= 60
    assert sum("trap" in head for file, head in HEADS.items() if file.parent.name == "good") >= 40


def test_each_says_why_it_is_there_and_what_would_be_told_of_it() -> None:
    assert {file.stem for file, head in HEADS.items() if not {"why", "family", "half", "expect"} <= set(head)} == set()
    assert {head["half"] for head in HEADS.values()} == {"dev", "held"}


def test_the_halves_are_fixed() -> None:
    held = sum(head["half"] == "held" for head in HEADS.values())
    assert 0.4 <= held / len(HEADS) <= 0.65
