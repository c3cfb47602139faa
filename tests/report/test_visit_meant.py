"""Every word that `inspector visit` prints of a row or claim can be asked for."""

from typing import get_args

from inspector.model.visits import Proved, Seen
from inspector.report.explained import explained
from inspector.report.visit_meant import names
from tests.inspected import rulebook


def test_every_word_of_a_row_and_of_a_claim_has_a_text() -> None:
    states = get_args(Proved.model_fields["state"].annotation)
    assert {*get_args(Seen), *states} <= set(names())


def test_each_is_explained_by_its_name() -> None:
    framework = rulebook("munro").framework
    for name in names():
        assert explained(name, framework).startswith(f"{name} (word of a visit)"), name
