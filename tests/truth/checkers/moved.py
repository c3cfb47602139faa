"""What is said of one series: `trajectory`, `held`, `ceiling`, `regression-to-the-mean`, `step-pattern`."""

import re
from datetime import date, timedelta
from itertools import groupby

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.figures import (
    GAINS,
    cited,
    day_of,
    level,
    lies_in,
    months,
    months_on,
    parted,
    registered,
    span,
    spans,
    sure_said,
    value,
    way,
)  # fmt: skip
from tests.truth.ledger import See, checks
from tests.truth.sentences import days, month, numbers


@checks("signal/trajectory")
def trajectory(said: Said, case: Case, see: See) -> None:
    """Its rows, its window, its register entry; and that the figures moved the way it says, about then."""
    told = said.fields
    rows = _figures(said, case, see)
    entry = registered(case, told["indicator"])
    see.same("title", told["title"], entry["title"])
    see.same("known_as", told["known_as"], entry["same_as"] or told["indicator"])
    see.same("named", told["named"], bool(entry["same_as"]))
    see.same("measure", told["measure"], entry["measure"] or "unstated")
    if thinned := re.search(r"one is judged, (\d+) of (\d+) figures", said.says):
        see.claim(int(thinned[2]) == len(rows), f"there are {len(rows)} figures")
    points = int(thinned[1]) if thinned else len(rows)
    see.number("points", told["points"], points)
    see.claim(str(points) in numbers(said.says.removeprefix(entry["title"])), "does not say how many periods there are")
    if "probability" in told:
        see.claim(sure_said(said.says, told["probability"]), f"the probability is {told['probability']}")
    _left_aside(said, case, see, rows)
    if "onset" in told:
        _moved(said, case, see, rows)


def _figures(said: Said, case: Case, see: See) -> list[Row]:
    """The rows cited, each of that indicator, in order; the window is theirs."""
    rows = cited(said, case, "indicators")
    for row in rows:
        see.row(row["indicator"] == said.fields["indicator"], f"row {row.number} is of {row['indicator']}")
    first, last = rows[0].day("period_start"), max(row.day("period_end") or date.min for row in rows)
    if "one is judged" in said.says:
        first = next(
            (row.day("period_start") for row in rows if str(row.day("period_start")) == said.fields.get("first")), first
        )
        last = next(
            (row.day("period_end") for row in rows if str(row.day("period_end")) == said.fields.get("last")), last
        )
    if "first" in said.fields:
        see.day("first", said.fields["first"], first)
        see.day("last", said.fields["last"], last)
    if first:
        for end in (first, last):
            see.claim(month(end) in days(said.says), f"does not say {month(end)}, where its figures begin or end")
    return rows


def _left_aside(said: Said, case: Case, see: See, rows: list[Row]) -> None:
    """Every figure submitted is counted, or said to be set aside."""
    counted = {(row.file, row.number) for row in rows}
    mine = [row for row in case.bundle.left("indicators") if row["indicator"] == said.fields["indicator"]]
    rest = [row for row in mine if (row.file, row.number) not in counted]
    aside = int(said.fields.get("set_aside", 0))
    unlike = re.search(r"(\d+) figures? (?:is|are) not counted, being for", said.says)
    merged = re.search(r"(\d+) (?:weekly|daily) figures", said.says)
    told = aside + (int(unlike[1]) if unlike else 0)
    see.none(
        merged is not None or told >= len(rest),
        f"{len(rest)} figures submitted are not counted, and {told} are said to be set aside",
    )


def _moved(said: Said, case: Case, see: See, rows: list[Row]) -> None:
    told, turn = said.fields, way(case, said.fields["indicator"])
    onset, last = day_of(told["onset"]), day_of(told["last"])
    _began(said, case, see)
    see.order(day_of(told["first"]) <= onset <= last, "began outside of its figures")
    before, after = parted(rows, onset)
    if not before or not after:
        return
    was, became, now = level(before, turn), level(after, turn), level(after[-max(1, len(after) // 3) :], turn)
    if told["call"] in GAINS:
        see.claim(max(became, now) > was, f"is a gain, and the figures are {was:.4g} before and {became:.4g} after")
        see.number("held_months", told["held_months"], months(onset, last))
    if told["call"] == "loss":
        see.claim(min(became, now) < was, f"is a loss, and the figures are {was:.4g} before and {became:.4g} after")
    if told["call"] == "faded-gain":
        best = max(level(after[place : place + 3], turn) for place in range(len(after)))
        see.claim(best > was and now < best, f"is a gain that faded, from {was:.4g} to {best:.4g} and to {now:.4g}")
        if "fell" in told:
            fell = day_of(told["fell"])
            see.order(onset < fell <= last, f"fell on {fell}, and rose on {onset}")
            rose, rest = parted(after, fell)
            if rose and rest:
                see.order(
                    level(rest, turn) < max(level(rose[k : k + 3], turn) for k in range(len(rose))),
                    f"from {fell} on it is no worse",
                )


def _began(said: Said, case: Case, see: See) -> None:
    """The span in which it began is said as it is, with the likeliest day in it."""
    move = case.facts[f"signal/trajectory/{said.fields['indicator']}"].fields
    days_ = span(case, move["indicator"])
    see.order(lies_in(move, days_), "the likeliest day is outside of its span")
    for about in re.findall(r"began about (\w+ \d{4})", said.says):
        see.claim(about == month(day_of(move["onset"])), f"it most likely began in {move['onset']}")
    see.claim(days_ in spans(said.says), f"does not say that it began from {days_[0]} to {days_[1]}")


@checks("signal/held")
def held(said: Said, case: Case, see: See) -> None:
    """The months, the share and the words agree with the rows and with the trajectory."""
    told = said.fields
    rows = _figures(said, case, see)
    move = case.facts[f"signal/trajectory/{told['indicator']}"].fields
    see.day("onset", told["onset"], day_of(move["onset"]))
    last = max(row.day("period_end") or date.min for row in rows)
    see.number("since_months", told["since_months"], months(day_of(told["onset"]), last))
    _began(said, case, see)
    gained = move["call"] in GAINS
    see.same("held", told["outcome"] == "held", gained)
    see.number("share_left", told["share_left"], 1.0 if gained else 1.0 - move["share_faded"])
    if gained:
        see.claim(str(told["since_months"]) in numbers(said.says), f"has held for {told['since_months']} months")
    elif "fell" in move:
        see.claim(month(day_of(move["fell"])) in days(said.says), f"half of it was gone by {move['fell']}")


@checks("signal/ceiling")
def ceiling(said: Said, case: Case, see: See) -> None:
    """Two cases in a hundred or fewer could still be better, over the last twelve figures."""
    rows = _all(said, case)[-12:]
    cases = sum(row.number_of("denominator") or 0.0 for row in rows)
    good = sum(row.number_of("numerator") or 0.0 for row in rows)
    left = cases - good if way(case, said.fields["indicator"]) == 1 else good
    see.claim(
        len(rows) >= 6 and cases >= 100 and left * 50 <= cases, f"{left:.0f} of {cases:.0f} cases could be better"
    )
    see.same("title", said.fields["title"], registered(case, said.fields["indicator"])["title"])


def _all(said: Said, case: Case) -> list[Row]:
    return cited(said, case, "indicators")


@checks("signal/regression-to-the-mean")
def spell(said: Said, case: Case, see: See) -> None:
    """So many first figures, worse than those that follow; what is said of a gain is what the trajectory says."""
    told = said.fields
    rows = _figures(said, case, see)
    many, turn = told["spell_points"], way(case, told["indicator"])
    see.number("points", told["points"], len(rows))
    see.claim(1 <= many <= max(3, len(rows) / 5 + 1), f"a spell of {many} of {len(rows)} points")
    early, later = level(rows[:many], turn), level(rows[many : many + max(6, 2 * many)], turn)
    see.claim(early < later, f"the spell is no worse than what follows: {early:.4g} and {later:.4g}")
    move = case.facts[f"signal/trajectory/{told['indicator']}"].fields["call"]
    see.same("a gain", told["outcome"] == "gain-discounted" and move not in GAINS, False)


@checks("signal/step-pattern")
def steps(said: Said, case: Case, see: See) -> None:
    """Gains counted, and their beginnings; only sure gains are gains."""
    told = said.fields
    moves = [fact.fields for fact in case.signals("trajectory")]
    judged = [one for one in moves if one["call"] != "too-few-points"]
    gains = [one for one in judged if one["call"] in GAINS and one["probability"] >= 0.8]
    see.number("judged", told["judged"], len(judged))
    see.number("gains", told["gains"], len(gains))
    kinds = {call: len(list(some)) for call, some in groupby(sorted(one["call"] for one in gains))}
    see.number("gradual", told["gradual"], kinds.get("gradual-gain", 0))
    see.number("sudden", told["sudden"], kinds.get("sudden-gain", 0))
    see.number("starts", told["starts"], _apart(sorted(day_of(one["onset"]) for one in gains)))
    first, last = min(day_of(one["first"]) for one in judged), max(day_of(one["last"]) for one in judged)
    for end in (first, last):
        see.claim(month(end) in days(said.says), f"does not say {month(end)}")


def _apart(onsets: list[date]) -> int:
    """Beginnings more than three months after the last one counted."""
    count, last = 0, date.min
    for onset in onsets:
        if last == date.min or onset > months_on(last, 3):
            count, last = count + 1, onset
    return count


@checks("signal/rebase-claims")
def rebased(said: Said, case: Case, see: See) -> None:
    """The register names the change; the log names its cause, or does not; a move lies within three months of it."""
    told = said.fields
    entry = registered(case, told["indicator"])
    see.claim(told["changed_on"] in entry.many("definition_changes"), "the register names no such change")
    changed = day_of(told["changed_on"])
    low, high = months_on(changed, -6), months_on(changed, 1)
    causes = [
        row
        for row in case.bundle.left("improvement-log")
        if row["change_type"] == "measure" and row["indicator"] == told["indicator"]
        and low <= (row.day("started_on") or row.day("tested_on") or row.day("raised_on") or date.min) <= high
    ]  # fmt: skip
    see.same("known_cause", told["known_cause"], bool(causes))
    see.claim(month(changed) in days(said.says), "does not say when the definition changed")
    move = case.facts[f"signal/trajectory/{told['indicator']}"].fields
    if "onset" in told:
        apart = abs((day_of(told["onset"]) - changed).days)
        see.order(apart <= 31 * 12 and told["onset"] == move.get("onset"), "the move is not near the change")
    else:
        near = "onset" in move and abs((day_of(move["onset"]) - changed).days) <= 85
        see.none(not near, "the figures moved about then")


def falls_from(rows: list[Row], since: date, turn: int) -> bool:
    """Whether figures from a day on are worse than those of the year before it."""
    before, after = parted(rows, since)
    before = [row for row in before if (row.day("period_start") or since) >= since - timedelta(days=366)]
    return bool(before and after) and level(after, turn) < level(before, turn)


def has_numbers(row: Row) -> bool:
    """Whether a figure says a number."""
    return value(row) is not None
