"""The rules about effect, of munro and of patient-safety-learning: what got better, what followed, whether it stayed."""

from datetime import date, timedelta

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.checkers.moved import falls_from
from tests.truth.figures import (
    GAINS,
    MOVED,
    SURE,
    begun,
    call,
    cited,
    day_of,
    last_counted,
    late_written,
    level,
    months,
    months_on,
    parted,
    registered,
    sure_said,
    surely,
    way,
)
from tests.truth.ledger import See, checks
from tests.truth.sentences import MONTHS, days, long_day, month, numbers

PSL = "patient-safety-learning"
FAMILIES = ("outcome", "experience")


def move_of(said: Said, case: Case) -> Said:
    """The trajectory that a finding rests on, of the indicator that it is about."""
    claim = said.of("signal/claimed-effect")
    about = claim[0].fields["indicator"] if claim else None
    found = [fact for fact in said.of("signal/trajectory") if about in (None, fact.fields["indicator"])]
    return found[0] if found else case.facts[f"signal/trajectory/{about}"]


def spoken_day(text: str) -> date:
    """A day as sentences write it: `1 May 2024`, `May 2024`, `2024-05-01`."""
    if text[:4].isdigit():
        return day_of(text)
    *first, name, year = text.split()
    return date(int(year), MONTHS.index(name) + 1, int(first[0]) if first else 1)


@checks("munro/gain-seen", f"{PSL}/became-safer", "munro/loss", f"{PSL}/became-less-safe")
def seen(said: Said, case: Case, see: See) -> None:
    """Sure enough, since then, with the same probability as the fact beside it."""
    move = move_of(said, case)
    gained = "gain" in said.about or "safer" in said.about
    see.claim(move.fields["call"] in (GAINS if gained else ("loss",)), f"its figures say {move.fields['call']}")
    see.claim(move.fields["probability"] >= SURE, f"its probability is {move.fields['probability']}")
    see.claim(sure_said(said.says, move.fields["probability"]), f"the probability is {move.fields['probability']}")
    words = [f"over {x}" in text for text in (said.says, move.says) for x in ("0.99",)]
    see.same("the probability in the finding and in its fact", words[0], words[1])
    onset = day_of(move.fields["onset"])
    see.claim(
        {long_day(onset), month(onset), str(onset)} & set(days(said.says)), f"does not say that it began on {onset}"
    )


@checks("munro/work-aimed-at-a-measure", f"{PSL}/work-aimed-at-harm", "munro/conditions-worked-on")
def aimed(said: Said, case: Case, see: See) -> None:
    """So many tests name it."""
    fact = said.of("signal/claimed-effect")[0]
    tests = [row for row in case.rows(fact) if row.kind == "improvement-log"]
    see.claim(str(len(tests)) in numbers(said.says), f"{len(tests)} tests name it")
    see.claim(len(tests) >= 3, "fewer than three tests name it")
    see.claim(fact.fields["title"] in said.says, "does not name the measure")


@checks("munro/gain-followed-tests", f"{PSL}/safer-after-tests", "munro/condition-better-for-workers")
def followed(said: Said, case: Case, see: See) -> None:
    """A test that was kept comes first and the gain next; chance does not explain the match."""
    fact = next(one for one in said.of("signal/claimed-effect") if one.fields["outcome"] == "followed")
    told = fact.fields
    entry = next(row for row in case.bundle.rows("improvement-log") if row["id"] == told["entry"])
    onset, start = day_of(told["onset"]), begun(entry) or date.max
    see.claim(
        entry["decision"] in ("adopt", "adapt"), f"test {entry['id']} was decided: {entry['decision'] or 'nothing'}"
    )
    see.order(
        start < months_on(onset, 1), f"the gain began in {month(onset)}, and {entry['id']} was started on {start}"
    )
    see.claim(told["chance"] <= 0.5, f"chance makes such a match with {told['chance']}")
    see.claim(call(case, told["indicator"])[1] >= SURE, "the gain is not sure")
    if "soon after" in said.says or "after what" in said.says:
        see.order(start <= onset + timedelta(days=31), f"the gain is no later than {entry['id']}")


@checks("munro/timing-proves-little")
def little(said: Said, case: Case, see: See) -> None:
    """Many tests, so that chance alone makes such a match."""
    told = said.of("signal/claimed-effect")[0].fields
    see.claim(told["outcome"] == "followed" and told["chance"] > 0.2, f"the chance is {told.get('chance')}")
    see.claim(str(told["tests"]) in numbers(said.says), f"{told['tests']} tests name it")
    see.claim(call(case, told["indicator"])[0] in GAINS, "there is no gain")


@checks("munro/gain-that-lasted", f"{PSL}/safer-and-stayed-so", "munro/conditions-stay-better")
def lasted(said: Said, case: Case, see: See) -> None:
    """Better to the end, and no work on it for so long."""
    fact = next(one for one in said.of("signal/claimed-effect") if one.fields["outcome"] == "followed")
    told = fact.fields
    rows = cited(fact, case, "indicators")
    last = max(row.day("period_end") or date.min for row in rows)
    naming = [row for row in case.bundle.rows("improvement-log") if row["indicator"] == told["indicator"]]
    steps = [
        day
        for row in naming
        for day in (begun(row), row.day("tested_on"), row.day("decided_on"))
        if day and day <= last
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
    if numbers(said.says):
        for true in (told["held_months"], told["work_ended_months"]):
            see.claim(str(true) in numbers(said.says), f"does not say {true}")


@checks("munro/gain-for-families")
def for_families(said: Said, case: Case, see: See) -> None:
    """The register says that it is an outcome or an experience."""
    told = said.of("signal/claimed-effect")[0].fields
    see.claim(registered(case, told["indicator"])["measure"] in FAMILIES, "the register does not say so")


@checks("munro/gain-without-known-work", f"{PSL}/safer-without-known-work", "munro/condition-better-by-itself")
def by_itself(said: Said, case: Case, see: See) -> None:
    """No test that names it was started in the half year before; and tests could have been told."""
    move = move_of(said, case).fields
    onset = day_of(move["onset"])
    near = [row for row in _naming(case, move["indicator"]) if _shortly_before(row, onset)]
    counted = [row["id"] for row in near if not late_written(row) and (begun(row) or date.max) <= last_counted(case)]
    kept = [row["id"] for row in near if row["id"] in counted and row["decision"] in ("adopt", "adapt")]
    if "adopt" in said.says or "kept" in said.says:
        counted = kept
    see.none(not counted, f"tests {', '.join(counted[:4])} name it and were started shortly before {onset}")
    see.none(
        case.bundle.submitted("improvement-log") or "submitted" in said.says,
        "no log was submitted that could tell of tests",
    )
    aside = [row for row in case.bundle.rows("improvement-log") if begun(row) and late_written(row)]
    usable = [row for row in case.bundle.rows("improvement-log") if begun(row) and not late_written(row)]
    see.none(bool(usable) or not aside or "set aside" in said.says, f"{len(aside)} tests were recorded and set aside")


def _naming(case: Case, indicator: str) -> list[Row]:
    return [row for row in case.bundle.rows("improvement-log") if row["indicator"] == indicator and begun(row)]


def _shortly_before(row: Row, onset: date) -> bool:
    return months_on(onset, -6) <= (begun(row) or date.min) < onset


@checks("munro/gain-came-first")
def came_first(said: Said, case: Case, see: See) -> None:
    """The gain is sure, and began before the first test."""
    told = said.of("signal/claimed-effect")[0].fields
    starts = sorted(begun(row) or date.max for row in _naming(case, told["indicator"]) if not late_written(row))
    see.order(bool(starts) and starts[0] > day_of(told["onset"]), f"its first test was started on {starts[:1]}")
    see.claim(call(case, told["indicator"])[1] >= SURE, "whether it got better cannot be told")
    see.claim(str(told["tests"]) in numbers(said.says), f"{told['tests']} tests name it")


@checks("munro/gain-that-faded", f"{PSL}/safety-that-faded", "munro/condition-worse-for-workers")
def faded(said: Said, case: Case, see: See) -> None:
    """A rise is dated where it rose, and a fall where it fell."""
    move = move_of(said, case)
    rows, turn = cited(move, case, "indicators"), way(case, move.fields["indicator"])
    see.claim(move.fields["call"] in ("faded-gain", "loss"), f"its figures say {move.fields['call']}")
    for text in days(said.says):
        at = spoken_day(text)
        where = said.says.index(text)
        words = said.says[max(0, where - 80) : where].replace(move.fields["title"], "")
        rose = "better" in words and not ("since" in words or "worse" in words or "back" in words or "fell" in words)
        if not rose:
            see.order(falls_from(rows, at, turn), f"the figures from {text} on are no worse than those before it")
        else:
            see.order(falls_from(rows, at, -turn), f"the figures from {text} on are no better than those before it")


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
    see.none("has not moved" not in said.says or name == "no-change", f"its figures say {name}, {sure}")


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
    onset = day_of(told["onset"])
    see.claim({long_day(onset), month(onset)} & set(days(said.says)), f"the other began to get worse on {onset}")
    title = registered(case, told["balancing"])["title"]
    see.claim(title in said.says or told["balancing"] in said.says, "does not name the other")


@checks("munro/bad-spell-that-ended")
def bad_spell(said: Said, case: Case, see: See) -> None:
    """So many periods at the beginning."""
    told = said.of("signal/regression-to-the-mean")[0].fields
    see.claim(str(told["spell_points"]) in numbers(said.says), f"the spell has {told['spell_points']} points")
    see.claim(call(case, told["indicator"])[0] in GAINS, "nothing looks like a gain")


@checks("munro/baseline-moved")
def baseline(said: Said, case: Case, see: See) -> None:
    """A gain at the change of definition, and no entry that explains it."""
    told = said.of("signal/rebase-claims")[0].fields
    changed = day_of(told["changed_on"])
    see.claim({long_day(changed), month(changed)} & set(days(said.says)), f"the definition changed on {changed}")
    see.claim(call(case, told["indicator"])[0] in (*GAINS, "faded-gain"), "there is no gain")
    see.none(not told["known_cause"], "the log has an entry about it")


@checks("munro/hardly-any-room-left")
def no_room(said: Said, case: Case, see: See) -> None:  # noqa: ARG001
    """The fact beside it says so."""
    see.claim(bool(said.of("signal/ceiling")), "no fact says so")


@checks("munro/many-small-steps-add-up")
def small_steps(said: Said, case: Case, see: See) -> None:
    """Gains that are sure, among all that can be judged; more than one."""
    gains = surely(case, GAINS)
    judged = [fact for fact in case.signals("trajectory") if fact.fields["call"] != "too-few-points"]
    told = [int(text) for text in numbers(said.says) if text.isdigit()]
    see.claim(len(gains) in told and len(judged) in told, f"{len(gains)} of {len(judged)} got better")
    see.claim(len(gains) >= 2, "one gain is not many steps")


@checks(f"{PSL}/safety-is-followed")
def is_followed(said: Said, case: Case, see: See) -> None:
    """Measures with twelve periods or more."""
    many = sum(fact.fields["points"] >= 12 for fact in case.signals("trajectory"))
    see.claim(str(many) in numbers(said.says), f"{many} measures have twelve periods")
