"""What a register and receipts say of earlier submissions: which, when they came, and only what leads to what was signed."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from inspector.model.evidence import Evidence
from inspector.model.held import Held
from inspector.model.problems import CannotComplete
from inspector.model.register import SubmissionBody
from inspector.register import heads, keys, receipts
from inspector.register.book import opened
from inspector.register.entries import Draft
from inspector.register.proven import Known, Seen, head_beside, proven
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
    other = judged(2).model_copy(update={"root": root(77), "submitted_at": date(2025, 3, 13)})
    assert set(days(recall(other, ()))) == {root(1)}


def test_a_submission_that_states_a_day_long_before_what_it_tells_of_hides_nothing_by_it(register: Path) -> None:
    recall = recalled(str(register))
    assert recall is not None
    other = judged(3).model_copy(update={"root": root(77), "submitted_at": date(2024, 1, 1)})
    assert set(days(recall(other, ()))) == {root(1), root(2)}


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


FORGED = """insert into register_entries select {number}, kind, entered_at, authority, root,
    replace(text, '2025-02-14', '2024-02-14'), leaf from register_entries where number = 0"""
CUT = (
    "delete from register_entries where number > 2",
    "delete from register_checkpoints where size > 3",
    "delete from register_signatures where size > 3",
)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([FORGED.format(number=5)], id="a row more that says it is entry 0"),
        pytest.param(["update register_entries set authority = 'x' where number = 1"], id="hidden by its authority"),
        pytest.param(["update register_entries set kind = 'visit' where number = 1"], id="hidden by its kind"),
        pytest.param(["delete from register_entries where number = 1"], id="taken away"),
        pytest.param(["delete from register_entries where number > 2"], id="cut off"),
        pytest.param(list(CUT), id="cut off with what was signed"),
        pytest.param(["update register_keys set public = 'x'"], id="another key"),
        pytest.param(["delete from register_keys"], id="no key"),
        pytest.param(["update register_contents set data = 'text'"], id="a content of another type"),
        pytest.param(["update register_contents set bytes = 9223372036854775807"], id="a content of any size"),
    ],
)
def test_nothing_is_recalled_from_a_register_that_was_altered(register: Path, changes: list[str]) -> None:
    with sqlite3.connect(register) as base:
        for change in changes:
            base.execute(change)
    recall = recalled(str(register))
    assert recall is not None
    with pytest.raises(CannotComplete):
        recall(judged(3), ())


def test_what_was_read_before_is_not_read_again_and_what_came_since_is(register: Path) -> None:
    known: Known = {}
    with opened(str(register)) as book, book.snapshot():
        proven(book, known)
    assert [one.size for one in known.values()] == [5]
    with opened(str(register)) as book:
        book.append([draft(5)], keys.load(None, str(register)), now="2025-07-14T09:00:00Z")
    recall = recalled(str(register), known=known)
    assert recall is not None
    assert len(recall(judged(5), ())) == 5
    assert [one.size for one in known.values()] == [6]
    with sqlite3.connect(register) as base:
        base.execute("update register_entries set kind = 'visit' where number = 5")
    with pytest.raises(CannotComplete, match="columns"):
        recalled(str(register), known={str(register): Seen()})(judged(5), ())  # type: ignore[misc]


def test_the_key_that_lies_beside_a_register_has_to_be_its_own(register: Path) -> None:
    register.with_suffix(".pub").unlink()
    keys.new(register.with_name("other.key"))
    register.with_name("other.pub").rename(register.with_suffix(".pub"))
    recall = recalled(str(register))
    assert recall is not None
    with pytest.raises(CannotComplete, match="the key beside it is another"):
        recall(judged(3), ())


def test_what_is_entered_while_a_register_is_held_to_its_head_is_no_damage(register: Path) -> None:
    # As on a server, where nobody waits for who reads: the head is then of more entries than the moment that is read.
    before = head_beside(str(register))
    larger = register.with_suffix(".head").read_text(encoding="utf-8")
    for change in CUT:
        with sqlite3.connect(register) as base:
            base.execute(change)
    register.with_suffix(".head").unlink()
    with opened(str(register)) as book, book.snapshot():
        smaller = heads.Head(book.checkpoint())  # type: ignore[arg-type]
        register.with_suffix(".head").write_text(larger, encoding="utf-8")
        proven(book, None, smaller)
        with pytest.raises(CannotComplete, match="entries are missing"):
            proven(book, None, before)


def test_a_register_that_somebody_signed_anew_is_refused_by_whoever_holds_the_key(
    register: Path, tmp_path: Path
) -> None:
    keys.new(tmp_path / "another.key")
    own = recalled(str(register), signed_by=tmp_path / "register.pub")
    assert own is not None
    assert len(own(judged(3), ())) == 3
    another = recalled(str(register), signed_by=tmp_path / "another.pub")
    assert another is not None
    with pytest.raises(CannotComplete) as refused:
        another(judged(3), ())
    assert [one.rule for one in refused.value.problems] == ["wrong-register-key"]
