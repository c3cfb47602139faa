"""The rules about effect, of munro and of patient-safety-learning: what got better, what followed, whether it stayed."""

import re
from datetime import date

from tests.truth.case import Case, Said
from tests.truth.checkers.followed import in_order
from tests.truth.checkers.moved import falls_from
from tests.truth.figures import (
    GAINS,
    MOVED,
    SURE,
    begun,
    call,
    cited,
    counts,
    day_of,
    level,
    months,
    months_on,
    naming,
    parted,
    probabilities,
    registered,
    span,
    spans,
    spoken_days,
    sure_said,
    surely,
    way,
)  # fmt: skip
from tests.truth.ledger import See, checks
from tests.truth.sentences import days, long_day, month, numbers, without_aside

PSL = "patient-safety-learning"
FAMILIES = ("outcome", "experience")


def move_of(said: Said, case: Case) -> Said:
    """The trajectory that a finding rests on, of the indicator that it is about."""
    claim = said.of("signal/claimed-effect")
    about = claim[0].fields["indicator"] if claim else None
    found = [fact for fact in said.of("signal/trajectory") if about in (None, fact.fields["indicator"])]
    return found[0] if found else case.facts[f"signal/trajectory/{about}"]


@checks("munro/gain-seen", f"{PSL}/became-safer", "munro/loss", f"{PSL}/became-less-safe")
def seen(said: Said, case: Case, see: See) -> None:
    """Sure enough, since then, with the same probability as the fact beside it."""
    move = move_of(said, case)
    gained = "gain" in said.about or "safer" in said.about
    see.claim(move.fields["call"] in (GAINS if gained else ("loss",)), f"its figures say {move.fields['call']}")
    see.claim(move.fields["probability"] >= SURE, f"its probability is {move.fields['probability']}")
    see.claim(sure_said(said.says, move.fields["probability"]), f"the probability is {move.fields['probability']}")
    told = [re.sub(r"(\.\d)0$", r"\1", (probabilities(text) or [""])[0]) for text in (said.says, move.says)]
    see.same("the probability beside its fact", told[0], told[1])
    low, high = span(case, move.fields["indicator"])
    see.claim((low, high) in spans(said.says), f"does not say that it began from {low} to {high}")


@checks("munro/work-aimed-at-a-measure", f"{PSL}/work-aimed-at-harm", "munro/conditions-worked-on")
def aimed(said: Said, case: Case, see: See) -> None:
    """So many tests name it."""
    fact = said.of("signal/claimed-effect")[0]
    tests = [row for row in case.rows(fact) if row.kind == "improvement-log"]
    see.claim(str(len(tests)) in numbers(said.says), f"{len(tests)} tests name it")
    see.claim(len(tests) >= 3, "fewer than three tests name it")
    see.claim(fact.fields["title"] in said.says, "does not name the measure")


def _matched(said: Said) -> Said:
    """The fact that tells which test a gain followed or came with."""
    found = [one for one in said.of("signal/claimed-effect") if one.fields["outcome"] in ("followed", "same-time")]
    if not found:
        raise LookupError("no fact tells of a test that it followed or came with")
    return found[0]


@checks(
    "munro/gain-followed-tests",
    f"{PSL}/safer-after-tests",
    "munro/condition-better-for-workers",
    "munro/timing-proves-little",
    f"{PSL}/timing-proves-little",
)
def followed(said: Said, case: Case, see: See) -> None:
    """A test that was kept comes first or with the gain, as is said; chance does not explain the match."""
    told = _matched(said).fields
    entry = next(row for row in case.bundle.rows("improvement-log") if row["id"] == told["entry"])
    low, high, start = day_of(told["onset_low"]), day_of(told["onset_high"]), begun(entry) or date.max
    see.claim(
        entry["decision"] in ("adopt", "adapt"), f"test {entry['id']} was decided: {entry['decision'] or 'nothing'}"
    )
    see.order(start <= high, f"the gain began by {high}, and {entry['id']} was started on {start}")
    see.claim(call(case, told["indicator"])[1] >= SURE, "the gain is not sure")
    if entry["id"] in said.says:
        in_order(said.says, entry, low, high, see)
    if "got better after" in said.says:
        see.order(start < low, f"{entry['id']} was started on {start}, no earlier than {low}")
    for text in re.findall(r"with probability (\d\.\d+)", said.says):
        see.claim(abs(float(text) - told["chance"]) < 0.00501, f"the chance is {told['chance']}")
    little = told["false_share"] > 0.25 or told["chance_of_all"] > 0.1
    see.same("proves little", said.about.endswith("timing-proves-little"), little)


@checks("munro/gain-that-lasted", f"{PSL}/safer-and-stayed-so", "munro/conditions-stay-better")
def lasted(said: Said, case: Case, see: See) -> None:
    """Better to the end, and no work on it for so long."""
    fact = _matched(said)
    told = fact.fields
    rows = cited(fact, case, "indicators")
    last = max(row.day("period_end") or date.min for row in rows)
    steps = [
        day
        for row in naming(case, told["indicator"])
        for field in ("started_on", "tested_on", "studied_on", "decided_on")
        if (day := row.day(field)) and not row.struck
    ]
    see.number("months since the last work", told["work_ended_months"], months(max(steps), last))
    see.number("months held", told["held_months"], months(day_of(told["onset"]), last))
    before, after = parted(rows, day_of(told["onset"]))
    turn = way(case, told["indicator"])
    if before and len(after) >= 3:
        see.claim(
            level(after[-3:], turn) > level(before, turn),
            "the last three figures are no better than those before the gain",
        )
    for true in (told["held_months"], told["work_ended_months"]):
        see.claim(not numbers(without_aside(said.says)) or str(true) in numbers(said.says), f"does not say {true}")


@checks("munro/gain-for-families")
def for_families(said: Said, case: Case, see: See) -> None:
    """The register says that it is an outcome or an experience."""
    told = said.of("signal/claimed-effect")[0].fields
    see.claim(registered(case, told["indicator"])["measure"] in FAMILIES, "the register does not say so")


@checks("munro/gain-without-known-work", f"{PSL}/safer-without-known-work")
def no_log(said: Said, case: Case, see: See) -> None:
    """No log was submitted that could tell of tests."""
    see.none(not case.bundle.rows("improvement-log"), "a log was submitted")
    see.claim(move_of(said, case).fields["call"] in GAINS, "there is no gain")


@checks(
    "munro/gain-not-tied-to-tests",
    f"{PSL}/safer-not-tied-to-tests",
    "munro/gain-came-first",
    f"{PSL}/safer-before-tests",
)
@checks("munro/condition-better-by-itself")
def not_tied(said: Said, case: Case, see: See) -> None:
    """No test that was kept lies in the half year before the gain; what is said of those that do is so."""
    move = move_of(said, case).fields
    low, high = span(case, move["indicator"])
    see.claim(
        move["call"] in GAINS and move["probability"] >= SURE, f"its figures say {move['call']}, {move['probability']}"
    )
    tests = [row for row in naming(case, move["indicator"]) if counts(case, row)]
    kept = [
        row["id"]
        for row in tests
        if row["decision"] in ("adopt", "adapt") and months_on(low, -6) <= (begun(row) or date.min) <= high
    ]
    tied = bool({"followed", "same-time"} & {f.fields["outcome"] for f in said.of("signal/claimed-effect")})
    see.none(not kept or tied or "is not shown" in said.says, f"{', '.join(kept[:4])} was kept and lies near")
    if "none of" in said.says and "names it" in said.says:
        see.none(not tests, f"{len(tests)} tests name it")
    if "none was adopted" in said.says:
        see.none(
            all(row["decision"] for row in tests if months_on(low, -6) <= (begun(row) or date.min) <= high),
            "a decision is not stated",
        )
    if "began after that" in said.says:
        see.order(bool(tests) and (begun(tests[0]) or date.min) > high, "the first test began no later")
    see.claim((low, high) in spans(said.says) or not spans(said.says), f"it began from {low} to {high}")


@checks("munro/gain-that-faded", f"{PSL}/safety-that-faded", "munro/condition-worse-for-workers")
def faded(said: Said, case: Case, see: See) -> None:
    """A rise is dated where it rose, and a fall where it fell."""
    move = move_of(said, case)
    rows, turn = cited(move, case, "indicators"), way(case, move.fields["indicator"])
    see.claim(move.fields["call"] in ("faded-gain", "loss"), f"its figures say {move.fields['call']}")
    see.claim(sure_said(said.says, move.fields["probability"]), f"the probability is {move.fields['probability']}")
    text = said.says.replace(move.fields["title"], "")
    for one in days(text):
        first, last = spoken_days(one)
        words = text[max(0, text.index(one) - 70) : text.index(one)]
        fell = re.search(r"worse|gone|back|fell|faded|half of", words) and not re.search(r"rose|better[^;]*$", words)
        if fell:
            see.order(
                falls_from(rows, last, turn) or falls_from(rows, first, turn),
                f"the figures from {one} on are no worse than those before it",
            )


@checks("munro/more-lost-than-gained", f"{PSL}/more-lost-than-gained")
def more_lost(said: Said, case: Case, see: See) -> None:
    """Losses and fades counted among all that moved."""
    lost, moved = len(surely(case, ("loss", "faded-gain"))), len(surely(case, MOVED))
    told = [int(text) for text in numbers(said.says) if text.isdigit()]
    see.claim(told[:2] == [moved, lost], f"{lost} of {moved} measures that moved got worse or went back")
    see.claim(2 * lost >= moved and lost >= 2, f"{lost} of {moved} is not more")


@checks("munro/nothing-moved")
def nothing_moved(said: Said, case: Case, see: See) -> None:
    """Nothing that is sure moved, and so many measures could have."""
    still = [fact for fact in case.signals("trajectory", call="no-change") if fact.fields["points"] >= 12]
    see.claim(str(len(still)) in numbers(said.says), f"{len(still)} measures with twelve periods did not move")
    see.none(not surely(case, MOVED), f"{[f.fields['indicator'] for f in surely(case, MOVED)][:3]} moved")


@checks("munro/work-without-movement", f"{PSL}/work-without-movement")
def without_movement(said: Said, case: Case, see: See) -> None:
    """It has not moved at all, neither before the tests nor after them."""
    told = said.of("signal/claimed-effect")[0].fields
    name, sure = call(case, told["indicator"])
    see.none(name == "no-change" or sure < SURE, f"its figures say {name}, {sure}")
    see.claim(str(told["tests"]) in numbers(said.says), f"{told['tests']} tests name it")
    see.none(name == "no-change", f"its figures say {name}, {sure}")


@checks("munro/only-processes-moved", "munro/sort-of-gain-not-stated")
def sorts(said: Said, case: Case, see: See) -> None:
    """Gains by their sort in the register; none for families, and the sort could have said otherwise."""
    sort = [registered(case, fact.fields["indicator"])["measure"] for fact in surely(case, GAINS)]
    see.none(not any(one in FAMILIES for one in sort), "a measure of what happens to families got better")
    unstated = sum(not one for one in sort)
    if said.about.endswith("not-stated"):
        see.claim([str(unstated), str(len(sort))] == numbers(said.says)[:2], f"{unstated} of {len(sort)} do not say")
    else:
        see.none(not unstated, f"{unstated} of {len(sort)} do not say of what sort they are")
        see.claim(str(len(sort)) in numbers(said.says), f"{len(sort)} got better")


@checks("munro/gain-at-the-cost-of-another", f"{PSL}/safer-at-a-cost")
def at_a_cost(said: Said, case: Case, see: See) -> None:
    """The other got worse, surely, and not before the gain."""
    told = said.of("signal/balancing")[0].fields
    see.claim(
        call(case, told["balancing"])[0] == "loss" and call(case, told["balancing"])[1] >= SURE,
        "the other did not get worse",
    )
    see.claim(
        call(case, told["indicator"])[0] in GAINS and call(case, told["indicator"])[1] >= SURE, "it did not get better"
    )
    low, high = span(case, told["balancing"])
    see.claim((low, high) in spans(said.says), f"the other began to get worse from {low} to {high}")
    title = registered(case, told["balancing"])["title"]
    see.claim(title in said.says or told["balancing"] in said.says, "does not name the other")


@checks("munro/bad-spell-that-ended")
def bad_spell(said: Said, case: Case, see: See) -> None:
    """So many periods at the beginning."""
    told = said.of("signal/regression-to-the-mean")[0].fields
    see.claim(str(told["spell_points"]) in numbers(said.says), f"the spell has {told['spell_points']} points")
    see.claim(call(case, told["indicator"])[0] in GAINS, "nothing looks like a gain")
    see.none(told["outcome"] == "gain-discounted", "without the bad spell it is a gain all the same")


@checks("munro/baseline-moved")
def baseline(said: Said, case: Case, see: See) -> None:
    """A gain at the change of definition, and no entry that explains it."""
    told = said.of("signal/rebase-claims")[0].fields
    changed = day_of(told["changed_on"])
    see.claim(bool({long_day(changed), month(changed)} & set(days(said.says))), f"the definition changed on {changed}")
    see.claim(call(case, told["indicator"])[0] in (*GAINS, "faded-gain"), "there is no gain")
    see.none(not told["known_cause"], "the log has an entry about it")


@checks("munro/hardly-any-room-left")
def no_room(said: Said, case: Case, see: See) -> None:
    """The fact beside it says so."""
    see.claim(bool(said.of("signal/ceiling")), "no fact says so")


@checks("munro/many-small-steps-add-up")
def small_steps(said: Said, case: Case, see: See) -> None:
    """Gains that are sure, among all that can be judged; more than one."""
    gains = surely(case, GAINS)
    judged = [fact for fact in case.signals("trajectory") if fact.fields["call"] != "too-few-points"]
    gradual = sum(fact.fields["call"] == "gradual-gain" for fact in gains)
    told = [int(text) for text in numbers(said.says) if text.isdigit()]
    see.claim(
        told[:3] == [len(gains), len(judged), gradual], f"{len(gains)} of {len(judged)} got better, {gradual} gradually"
    )
    starts, last = 0, date.min
    for onset in sorted(day_of(fact.fields["onset"]) for fact in gains):
        if last == date.min or onset > months_on(last, 3):
            starts, last = starts + 1, onset
    see.claim(told[-1:] == [starts], f"they began at {starts} times more than three months apart")
    see.claim(len(gains) >= 2, "one gain is not many steps")


@checks(f"{PSL}/safety-is-followed")
def is_followed(said: Said, case: Case, see: See) -> None:
    """Measures with twelve periods or more."""
    many = sum(fact.fields["points"] >= 12 for fact in case.signals("trajectory"))
    see.claim(str(many) in numbers(said.says), f"{many} measures have twelve periods")
