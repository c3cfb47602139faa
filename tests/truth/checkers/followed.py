"""What is said of work and what followed it: `claimed-effect`, `balancing`, `self-claims`, `self-knowledge`."""

import re
from datetime import date, timedelta

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.figures import (
    GAINS,
    SURE,
    begun,
    call,
    cited,
    day_of,
    last_counted,
    late_written,
    months,
    months_on,
    registered,
    sure_said,
    surely,
)
from tests.truth.ledger import See, checks
from tests.truth.sentences import days, month, numbers, value

WIDE = ("whole-service", "whole-authority")


@checks("signal/claimed-effect")
def claimed(said: Said, case: Case, see: See) -> None:
    """The tests are those that name the indicator, and days come in the order that is said."""
    told = said.fields
    entries = [row for row in case.rows(said) if row.kind == "improvement-log"]
    tests = _tests(said, case, see, entries)
    see.same("title", told["title"], registered(case, told["indicator"])["title"])
    if not tests:
        return
    ended = [day for row in tests for day in (row.day("decided_on"), row.day("tested_on")) if day]
    last = max(row.day("period_end") or date.min for row in cited(said, case, "indicators"))
    if ended and "work_ended_months" in told:
        see.number("work_ended_months", told["work_ended_months"], months(max(ended), last))
    if "onset" in told:
        see.claim(
            month(day_of(told["onset"])) in days(said.says) or "cannot" in said.says, "does not say when it began"
        )
        if "held_months" in told:
            see.number("held_months", told["held_months"], months(day_of(told["onset"]), last))
    for given in re.findall(r"by chance:? (\d\.\d+)|[Cc]hance:? (\d\.\d+)", said.says):
        text = next(one for one in given if one)
        near = [told[name] for name in ("chance", "chance_among") if name in told]
        see.claim(any(abs(float(text) - x) < 0.00501 for x in near), f"the chance is {near}")
    _OUTCOMES.get(told["outcome"], _nothing)(said, case, see, tests)


def _tests(said: Said, case: Case, see: See, entries: list[Row]) -> list[Row]:
    """The tests that are cited; every other entry that names the indicator is left out for a reason."""
    told = said.fields
    for row in entries:
        see.row(
            row["indicator"] == told["indicator"] and begun(row) is not None, f"{row['id']} is no test that names it"
        )
    see.number("tests", told["tests"], len(entries))
    see.number("small", told["small"], sum(row["scale"] not in WIDE for row in entries))
    places = {(row.file, row.number) for row in entries}
    for row in case.bundle.rows("improvement-log"):
        if row["indicator"] == told["indicator"] and (row.file, row.number) not in places:
            start = begun(row)
            reason = start is None or late_written(row) or not case.bundle.starts <= start <= last_counted(case)
            see.none(reason or (row.day("tested_on") or start) > last_counted(case), f"test {row['id']} names it too")
    return sorted(entries, key=lambda row: (begun(row) or date.max, row.number))


def _followed(said: Said, case: Case, see: See, tests: list[Row]) -> None:
    """A test that was kept, begun before the gain and not long before it; the chance worked out from the starts."""
    told = said.fields
    onset, start = day_of(told["onset"]), day_of(told["started_on"])
    entry = next((row for row in tests if row["id"] == told["entry"]), None)
    if not see.row(entry is not None, f"{told['entry']} is none of its tests") or entry is None:
        return
    see.day("started_on", told["started_on"], begun(entry))
    see.claim(
        entry["decision"] in ("adopt", "adapt"),
        f"test {entry['id']} carries the gain, and its decision is {entry['decision'] or 'none'}",
    )
    see.order(start <= months_on(onset, 1), f"the gain began in {month(onset)}, before {entry['id']} on {start}")
    see.order(
        months_on(start, 6 + 3) >= onset, f"the gain began in {month(onset)}, long after {entry['id']} on {start}"
    )
    see.number("lag_months", told["lag_months"], months(start, onset - timedelta(days=1)))
    see.claim(told["entry"] in said.says, "does not name the test")
    see.claim(
        month(start) in days(said.says) or str(start) in days(said.says), "does not say when the test was started"
    )
    move = call(case, told["indicator"])
    see.same("a gain", move[0] in GAINS, True)


def _first(said: Said, case: Case, see: See, tests: list[Row]) -> None:
    start = begun(tests[0])
    see.order(
        start is not None and start > day_of(said.fields["onset"]),
        f"{tests[0]['id']} was started on {start}, not after the gain",
    )
    see.same("a gain", call(case, said.fields["indicator"])[0] in GAINS, True)


def _after(said: Said, case: Case, see: See, tests: list[Row]) -> None:  # noqa: ARG001
    """A fade or loss that began after the first test."""
    start = begun(tests[0])
    see.order(
        start is not None and start <= months_on(day_of(said.fields["onset"]), 3),
        f"the first test was started on {start}",
    )


def _nothing(said: Said, case: Case, see: See, tests: list[Row]) -> None:  # noqa: ARG001
    """No gain that is sure."""
    if said.fields["outcome"] == "no-gain":
        name, sure = call(case, said.fields["indicator"])
        see.none(not (name in GAINS and sure >= SURE), "there is a gain")


_OUTCOMES = {"followed": _followed, "gain-came-first": _first, "faded": _after, "worsened": _after}


@checks("signal/balancing")
def balancing(said: Said, case: Case, see: See) -> None:
    """The two are linked in the register or the log, and the linked one did what its own trajectory says."""
    told = said.fields
    one, other = told["indicator"], told["balancing"]
    linked = registered(case, one)["balancing_indicator"] == other
    linked = linked or any(
        r["indicator"] == one and r["balancing_indicator"] == other for r in case.bundle.rows("improvement-log")
    )
    see.claim(linked, f"nothing links {other} to {one}")
    move, sure = call(case, other)
    gain = call(case, one)
    true = (
        "not-measured"
        if not move
        else "cannot-tell"
        if move == "too-few-points"
        else "worsened"
        if move == "loss"
        else "not-worse"
    )
    see.same("outcome", told["outcome"], true)
    see.same("gained", told["gained"], gain[0] in GAINS)
    if "probability" in told:
        see.number("probability", told["probability"], sure)
        see.claim(sure_said(said.says, sure), f"the probability is {sure}")
    if "after_gain" in told:
        begins, gained = day_of(told["onset"]), day_of(case.facts[f"signal/trajectory/{one}"].fields["onset"])
        see.same("after_gain", told["after_gain"], begins >= months_on(gained, -3))


@checks("signal/self-claims")
def claim(said: Said, case: Case, see: See) -> None:
    """The claim is made, of that measure, and its figures say of it what is said."""
    told = said.fields
    made = next((row for row in case.bundle.rows("self-evaluation", "claims") if row["id"] == told["claim"]), None)
    if not see.row(made is not None, f"there is no claim {told['claim']}") or made is None:
        return
    see.same("direction", told["direction"], made["direction"])
    see.same("evidence", told["evidence"], bool(made["evidence"]))
    move, sure = call(case, made["indicator"])
    if not move:
        see.same("outcome", told["outcome"], "no-figures")
        return
    see.same("indicator", told["indicator"], made["indicator"])
    see.claim(sure_said(said.says, sure), f"the probability is {sure}")
    ways = {
        "gradual-gain": "better",
        "sudden-gain": "better",
        "loss": "worse",
        "faded-gain": "worse",
        "no-change": "unchanged",
    }
    if told["outcome"] == "supported":
        see.claim(ways.get(move) == made["direction"] and sure >= SURE, f"the figures say {move}, {sure}")
    if told["outcome"] == "contradicted":
        see.claim(
            ways.get(move) not in (None, "unchanged", made["direction"]) and sure >= SURE,
            f"the figures say {move}, {sure}",
        )
    if told["outcome"] == "not-shown":
        see.claim(
            move == "no-change" and made["direction"] != "unchanged" and sure >= SURE, f"the figures say {move}, {sure}"
        )
    if told["outcome"] == "cannot-tell":
        see.claim(move == "too-few-points" or sure < SURE, f"the figures say {move}, {sure}")
        for text in numbers(said.says.rpartition(":")[2]):
            see.claim(value(text) < SURE, f"cannot tell, and the probability is said to be {text}")


@checks("signal/self-knowledge")
def knowledge(said: Said, case: Case, see: See) -> None:
    """Statements, claims and bad news counted; losses are those of the trajectories."""
    told = said.fields
    statements = case.bundle.rows("self-evaluation")
    claims = case.bundle.rows("self-evaluation", "claims")
    see.number("statements", told["statements"], len(statements))
    see.number("claims", told["claims"], len(claims))
    bad = [row for row in claims if row["direction"] != "better"]
    see.number("bad_news", told["bad_news"], len(bad))
    known = [row for row in statements if row["how_we_know"]]
    see.number("known_share", told["known_share"], len(known) / len(statements))
    see.number("next_share", told["next_share"], len([row for row in statements if row["what_next"]]) / len(statements))
    lost = {fact.fields["indicator"] for fact in surely(case, ("loss", "faded-gain"))}
    named = lost & {row["indicator"] for row in bad}
    see.number("losses", told["losses"], len(lost))
    see.number("losses_named", told["losses_named"], len(named))
    see.number("losses_untold", told["losses_untold"], len(lost - named))
    for true in (len(statements), len(claims), len(bad)):
        see.claim(str(true) in numbers(said.says) or (true == 0 and "none" in said.says), f"does not say {true}")
