"""What a register and receipts say of earlier submissions: which, when they came, and only what leads to what was signed."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from inspector.model.evidence import Evidence
from inspector.model.held import Held
from inspector.model.problems import CannotComplete
from inspector.model.register import SubmissionBody
from inspector.register import keys, receipts
from inspector.register.book import opened
from inspector.register.entries import Draft
from inspector.register.recalled import recalled


def root(number: int) -> str:
    return f"sha256:{number:064x}"


def held(number: int) -> Held:
    day = date(2025, number, 28)
    return Held(
        authority="Nowhere", period_start=date(2024, 1, 1), period_end=day, received_on=day, root=root(number), salt="s"
    )


def draft(number: int, authority: str = "Nowhere") -> Draft:
    one = held(number)
    body = SubmissionBody(
        root=root(number), digest="0" * 64, period_start="2024-01-01", period_end=one.period_end.isoformat()
    )
    return Draft(
        "submission", authority, body, contents=(("held.json", one.model_dump_json(exclude_defaults=True).encode()),)
    )


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Submissions of January to April, each entered in the month after it, and one of somebody else."""
    place = tmp_path / "register.db"
    signer = keys.new(tmp_path / "register.key")
    with opened(str(place), make=True) as book:
        for number in range(1, 5):
            book.append([draft(number)], signer, now=f"2025-{number + 1:02}-14T09:00:00Z")
        book.append([draft(9, "Elsewhere")], signer, now="2025-06-14T09:00:00Z")
        receipt = receipts.written(book.receipt(1))
    (tmp_path / "two.json").write_text(receipt, encoding="utf-8")
    return place


def judged(number: int, submitted: date | None = None) -> Evidence:
    one = held(number)
    return Evidence(
        authority="NOWHERE", period_start=one.period_start, period_end=one.period_end, submitted_at=submitted, digest="1" * 64,
        root=one.root,
    )  # fmt: skip


def days(found: tuple[Held, ...]) -> dict[str | None, tuple[str, str, int | None]]:
    return {one.root: (one.received_on.isoformat(), one.received_by, one.entry) for one in found}


def test_a_register_tells_what_came_before_the_submission_that_is_judged(register: Path) -> None:
    recall = recalled(str(register))
    assert recall is not None
    assert days(recall(judged(3), ())) == {
        root(1): ("2025-02-14", "register", 0),
        root(2): ("2025-03-14", "register", 1),
        root(3): ("2025-04-14", "register", 2),
    }


def test_of_one_that_it_does_not_know_it_tells_what_came_by_the_day_that_is_stated(register: Path) -> None:
    recall = recalled(str(register))
    assert recall is not None
    other = judged(3).model_copy(update={"root": root(77), "submitted_at": date(2025, 3, 14)})
    assert set(days(recall(other, ()))) == {root(1), root(2)}
    before = other.model_copy(update={"submitted_at": date(2025, 3, 13)})
    assert set(days(recall(before, ()))) == {root(1)}


def test_a_receipt_dates_the_bundle_that_it_is_for_and_no_other(register: Path) -> None:
    proof, key = register.with_name("two.json"), register.with_suffix(".pub")
    recall = recalled(None, [proof], key)
    assert recall is not None
    assert days(recall(judged(4), (held(1), held(2)))) == {
        root(1): ("2025-01-28", "manifest", None),
        root(2): ("2025-03-14", "receipt", 1),
    }
    assert days(recall(judged(2), ()))[root(2)] == ("2025-03-14", "receipt", 1)
    with pytest.raises(CannotComplete, match="none of the bundles"):
        recall(judged(4), (held(1),))
    with pytest.raises(CannotComplete, match="public key"):
        recalled(None, [proof])


def test_an_entry_that_does_not_lead_to_what_was_signed_dates_nothing(register: Path) -> None:
    with sqlite3.connect(register) as base:
        base.execute("update register_entries set text = replace(text, '2025-02-14', '2024-02-14') where number = 0")
    recall = recalled(str(register))
    assert recall is not None
    with pytest.raises(CannotComplete):
        recall(judged(3), ())
