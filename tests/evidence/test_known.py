"""The file of what is known from the examples is what its maker makes now, and holds no text."""

import json

from evidence import make_known
from inspector.evidence.known import FILE, sources


def test_the_file_is_that_of_the_examples_as_they_are() -> None:
    assert FILE.read_text("utf-8") == make_known.made(), "run: python evidence/make_known.py"


def test_every_invented_example_is_there_and_no_real_figures_are() -> None:
    assert {one.name for one in sources()} == {
        "simulator", "brackenshire", "good-on-paper", "harrowmere", "quiet-improver",
    }  # fmt: skip


def test_no_words_stand_in_it() -> None:
    for one in json.loads(FILE.read_text("utf-8")):
        assert set(one) == {"name", "authority", "runs", "days", "lines"}
