"""What probes say of figures: each number of a question counted again from the rows."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean, median

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.figures import day_of, registered, value, way
from tests.truth.ledger import See, checks
from tests.truth.sentences import days, numbers

TAKEN_BACK = "So much was tested in this bundle"


def asks(said: Said) -> bool:
    """Whether the probe puts a question, or would, had not so much been tested."""
    return said.fields["outcome"] in ("question", "strong-question") or TAKEN_BACK in said.says


def told(said: Said) -> bool:
    """Whether the probe could tell."""
    return asks(said) or said.fields["outcome"] == "clear"


def whole(said: Said) -> list[int]:
    """The whole numbers of the sentence in their order."""
    return [int(text.replace(",", "")) for text in numbers(said.says) if re.fullmatch(r"[\d,]+", text)]


def as_declared(said: Said, case: Case, see: See) -> int:
    """How many records a probe leaves out for what was declared: a declaration that is borne out must cite so many."""
    found = re.search(r" (\d+) more (?:is|are) as declared", said.says)
    if not found:
        return 0
    about = said.fields["subject"]
    good = [one for one in case.result.get("declared", ()) if one["outcome"] == "borne-out"]
    most = sum(last - first + 1 for one in good for part in one["rows"] for first, last in part["rows"])
    see.claim(int(found[1]) <= most, f"declarations account for {most} rows of {about}")
    return int(found[1])


def series(case: Case, indicator: str) -> list[Row]:
    """The figures of an indicator in order, the first of each period."""
    kept: dict[str, list[Row]] = case.bundle.__dict__.setdefault("_series", {})
    if indicator not in kept:
        kept[indicator] = _series(case, indicator)
    return list(kept[indicator])


def _series(case: Case, indicator: str) -> list[Row]:
    rows = [row for row in case.bundle.rows("indicators") if row["indicator"] == indicator]
    aside = set_aside(case, rows)
    rows = [row for row in rows if row.day("period_start") and (row.file, row.number) not in aside]
    rows.sort(key=lambda row: (row.day("period_start") or date.min, row.day("period_end") or date.min, row.number))
    return list({row.day("period_start"): row for row in reversed(rows)}.values())[::-1]


def set_aside(case: Case, rows: list[Row]) -> set[tuple[str, int]]:
    """Figures that the report sets aside as impossible, suppressed or of another time."""
    start, end = case.bundle.starts, case.bundle.ends
    out = set()
    for row in rows:
        top, bottom, given = row.number_of("numerator"), row.number_of("denominator"), row.number_of("value")
        odd = bottom is not None and (bottom < 0 or (top is not None and (top < 0 or top > bottom)))
        first, last = row.day("period_start"), row.day("period_end")
        other = first is None or last is None or last < start or first > end
        none = top is None and given is None
        if odd or other or none:
            out.add((row.file, row.number))
    return out


@checks(
    "probe/benford", "probe/bulk-edits", "probe/capped-counts", "probe/deadline-bunching", "probe/definition-break",
    "probe/duplicated-rows", "probe/heaping", "probe/impossible-percentages", "probe/integer-percentages",
    "probe/output-distortion", "probe/selective-evidence", "probe/shrinking-denominator", "probe/target-hugging",
    "probe/too-smooth", "probe/known-text", "probe/days-off", "probe/ratchet",
    "probe/teams-alike", "probe/last-digits",
    "probe/copied-entries", "probe/last-minute-improvement", "probe/late-entries", "probe/log-against-participation",
    "probe/uniform-answers", "probe/claimed-against-recomputed", "probe/rewritten-history", "probe/clock-restarts",
    "probe/backdated-rows", "probe/rows-taken-back", "probe/turned-register",
    "probe/mass-closures", "probe/one-date-for-all", "probe/re-referrals-as-new", "probe/vanished-cases",
)  # fmt: skip
def outcome(said: Said, case: Case, see: See) -> None:
    """A question has rows and a chance that is small; what is not applicable has none; a subject is what it says."""
    fields = said.fields
    chance, effect = fields.get("p_value"), fields.get("effect")
    if chance is not None:
        see.claim(0 <= chance <= 1, f"the chance is {chance}")
        see.claim(not asks(said) or chance <= 0.05, f"asks with a chance of {chance}")
    if effect is not None:
        see.claim(-1e-9 <= effect <= 1, f"the effect is {effect}")
    if asks(said):
        see.row(bool(said.cited), "asks about no row")
    if fields["subject"].startswith("indicator/"):
        see.same("indicator", fields.get("indicator"), fields["subject"].removeprefix("indicator/"))
        for row in case.rows(said):
            if row.kind == "indicators" and said.about != "probe/output-distortion":
                see.row(row["indicator"] == fields["indicator"], f"row {row.number} is of {row['indicator']}")
    lonely = re.search(r"\bhas not\b.*\bindicators\b", said.says)
    see.claim(not lonely, "grammar")


@checks("probe/benford")
def benford(said: Said, case: Case, see: See) -> None:
    """Numbers above 0 counted; a digit that is commoner than the law has it."""
    ids = {row["indicator"] for row in case.bundle.rows("indicators")}
    kinds = [
        [x for row in series(case, id) if (x := row.number_of(part)) and 0 < x < 1e15]
        for id in ids
        for part in ("numerator", "denominator", "value")
    ]
    total = sum(map(len, kinds))
    if said.fields["outcome"] == "not-applicable":
        see.none(total == 0, f"there are {total} numbers above 0")
        return
    see.claim(
        "powers of ten" not in said.says or "spans 2 powers of ten; 100 of them" in said.says, "other limits are said"
    )
    wide = [kind for kind in kinds if kind and max(kind) >= 100 * min(kind)]
    given = whole(said)
    if said.fields["outcome"] == "insufficient-data":
        see.claim(given[1] == total, f"there are {total} numbers above 0")
        see.claim(given[0] <= sum(map(len, wide)), f"{sum(map(len, wide))} are of a kind that spans two powers of ten")
        return
    see.claim(given[0] <= total, f"there are {total} numbers above 0")
    if asks(said):
        all_ = [str(f"{x:e}")[0] for kind in wide for x in kind]
        digit = str(given[1])
        see.claim(
            all_.count(digit) / len(all_) > math.log10(1 + 1 / int(digit)),
            f"{all_.count(digit)} of {len(all_)} begin with {digit}",
        )


@checks("probe/capped-counts")
def capped(said: Said, case: Case, see: See) -> None:
    """Cases on the longest time, and none beyond it."""
    counts = _durations(case, said.fields.get("indicator", ""))
    n = sum(counts.values())
    if said.fields["outcome"] == "not-applicable":
        see.none(not case.bundle.rows("durations"), "there are durations")
        return
    given = whole(said)
    if asks(said):
        top = max(counts)
        see.claim(given[:3] == [counts[top], n, top], f"{counts[top]} of {n} took {top} days, the longest")
        below = [counts.get(top - k, 0) for k in range(1, 5)]
        see.claim(given[3] < counts[top] and given[3] <= 3 * max(*below, 1), f"just below there are {below}")
    else:
        see.claim(given[0] == n, f"there are {n} cases")
        if said.fields["outcome"] == "clear":
            see.claim(given[1] == max(counts), f"the longest time is {max(counts)}")


def _durations(case: Case, indicator: str) -> Counter[int]:
    counts: Counter[int] = Counter()
    for row in case.bundle.rows("durations"):
        if row["indicator"] == indicator:
            counts[int(row.number_of("days") or 0)] += int(row.number_of("count") or 1)
    return counts


@checks("probe/deadline-bunching")
def bunching(said: Said, case: Case, see: See) -> None:
    """Cases counted on the last days before the deadline; more than those around them where it asks."""
    if not told(said) or not said.fields["subject"].startswith("indicator/"):
        return
    indicator = said.fields["indicator"]
    counts, entry = _durations(case, indicator), registered(case, indicator)
    deadline = int(entry.number_of("deadline") or 0)
    span = re.search(r"on days? (\d+)(?: to (\d+))?", said.says)
    if not span:
        see.fault("does not say on which days")
        return
    first, last = int(span[1]), int(span[2] or span[1])
    inside, n = sum(counts[day] for day in range(first, last + 1)), sum(counts.values())
    given = whole(said)
    named = re.search(r"deadline being (\d+)", said.says)
    see.claim(last == deadline and named is not None and int(named[1]) == deadline, f"the deadline is {deadline}")
    see.claim(
        ("working days" in said.says) == (entry["deadline_unit"] == "working-days"),
        f"it counts {entry['deadline_unit'] or 'days'}",
    )
    see.claim(given[:2] == [inside, n], f"{inside} of {n} cases ended on days {first} to {last}")
    expected = given[-1]
    if asks(said):
        around = [counts.get(day, 0) for day in (*range(first - 14, first), *range(last + 1, last + 15)) if day > 0]
        usual = fmean(around) * (last - first + 1)
        see.claim(inside > expected and inside > usual, f"the days around give about {usual:.0f}")
        see.claim(expected <= 4 * max(usual, 1), f"the days around give about {usual:.0f}, not {expected}")


@checks("probe/definition-break")
def definition_break(said: Said, case: Case, see: See) -> None:
    """The register names the change; figures after it counted; they step towards better where it asks."""
    if said.fields["outcome"] == "not-applicable":
        named = [row for row in case.bundle.rows("indicator-register") if row["definition_changes"]]
        see.none(not named, "the register names a change")
    if not told(said):
        return
    indicator = said.fields["indicator"]
    changed = days(said.says)[0]
    see.claim(changed in registered(case, indicator).many("definition_changes"), "the register does not name that day")
    if asks(said):
        rows = [row for row in series(case, indicator) if value(row) is not None]
        after = [row for row in rows if (row.day("period_end") or date.min) >= day_of(changed)]
        see.claim(whole(said)[:2] == [len(after), len(rows)], f"{len(after)} of {len(rows)} come after it")
        turn = way(case, indicator)
        before = [turn * (value(row) or 0) for row in rows if row not in after][-6:]
        then = [turn * (value(row) or 0) for row in after][:6]
        see.claim(fmean(then) > fmean(before), "the figures are no better after it")


@checks("probe/duplicated-rows")
def duplicated(said: Said, case: Case, see: See) -> None:
    """Figures that stand again are the same figures; where none is said to, no long block does."""
    subject = said.fields["subject"]
    if subject == "participation" and asks(said):
        _same_tables(said, case, see)
    elif subject == "participation" and told(said):
        periods = {row["period_start"] for row in case.bundle.rows("participation")}
        see.claim(whole(said)[0] == len(periods), f"there are {len(periods)} periods")
    if not subject.startswith("indicator/") or not told(said):
        return
    rows = series(case, said.fields["indicator"])
    cells = [(row["numerator"], row["denominator"], row["value"]) for row in rows]
    if not asks(said):
        see.claim(whole(said)[0] == len(rows), f"there are {len(rows)} figures")
        longest = _longest(cells)
        see.none(longest < 2 or "chance" in said.says, f"{longest} figures in a row stand twice")
        return
    first, again = (day_of(text) for text in days(said.says)[:2])
    starts = [row.day("period_start") for row in rows]
    many, a, b = whole(said)[0], starts.index(first), starts.index(again)
    see.claim(cells[a : a + many] == cells[b : b + many], "they are not the same figures")
    see.claim(len(said.cited) == 2 * many, f"{len(said.cited)} rows are cited")


def _longest(cells: Sequence[tuple[str, ...]]) -> int:
    """The longest block of figures that stands twice without overlap."""
    best = 0
    for lag in range(1, len(cells)):
        run = 0
        for place in range(len(cells) - lag):
            run = run + 1 if cells[place] == cells[place + lag] else 0
            best = max(best, min(run, lag))
    return best


def _same_tables(said: Said, case: Case, see: See) -> None:
    first, then = (day_of(text) for text in days(said.says)[:2])
    tables = []
    for day in (first, then):
        some = [row for row in case.bundle.rows("participation") if row.day("period_start") == day]
        tables.append({(row["team"], row["role"]): row for row in reversed(some)})
    both = set(tables[0]) & set(tables[1])
    fields = ("headcount", "contributors", "ideas_raised", "ideas_tested", "ideas_adopted", "days_to_hear_back")
    same = sum(all(tables[0][key].number_of(f) == tables[1][key].number_of(f) for f in fields) for key in both)
    see.claim(whole(said)[:2] == [same, len(both)], f"{same} of {len(both)} have the same numbers")


@checks("probe/heaping")
def heaping(said: Said, case: Case, see: See) -> None:
    """Multiples counted."""
    if not told(said):
        return
    subject = said.fields["subject"]
    if subject == "participation":
        held = [
            (x, 1)
            for row in case.bundle.rows("participation")
            if (x := row.number_of("days_to_hear_back")) is not None and x == round(x)
        ]
    elif counts := _durations(case, said.fields["indicator"]):
        held = list(counts.items())
    else:
        held = [(row.number_of("value") or 0.0, 1) for row in series(case, said.fields["indicator"])]
    given, n = whole(said), sum(count for _, count in held)
    step = given[2]
    hits = sum(count for x, count in held if round(x) % step == 0)
    see.claim(given[:2] == [hits, n], f"{hits} of {n} are multiples of {step}")
    see.claim(0 <= given[3] <= n and (not asks(said) or given[3] < hits), f"expects {given[3]} of {n}")


@checks("probe/impossible-percentages")
def impossible(said: Said, case: Case, see: See) -> None:
    """The value that is named stands there, and no whole number of cases gives it."""
    if said.fields["outcome"] == "not-applicable":
        rows = [row for row in case.bundle.rows("indicators") if row["value"] and row["denominator"]]
        see.none(
            not [row for row in rows if (row.number_of("denominator") or 0.5) % 1 == 0],
            "figures have both a value and a denominator",
        )
    if not asks(said):
        return
    named = re.search(
        r"such as ([\d.]+) (?:out of|for ([\d.]+) of) ([\d.]+) for the period from (\S+?)\.?$",
        said.says.split(" ask")[0].strip(),
    )
    if not named:
        named = re.search(
            r"such as ([\d.]+) (?:out of|for ([\d.]+) of) ([\d.]+) for the period from (\d{4}-\d\d-\d\d)", said.says
        )
    if not named:
        see.fault("names no value")
        return
    rows = [row for row in case.rows(said) if str(row.day("period_start")) == named[4]]
    shown, size = float(named[1]), float(named[3])
    see.row(
        any(math.isclose(row.number_of("value") or -1, shown) and row.number_of("denominator") == size for row in rows),
        "no such value is cited",
    )
    odd = whole(said)[0]
    see.claim(odd == len(said.cited), f"{len(said.cited)} rows are cited")
    if named[2] is None:
        places = len(named[1].partition(".")[2])
        scales = [100.0] if shown > 1 else [100.0, 1.0]
        gives = any(round(scale * k / size, places) == shown for scale in scales for k in range(int(size) + 1))
        see.claim(not gives or len(scales) == 2, f"{shown} out of {size:g} can be")


@checks("probe/integer-percentages")
def integer(said: Said, case: Case, see: See) -> None:
    """Shares that are whole percentages, as near as the denominator allows, counted."""
    if not told(said):
        return
    step = int(found[1]) if (found := re.search(r"multiples? of (\d+) percent", said.says)) else 1
    shares = []
    for row in series(case, said.fields["indicator"]):
        top, bottom = row.number_of("numerator"), row.number_of("denominator")
        if top is not None and bottom is not None and 0 < top < bottom and bottom >= 150 / step:
            shares.append((top, bottom))
    hits = sum(
        abs(top - round(100 * top / bottom / step) * step * bottom / 100) <= 0.5 + 1e-9 for top, bottom in shares
    )
    see.claim(step in (1, 5), f"{step} percent is no step")
    see.claim(whole(said)[:2] == [hits, len(shares)], f"{hits} of {len(shares)} are")
    if asks(said):
        see.claim(len(said.cited) == hits, f"{len(said.cited)} rows are cited")


@checks("probe/output-distortion")
def distortion(said: Said, case: Case, see: See) -> None:
    """Both are linked; where it asks, one ends better than it began and the other worse."""
    if not told(said):
        return
    one = said.fields["indicator"]
    others = {row["indicator"] for row in case.rows(said) if row.kind == "indicators"} - {one}
    links = {
        row["balancing_indicator"]
        for kind in ("indicator-register", "improvement-log")
        for row in case.bundle.rows(kind)
        if row["indicator"] == one
    }
    see.claim(bool(others) and others <= links, f"{others} is not linked to {one}")
    if asks(said):
        for id, turn in ((one, way(case, one)), *((other, -way(case, other)) for other in others)):
            values = [turn * x for row in series(case, id) if (x := value(row)) is not None]
            third = max(1, len(values) // 3)
            see.claim(fmean(values[-third:]) > fmean(values[:third]), f"{id} did not move that way")


@checks("probe/selective-evidence")
def selective(said: Said, case: Case, see: See) -> None:
    """What is missing, counted by periods and by the register."""
    subject = said.fields["subject"]
    register = list(dict.fromkeys(row["indicator"] for row in case.bundle.rows("indicator-register")))
    having = {row["indicator"] for row in case.bundle.rows("indicators") if series(case, row["indicator"])}
    if subject == "indicators" and told(said):
        silent = [id for id in register if id not in having]
        true = [len(silent) or len(register) - len(silent), len(register)]
        see.claim(whole(said)[:2] == true, f"{len(silent)} of {len(register)} have no figures")
        for id in silent[:5]:
            see.claim(id in said.says, f"does not name {id}")
    if subject.startswith("indicator/") and told(said):
        _gaps(said, case, see)


def _gaps(said: Said, case: Case, see: See) -> None:
    rows = series(case, said.fields["indicator"])
    ends = [(row.day("period_start") or date.min, row.day("period_end") or date.min) for row in rows]
    least, most = _missing(ends)
    given = whole(said)
    see.claim(given[0] == len(rows), f"there are {len(rows)} periods with figures")
    paused = re.search(r"Besides, (\d+) periods? (?:is|are) missing at the same time of each year", said.says)
    as_declared = re.search(r"Besides, (\d+) periods? (?:is|are) missing as declared", said.says)
    see.claim(not as_declared or bool(case.result.get("declared")), "nothing is declared")
    besides = sum(int(found[1]) for found in (paused, as_declared) if found)
    if "none is missing" in said.says:
        see.none(least <= besides <= most, f"{least} to {most} periods are missing between others")
    else:
        see.claim(least <= given[2] + besides <= most, f"{least} to {most} periods are missing between others")
        see.claim(given[1] == len(rows) + given[2] + given[3], "the numbers do not add up")


def _missing(ends: list[tuple[date, date]]) -> tuple[int, int]:
    """How many periods are missing at least and at most: by the calendar of months, by weekdays, or by any rhythm."""
    lengths = [(last - first).days + 1 for first, last in ends]
    apart = [(b[0] - a[0]).days for a, b in pairwise(ends)]
    if all(28 <= one <= 31 for one in lengths) and all(first.day == ends[0][0].day for first, _ in ends):
        months = [12 * (b[0].year - a[0].year) + b[0].month - a[0].month - 1 for a, b in pairwise(ends)]
        return sum(months), sum(months)
    if median(lengths) == 1 and median(sorted(apart)) < 7:
        taken = {first for first, _ in ends}
        weekdays = Counter(day.weekday() for day in taken)
        usual = {day for day, many in weekdays.items() if 2 * many >= max(weekdays.values())}
        every = (ends[0][0] + timedelta(days=k) for k in range((ends[-1][0] - ends[0][0]).days))
        out = [day for day in every if day.weekday() in usual and day not in taken]
        free = set() if usual & {5, 6} else _closed(ends[0][0].year, ends[-1][0].year)
        return (most := len([day for day in out if day not in free])), most
    shortest, longest = min(*lengths, *apart), max(*lengths, *apart)
    between = [max(0, (b[0] - a[1]).days - 1) for a, b in pairwise(ends)]
    steps = [max(0, one - shortest) for one in apart]
    low = sum(round(one / longest) for one in between) if min(apart) >= min(lengths) else 0
    return min(low, sum(between)), sum(
        max(round(a / shortest), round(b / shortest)) for a, b in zip(between, steps, strict=True)
    )


def _closed(first: int, last: int) -> set[date]:
    """Bank holidays of England, by the package that follows the published ones."""
    from holidays.countries.united_kingdom import UnitedKingdom

    return set(UnitedKingdom(subdiv="ENG", years=range(first, last + 1)))


@checks("probe/shrinking-denominator")
def shrinking(said: Said, case: Case, see: See) -> None:
    """The share is better from that day on, and the denominator smaller by so much."""
    if not told(said):
        return
    rows = series(case, said.fields["indicator"])
    if not asks(said):
        see.claim(whole(said)[0] == len(rows), f"there are {len(rows)} shares")
        return
    since = day_of(days(said.says)[0])
    early = [row for row in rows if (row.day("period_start") or since) < since]
    late = [row for row in rows if (row.day("period_start") or since) >= since]
    turn = way(case, said.fields["indicator"])
    see.claim(
        turn * fmean(value(r) or 0 for r in late) > turn * fmean(value(r) or 0 for r in early), "the share is no better"
    )
    fell = 1 - fmean(r.number_of("denominator") or 0 for r in late) / fmean(
        r.number_of("denominator") or 0 for r in early
    )
    share = float(numbers(said.says)[-1].rstrip("%")) / 100
    see.claim(abs(fell - share) < 0.06, f"the denominator became {fell:.0%} smaller from {since} on")


@checks("probe/target-hugging")
def hugging(said: Said, case: Case, see: See) -> None:
    """Figures that just reach the target: on its good side, and within two cases of it."""
    if said.fields["outcome"] == "not-applicable":
        see.none(
            not [row for row in case.bundle.rows("indicator-register") if row["target"]], "the register names a target"
        )
    if not told(said):
        return
    rows = [row for row in series(case, said.fields["indicator"]) if value(row) is not None]
    see.claim(whole(said)[1] == len(rows), f"there are {len(rows)} figures")
    entry = registered(case, said.fields["indicator"])
    target, turn = entry.number_of("target") or 0.0, way(case, said.fields["indicator"])
    counted = all(row.number_of("value") is None for row in rows)
    if counted and target > 1 and max(value(row) or 0 for row in rows) <= 1:
        target /= 100
    if counted:
        hits = [row for row in rows if _just(row, target, turn)]
        see.claim(whole(said)[0] == len(hits), f"{len(hits)} figures just reach {target}")
    if asks(said):
        see.claim(len(said.cited) == whole(said)[0], f"{len(said.cited)} rows are cited")
        for row in case.rows(said):
            see.row(turn * ((value(row) or 0) - target) >= -1e-9, f"row {row.number} does not reach {target}")


def _just(row: Row, target: float, turn: int) -> bool:
    """Whether a count is the one that the target takes, or one more."""
    top, size = row.number_of("numerator") or 0.0, row.number_of("denominator") or 1.0
    needed = math.ceil(target * size - 1e-9) if turn == 1 else math.floor(target * size + 1e-9)
    return 0 <= turn * (top - needed) <= 1


@checks("probe/too-smooth")
def smooth(said: Said, case: Case, see: See) -> None:
    """The scatter about a straight line, over that of chance, is no less than what is said, roughly."""
    if not told(said):
        return
    rows = series(case, said.fields["indicator"])
    if "stretches" in said.says:
        _stretches(said, rows, see)
        return
    see.claim(whole(said)[0] == len(rows), f"there are {len(rows)} periods")
    ratio = float(next(text for text in numbers(said.says) if "." in text))
    own = _scatter(rows)
    see.claim(own is None or ratio <= 1.25 * own + 0.05, f"about a straight line it is {own}")
    see.claim(not asks(said) or ratio < 1, f"asks, and the figures vary {ratio} times as much")


def _stretches(said: Said, rows: list[Row], see: See) -> None:
    """Of stretches of 28 with a mean of four events or more, so many are smooth about a parabola, and that named is."""
    parts = [rows[k : k + 28] for k in range(0, len(rows) - 27, 28)]
    ratios = {}
    for part in parts:
        counts = [row.number_of("value") or 0.0 for row in part]
        if fmean(counts) >= 4:
            ratios[part[0].day("period_start")] = _about_parabola(counts)
    given = whole(said)
    see.claim(given[1:3] == [len(ratios), 28], f"there are {len(ratios)} stretches with enough events")
    certain = sum(one < 0.35 for one in ratios.values())
    see.claim(certain <= given[0] <= sum(one < 0.6 for one in ratios.values()), f"{certain} are smooth for certain")
    for text in days(said.says):
        see.claim(ratios.get(day_of(text), 9.0) < 0.6, f"the stretch from {text} is not smooth")
    if asks(said):
        see.claim(len(said.cited) == 28 * given[0], f"{len(said.cited)} rows are cited")


def _about_parabola(counts: list[float]) -> float:
    """The sum of squares over the fitted mean, about a parabola of least squares, for each degree of freedom."""
    x = [k - (len(counts) - 1) / 2 for k in range(len(counts))]
    n, s2, s4 = len(x), sum(a**2 for a in x), sum(a**4 for a in x)
    y, y1 = sum(counts), sum(a * b for a, b in zip(x, counts, strict=True))
    y2 = sum(a**2 * b for a, b in zip(x, counts, strict=True))
    bend = (n * y2 - s2 * y) / (n * s4 - s2**2)
    fits = [(y - bend * s2) / n + y1 / s2 * a + bend * a**2 for a in x]
    return sum((b - fit) ** 2 / max(fit, 0.5) for b, fit in zip(counts, fits, strict=True)) / (n - 3)


def _scatter(rows: list[Row]) -> float | None:
    """Variance about a line of least squares over that of a binomial or Poisson."""
    y = [value(row) or 0.0 for row in rows]
    x = list(range(len(y)))
    mid, mean = fmean(x), fmean(y)
    slope = sum((a - mid) * (b - mean) for a, b in zip(x, y, strict=True)) / sum((a - mid) ** 2 for a in x)
    fitted = [mean + slope * (a - mid) for a in x]
    sizes = [row.number_of("denominator") for row in rows]
    total = 0.0
    for b, fit, size in zip(y, fitted, sizes, strict=True):
        usual = max(fit, 0.5) if size is None else min(max(fit, 0.01), 0.99) * (1 - min(max(fit, 0.01), 0.99)) / size
        total += (b - fit) ** 2 / usual
    return total / (len(y) - 2)


@checks("probe/last-digits")
def last_digits(said: Said, case: Case, see: See) -> None:
    """Cited counts of a hundred or more end in the digit that is named; no more numbers are there than are said to be."""
    ids = [row["indicator"] for row in case.bundle.rows("indicators")]
    subject = said.fields["subject"]
    if subject.startswith("indicator/"):
        ids = [said.fields["indicator"]]
    held = [
        x
        for id in dict.fromkeys(ids)
        for row in series(case, id)
        for part in ("numerator", "denominator", "value")
        if (x := row.number_of(part)) is not None and x == round(x) and x >= 0
    ]
    if said.fields["outcome"] == "not-applicable":
        see.none(not held, f"there are {len(held)} whole numbers")
    if needed := re.search(r"in (\d+) whole numbers?; (\d+) are needed", said.says):
        see.claim([int(one) for one in needed.groups()] == [len(held), 100], f"there are {len(held)} whole numbers")
    if not told(said):
        return
    many, n, digit = whole(said)[:3]
    large = [x for x in held if x >= 100]
    ends = [x for x in large if x % 10 == digit]
    see.claim(n <= len(large) and many <= len(ends), f"{len(ends)} of {len(large)} large counts end in {digit}")
    see.claim(many * 10 >= n and many <= n, f"{many} of {n} would not be the commonest")
    if asks(said):
        for row in case.rows(said):
            numbers_ = [row.number_of(part) for part in ("numerator", "denominator", "value")]
            see.row(any(x is not None and x % 10 == digit for x in numbers_), f"row {row.number} has no such number")


@checks("probe/ratchet")
def ratchet(said: Said, case: Case, see: See) -> None:
    """Figures that are worse than the one before by more than a case, counted."""
    if not told(said):
        return
    rows, turn = series(case, said.fields["indicator"]), way(case, said.fields["indicator"])
    worse = 0
    for a, b in pairwise(rows):
        case_of = 1 / max(a.number_of("denominator") or 1.0, b.number_of("denominator") or 1.0)
        worse += turn * ((value(b) or 0.0) - (value(a) or 0.0)) < -case_of - 1e-9
    given = whole(said)
    see.claim(given[:2] == [len(rows) - 1, worse], f"{worse} of {len(rows) - 1} are worse")
    if asks(said):
        see.claim(given[2] > worse, f"expects {given[2]}")


def within(day: date, many: int) -> date:
    """So many days earlier."""
    return day - timedelta(days=many)
