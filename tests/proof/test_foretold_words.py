"""What is said of a gain that was foretold: by which tests, and which of them were given up."""

from datetime import date

from inspector.proof.foretold import foretold
from tests.proof.committing import asked, held_on, submission, test_of

BEGUN = date(2024, 12, 5)


def told(*decisions: str) -> tuple[tuple[str, ...], str]:
    log = tuple(
        test_of(started_on=BEGUN, decision=decision).model_copy(update={"id": f"t{n}", "row": n + 1})
        for n, decision in enumerate(decisions, 1)
    )
    evidence = submission(gain=True, log=log)
    (one,) = foretold(asked(evidence, [held_on(date(2025, 1, 14), evidence, log=log)]))
    return one.tests, one.says


def test_of_kept_tests_nothing_more_is_said() -> None:
    ids, says = told("adopt", "adapt")
    assert ids == ("t1", "t2")
    assert says.endswith("So does t2, in time.")


def test_a_test_that_was_given_up_comes_last_and_is_said_to_be() -> None:
    ids, says = told("abandon", "adopt")
    assert ids == ("t2", "t1")
    assert says.endswith("So does t1, in time. t1 was given up since.")


def test_where_all_were_given_up_each_is_named() -> None:
    ids, says = told("abandon", "abandon")
    assert ids == ("t1", "t2")
    assert says.endswith("t1 and t2 were given up since.")


def test_more_than_three_are_counted() -> None:
    _, says = told(*["abandon"] * 5)
    assert says.endswith("t1, t2, t3 and 2 others were given up since.")
