"""What stands of a visit, as cases that an inspector reads, and as laws of what may not matter."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.model.problems import CannotComplete
from inspector.model.visits import Entry
from inspector.proof.chain import linked
from inspector.proof.recording import Draft
from inspector.proof.standing import proving_order, stands
from tests.proof.recorded import CLAIMS, InMemory, draft, keys_of, says, visit, write

CASES = yaml.safe_load((Path(__file__).parent / "standing.yaml").read_text(encoding="utf-8"))
SEEN = ("seen", "partly", "not-seen", "could-not-look")


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    where = visit(seed_known=case.get("seed_known", False))
    files: dict[str, InMemory] = {}
    refused: Counter[str] = Counter()
    for one in case["found"]:
        file = files.setdefault(one["by"], InMemory(one["by"], where.plan.seal))
        keys = keys_of(where, one["rows"])
        drafts = [draft(key, one["seen"], but=one.get("but"), leave=one.get("leave", ())) for key in keys]
        done = write(file, where, drafts, keys if one.get("correct") else ())
        refused.update(problem.rule for problem in done.refused)
    assert refused == case.get("refused", {})
    found = stands(where, [entry for file in files.values() for entry in file.entries])
    for name in CLAIMS:
        claim = next(one for one in found.claims if one.claim == CLAIMS[name])
        told = claim.proved.model_dump() | claim.model_dump()
        for field, value in case.get(name, {}).items():
            wanted = keys_of(where, value)[0] if field == "waits_for" else value
            assert told[field] == wanted, (name, field, told[field])
    rows = found.rows
    told_rows = {
        "left": list(found.left),
        "wrong": [row.key for row in rows if row.wrong],
        "conflicts": [row.key for row in rows if row.conflict],
        "corrected": [one.about for one in found.corrected],
    }
    for name, keys in told_rows.items():
        if name in case:
            assert sorted(keys) == sorted(key for text in case[name] for key in keys_of(where, text)), name
    for name, fields in (
        ("differs", {row.key: row.differs for row in rows}),
        ("missing", {r.key: r.missing for r in rows}),
    ):
        if name in case:
            wanted_fields = {keys_of(where, text)[0]: tuple(names) for text, names in case[name].items()}
            assert {key: names for key, names in fields.items() if names} == wanted_fields
    for by, many in case.get("entries", {}).items():
        assert len(files[by].entries) == many


VISIT = visit(second=4)
KEYS = list(VISIT.drawn)
WRITTEN = st.tuples(
    st.sampled_from(("Ann", "Ben", "Cai")),
    st.sampled_from(KEYS[:12]),
    st.sampled_from(SEEN),
    st.sampled_from(({}, {"decision": "other"}, {"numerator": "1"})),
    st.booleans(),
)


def written(said: list[tuple[str, str, Any, dict[str, str], bool]]) -> list[Entry]:
    """Entries of several inspectors, each corrected where they say something else of the same row."""
    files = {by: InMemory(by, VISIT.plan.seal) for by in ("Ann", "Ben", "Cai")}
    for by, key, seen, but, leave in said:
        drafts = [draft(key, seen, but=but, leave=["tested_on"] if leave else ())]
        before = any(entry.about == key for entry in files[by].entries)
        write(files[by], VISIT, drafts, [key] if before else [])
    return [entry for file in files.values() for entry in file.entries]


@settings(max_examples=25, deadline=None)
@given(st.lists(WRITTEN, max_size=25), st.randoms(use_true_random=False))
def test_neither_order_nor_repeats_matter(said: list[Any], chance: Any) -> None:
    entries = written(said)
    other = [*entries, *chance.sample(entries, len(entries) // 2)]
    chance.shuffle(other)
    assert stands(VISIT, other) == stands(VISIT, entries)


@settings(max_examples=25, deadline=None)
@given(st.lists(WRITTEN, max_size=25))
def test_when_it_was_written_orders_nothing(said: list[Any]) -> None:
    entries = written(said)
    found = stands(VISIT, entries)
    times = {entry.hash: f"20{99 - place:02d}-01-01" for place, entry in enumerate(entries)}
    moved, old_to_new = [], {}
    for entry in entries:
        fields = entry.model_dump(exclude={"hash", "previous"}) | {"at": times[entry.hash]}
        fields["corrects"] = old_to_new.get(entry.corrects)
        previous = old_to_new.get(entry.previous, entry.previous)
        moved.append(linked(fields, previous))
        old_to_new[entry.hash] = moved[-1].hash
    again = stands(VISIT, moved)
    assert again.claims == found.claims
    assert [row.model_dump(exclude={"entries"}) for row in again.rows] == [
        row.model_dump(exclude={"entries"}) for row in found.rows
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(WRITTEN, max_size=25), WRITTEN)
def test_another_inspector_never_makes_it_look_better(said: list[Any], more: Any) -> None:
    """Whatever a further inspector writes down of rows that are answered: none becomes right by it."""
    entries = written(said)
    found = {row.key: row for row in stands(VISIT, entries).rows}
    file = InMemory("Dee", VISIT.plan.seal)
    write(file, VISIT, [draft(more[1], more[2], but=more[3])])
    after = {row.key: row for row in stands(VISIT, [*entries, *file.entries]).rows}
    for key, row in found.items():
        assert after[key].wrong >= row.wrong


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), st.sampled_from(SEEN)))
def test_what_counts_is_the_first_rows_drawn(found: dict[str, Any]) -> None:
    """Counted by hand from the rounds: of each claim the rows before the first that nobody answered."""
    file = InMemory("Ann", VISIT.plan.seal)
    write(file, VISIT, [draft(key, seen) for key, seen in found.items()])
    for claim in stands(VISIT, file.entries).claims:
        order = [key for one in VISIT.rounds for key in one.rows if key.startswith(claim.claim)]
        first = next((place for place, key in enumerate(order) if key not in found), len(order))
        assert (claim.looked, claim.wrong) == (first, sum(found[key] != "seen" for key in order[:first]))
        assert claim.found_wrong == sum(found[key] != "seen" for key in order if key in found)
        assert proving_order(VISIT, claim.claim) == tuple(order)


def test_rows_that_are_none_of_the_visit_are_refused_with_the_reason() -> None:
    """Not as the command writes them: as somebody could who writes the file himself."""
    seal = VISIT.plan.seal
    bare = {"by": "Ann", "at": "2026-03-05"}
    strange = [
        ("visit-row", {"kind": "found", "about": "improvement-log-119", "visit": seal, "seen": "seen"}),
        ("visit-row", {"kind": "found", "about": "no-such-row", "visit": seal, "seen": "seen"}),
        ("record-of-another-visit", {"kind": "found", "about": KEYS[0], "visit": "sha256:other", "seen": "seen"}),
        ("visit-theme", {"kind": "judged", "about": "steam", "visit": seal, "standing": "doing"}),
        ("visit-question", {"kind": "answered", "about": "q9", "visit": seal, "says": "yes"}),
    ]
    for rule, fields in strange:
        with pytest.raises(CannotComplete) as told:
            stands(VISIT, [linked({**bare, **fields}, seal)])
        assert [problem.rule for problem in told.value.problems] == [rule]
        assert told.value.problems[0].message


def test_judgements_and_answers_stand_beside_one_another() -> None:
    ann, ben = InMemory("Ann", VISIT.plan.seal), InMemory("Ben", VISIT.plan.seal)
    write(ann, VISIT, [Draft("judged", "stream", "2026", standing="doing", says="Two teams of four.")])
    write(ben, VISIT, [Draft("judged", "stream", "2026", standing="lasting", says="All of them.")])
    write(ben, VISIT, [Draft("answered", "q1", "2026", says="We tried a shorter form.")])
    found = stands(VISIT, [*ben.entries, *ann.entries])
    assert [(one.theme, one.by, one.standing, one.engine) for one in found.judged] == [
        ("stream", "Ann", "doing", "showing"),
        ("stream", "Ben", "lasting", "showing"),
    ]
    assert [(one.question, one.by, one.says) for one in found.answered] == [("q1", "Ben", "We tried a shorter form.")]


def test_two_files_of_one_inspector_that_part_are_a_conflict_until_he_corrects_both() -> None:
    key = KEYS[0]
    one, two = InMemory("Ann", VISIT.plan.seal), InMemory("Ann", VISIT.plan.seal)
    write(one, VISIT, [draft(key, "seen")])
    write(two, VISIT, [draft(key, "not-seen")])
    (row,) = stands(VISIT, [*one.entries, *two.entries]).rows
    assert (row.conflict, row.wrong, row.by) == (True, True, ("Ann",))
    one.known = [*one.entries, *two.entries]
    write(one, VISIT, [draft(key, "seen", note="The board was turned round.")], [key])
    (row,) = stands(VISIT, [*one.entries, *two.entries]).rows
    assert (row.conflict, row.wrong) == (False, False)


def test_the_rows_of_these_cases_say_what_they_are_told_to_say() -> None:
    assert says("improvement-log-25")["tested_on"] == "2025-01-25"
