"""How records that were submitted and do not count are told."""

from inspector.model.aside import Aside, told
from inspector.model.evidence import Rows


def aside(count: int, says: str, first: int = 2) -> Aside:
    rows = Rows(resource="log.csv", rows=tuple(range(first, first + count)))
    return Aside(reason="late", says=says, count=count, rows=(rows,))


def test_many_with_their_reasons() -> None:
    some = (aside(40, "entered late"), aside(18, "begun since the announcement", 50))
    assert told(some, 72, "small test", "small tests") == (
        "72 small tests were recorded; 58 are set aside: 40 entered late, 18 begun since the announcement."
    )


def test_one_of_one_for_one_reason() -> None:
    assert told((aside(1, "entered late"),), 1, "idea", "ideas") == "1 idea was recorded; 1 is set aside: entered late."


def test_nothing_set_aside_has_no_words() -> None:
    assert told((), 72, "idea", "ideas") == ""
