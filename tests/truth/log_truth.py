"""What an improvement log, participation and voice come to, counted from their rows."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from tests.truth.bundle import Bundle, Row
from tests.truth.counted import (
    FRONT,
    OLD,
    announced,
    apart,
    by,
    calendar_month,
    change,
    inside,
    last,
    median,
    of,
    only_since,
    share,
    tried,
    until,
    when_tested,
    why_no_idea,
    why_no_review,
    why_no_test,
    why_not,
)  # fmt: skip

SMALL = ("one-case", "one-worker", "one-team", "several-teams")
LARGE = ("whole-service", "whole-authority")
WIDE = ("several-teams", "whole-service", "whole-authority")
SYSTEM = ("task", "tool", "workload", "environment", "staffing", "joint-working")


@cache
def pace(bundle: Bundle, scale: str) -> dict[str, Any]:
    """How many tests, in how many months, with what gaps."""
    scales = {"small": SMALL, "large": LARGE, "any": SMALL + LARGE}[scale]
    of_scale = [entry for entry in bundle.rows("improvement-log") if entry["scale"] in scales]
    counted, aside = apart([row for row in of_scale if tried(row)], lambda row: why_no_test(row, bundle))
    by_month = Counter(calendar_month(day) for entry in counted if (day := when_tested(entry)))
    months = list(range(calendar_month(bundle.starts), calendar_month(until(bundle)) + 1))
    counts = [by_month[month] for month in months]
    run = gap = 0
    for count in counts:
        run = 0 if count else run + 1
        gap = max(gap, run)
    of_scale = [row for row in of_scale if not row.struck]
    raised = [row for row in of_scale if inside(row.day("raised_on"), bundle)]
    since = sum(announced(row.day("started_on") or row.day("tested_on"), bundle) for row in of_scale)
    shown = [row for row in of_scale if tried(row)]
    return {
        "scale": scale,
        "count": len(counted),
        "dated_share": share(shown, lambda row: when_tested(row) is not None),
        "raised": len(raised),
        "untried": sum(not tried(row) for row in raised),
        "begun_since": since,
        "months": len(months),
        "active_months": sum(count > 0 for count in counts),
        "active_share": sum(count > 0 for count in counts) / len(months),
        "longest_gap_months": gap,
        "per_month": len(counted) / len(months),
        "evenness": _even(counts),
        "since_notification_share": of(since, since + len(counted)),
        "since_when": bundle.since_when,
        "_rows": counted,
        **aside,
    }


def _even(counts: Sequence[int]) -> float | None:
    total = sum(counts)
    if not total:
        return None
    want = sorted((total // len(counts) + (place < total % len(counts)) for place in range(len(counts))), reverse=True)
    moved = sum(max(0, have - due) for have, due in zip(sorted(counts, reverse=True), want, strict=True))
    most = total - want[0]
    return 1 - moved / most if most else 1.0


@cache
def breadth(bundle: Bundle, among: str) -> dict[str, Any]:
    """How many of the staff, teams or roles took part, and whom ideas came from."""
    table, aside = apart(bundle.rows("participation"), lambda row: why_not(row.day("period_end"), bundle))
    ideas, ideas_aside = apart(bundle.rows("improvement-log"), lambda row: why_no_idea(row, bundle))
    known = [row for row in ideas if row["origin"]]
    front = sum(row["origin"] in FRONT for row in known)
    whence: dict[str, Any] = {
        "of": among,
        "ideas": len(ideas),
        "origin_known": len(known),
        "origin_unknown": len(ideas) - len(known),
        "origin_known_share": of(len(known), len(ideas)),
        "front_line": front,
        "front_line_share": of(front, len(known)),
        "front_line_least_share": of(front, len(ideas)),
    }
    if not bundle.rows("participation"):
        shown = [row for row in bundle.rows("improvement-log") if tried(row)]
        done, aside = apart(shown, lambda row: why_no_test(row, bundle))
        names = {row["team" if among == "teams" else "raised_by_role"] for row in done}
        found = {"contributed": len(names), "records": len(done), "_rows": done}
    else:
        found = {**_took_part(table, among), "records": len(table), "_rows": table}
    if known:
        aside = aside | {"_beside": ideas_aside["_aside"]}
    return whence | found | aside


def _took_part(table: Sequence[Row], among: str) -> dict[str, Any]:
    starts = sorted({row["period_start"] for row in table})
    half = len(starts) // 2
    first = [row for row in table if row["period_start"] in starts[:half]]
    later = [row for row in table if row["period_start"] in starts[len(starts) - half :]] if half else []
    who = {"teams": "team", "roles": "role"}.get(among, "")
    every = {row[who] for row in table}

    def part(rows: Sequence[Row]) -> float | None:
        if among == "staff":
            return of(_sum(rows, "contributors"), _sum(rows, "headcount"))
        return (
            len({row[who] for row in rows if (row.number_of("contributors") or 0) > 0}) / len(every) if rows else None
        )

    before, after = part(first), part(later)
    active = {row[who] for row in table if (row.number_of("contributors") or 0) > 0}
    return {
        "contributed": int(_sum(table, "contributors")) if among == "staff" else len(active),
        "out_of": int(_sum(table, "headcount")) if among == "staff" else len(every),
        "share": part(table),
        "change": None if before is None or after is None else after - before,
    }


def _sum(rows: Sequence[Row], field: str) -> float:
    return sum(row.number_of(field) or 0 for row in rows)


def untouched(entry: Row, bundle: Bundle) -> bool:
    """Whether nothing that an entry says shows that the idea was tried or decided on by the last day that counts."""
    steps = [day for field in STEPS if (day := entry.day(field))]
    return min(steps) > last(bundle) if steps else not tried(entry)


STEPS = ("started_on", "tested_on", "studied_on", "decided_on")


@cache
def ideas(bundle: Bundle) -> dict[str, Any]:
    """What became of ideas."""
    raised, aside = apart(bundle.rows("improvement-log"), lambda row: why_no_idea(row, bundle))
    old = [row for row in raised if (last(bundle) - _raised(row)).days >= OLD]
    waiting = [row for row in old if untouched(row, bundle)]
    table = [row for row in bundle.left("participation") if not why_not(row.day("period_end"), bundle)]
    heard = [row for row in table if row.number_of("days_to_hear_back") is not None]
    tested = [row for row in raised if _tried(row, bundle)]
    undated = [row for row in raised if tried(row) and when_tested(row) is None]
    untried = [row for row in raised if not tried(row)]
    adopted = [row for row in (*tested, *undated) if row["decision"] == "adopt"]
    known = [row for row in raised if row["origin"]]

    def shown(row: Row) -> bool:
        return row in tested or row in undated

    return {
        "until": last(bundle),
        "raised": len(raised),
        "unwritten": sum(row.day("recorded_at") is None for row in raised),
        "unwritten_share": of(sum(row.day("recorded_at") is None for row in raised), len(raised)),
        "tested": len(tested),
        "tested_since": len(raised) - len(tested) - len(undated) - len(untried),
        "tested_undated": len(undated),
        "untried": len(untried),
        "adopted": len(adopted),
        "spread": sum(bool(set(row.many("spread_to")) - {row["team"]}) for row in adopted),
        "old": len(old),
        "waiting": len(waiting),
        "waiting_share": of(len(waiting), len(old)),
        "answered_since": sum(tried(row) for row in waiting),
        "days_to_test": _wait(tested),
        "days_to_test_change": change(tested, _raised, _wait, bundle),
        "origin_known": len(known),
        "front_line_tested_share": share([row for row in known if row["origin"] in FRONT], shown),
        "above_tested_share": share([row for row in known if row["origin"] not in FRONT], shown),
        "origins": len({row["origin"] for row in known}) or None,
        "days_to_hear": _hear(heard),
        "days_to_hear_change": change(heard, lambda row: row.day("period_start"), _hear, bundle),
        "_rows": raised,
        **aside,
        "_beside": apart(bundle.rows("participation"), lambda row: why_not(row.day("period_end"), bundle))[1]["_aside"],
    }


def _raised(row: Row) -> date:
    day = row.day("raised_on")
    assert day
    return day


def _tried(row: Row, bundle: Bundle) -> bool:
    return by(when_tested(row), bundle)


def _wait(rows: Sequence[Row]) -> float | None:
    return median((day - _raised(row)).days for row in rows if (day := when_tested(row)))


def _hear(rows: Sequence[Row]) -> float | None:
    days = [days for row in rows if (days := row.number_of("days_to_hear_back")) is not None]
    return sum(days) / len(days) if days else None


def _tests(bundle: Bundle) -> tuple[list[Row], dict[str, Any]]:
    """The tests that count, and what is set aside of those that were recorded."""
    shown = [row for row in bundle.rows("improvement-log") if tried(row)]
    return apart(shown, lambda row: why_no_test(row, bundle))


@cache
def loop(bundle: Bundle) -> dict[str, Any]:
    """What tests say beforehand and afterwards, and how they follow one another."""
    done, aside = _tests(bundle)
    old = [row for row in done if (day := when_tested(row)) and (last(bundle) - day).days >= 62]
    lessons = [" ".join(row["learned"].casefold().split()) for row in done if row["learned"]]
    decisions = [row for row in done if row["decision"]]
    decided = [row for row in decisions if not only_since(row.day("decided_on"), bundle)]
    given_up = sum(row["decision"] == "abandon" for row in decided)
    lengths = _chains(done)
    return {
        "until": last(bundle),
        "tests": len(done),
        "predicted": sum(bool(row["prediction"]) for row in done),
        "predicted_share": share(done, lambda row: bool(row["prediction"])),
        "unpredicted": sum(not row["prediction"] for row in done),
        "studied_share": share(old, lambda row: by(row.day("studied_on"), bundle) or bool(row["learned"])),
        "compared": sum(bool(row["prediction"] and row["learned"]) for row in done),
        "compared_share": _compared(done),
        "lessons": len(lessons),
        "distinct": len(set(lessons)),
        "distinct_share": of(len(set(lessons)), len(lessons)),
        "repeated": len(lessons) - len(set(lessons)),
        "decided": len(decided),
        "decided_since": len(decisions) - len(decided),
        "abandoned": given_up,
        "abandoned_share": of(given_up, len(decided)),
        "abandoned_recorded": sum(row["decision"] == "abandon" for row in bundle.left("improvement-log")),
        "chained": sum(length > 1 for length in lengths),
        "longest_chain": max(lengths, default=0),
        "change": change(done, when_tested, _compared, bundle),
        "_rows": done,
        **aside,
    }


def _compared(rows: Sequence[Row]) -> float | None:
    return share(rows, lambda row: bool(row["prediction"] and row["learned"]))


def before(entry: Row, done: dict[str, Row]) -> Row | None:
    """The test that a test says it follows, if that counts and did not come later."""
    found = done.get(entry["follows"])
    if found is None or found is entry:
        return None
    mine, theirs = when_tested(entry), when_tested(found)
    return found if mine and theirs and theirs <= mine else None


def _chains(done: Sequence[Row]) -> list[int]:
    """How many tests each one crowns, itself included; in a circle nobody is first, so that it counts alone."""
    named = {row["id"]: row for row in done}
    lengths = []
    for row in done:
        path, at = [row["id"]], before(row, named)
        while at is not None and at["id"] not in path:
            path.append(at["id"])
            at = before(at, named)
        circle = path[path.index(at["id"]) :] if at is not None else []
        lengths.append(1 if row["id"] in circle else len(path) - max(0, len(circle) - 1))
    return lengths


@cache
def questioned(bundle: Bundle) -> dict[str, Any]:
    """Tests that ask whether a target, form or measure is right."""
    done, aside = _tests(bundle)
    asked = [row for row in done if _asks(row)]
    stated = sum(row.flag("questions_target") is not None or row["change_type"] == "measure" for row in done)
    changes = [row for row in bundle.rows("case-reviews", "actions") if row["level"] in ("procedure", "measure")]
    return {
        "tests": len(done),
        "stated": stated,
        "not_said": len(done) - stated,
        "questioned": len(asked),
        "questioned_recorded": sum(_asks(row) for row in bundle.left("improvement-log")),
        "acted": sum(
            row["decision"] in ("adopt", "adapt") and not only_since(row.day("decided_on"), bundle) for row in asked
        ),
        "teams": len({row["team"] for row in asked}),
        "front_line": sum(row["origin"] in FRONT for row in asked),
        "review_changes": sum(inside(row.day("done_on"), bundle) for row in changes),
        "review_changes_since": sum(only_since(row.day("done_on"), bundle) for row in changes),
        "_rows": [*asked, *changes],
        **aside,
    }


def _asks(row: Row) -> bool:
    return bool(row.flag("questions_target")) or row["change_type"] == "measure"


@cache
def mix(bundle: Bundle) -> dict[str, Any]:
    """What sort of thing tests alter."""
    done, aside = _tests(bundle)
    known = [row for row in done if row["change_type"]]
    return {
        "tests": len(done),
        "known": len(known),
        "unknown": len(done) - len(known),
        "sorts": len({row["change_type"] for row in known}),
        "system": sum(row["change_type"] in SYSTEM for row in known),
        "system_share": share(known, lambda row: row["change_type"] in SYSTEM),
        "procedures": sum(row["change_type"] == "procedure" for row in known),
        "procedure_share": share(known, lambda row: row["change_type"] == "procedure"),
        "trainings": sum(row["change_type"] == "training" for row in known),
        "training_share": share(known, lambda row: row["change_type"] == "training"),
        "_rows": known,
        **aside,
    }


@cache
def learned_together(bundle: Bundle) -> dict[str, Any]:
    """Who taught whom."""
    done, aside = _tests(bundle)
    reviews, others = apart(bundle.rows("case-reviews"), lambda row: why_no_review(row, bundle))
    named = {row["id"]: row for row in done}
    wide = [row for row in done if row["scale"] in WIDE]
    grew = [_grew(row, named) for row in wide]
    adopted = [row for row in done if row["decision"] == "adopt" and not only_since(row.day("decided_on"), bundle)]
    spread = [row for row in adopted if set(row.many("spread_to")) - {row["team"]}]
    return {
        "tests": len(done),
        "wide": len(wide),
        "wide_following": sum(bool(row["follows"]) for row in wide),
        "upward": sum(one is True for one in grew),
        "upward_open": sum(one is None for one in grew),
        "spread": len(spread),
        "teams_reached": len({team for row in spread for team in row.many("spread_to") if team != row["team"]}),
        "origin_known": sum(bool(row["origin"]) for row in done),
        "partner_ideas": sum(row["origin"] == "partner" for row in done),
        "joint_working": sum(row["change_type"] == "joint-working" for row in done),
        "reviews": len(reviews),
        "shared_reviews": sum(bool(row.many("shared_with")) for row in reviews),
        "shared_with": len({name for row in reviews for name in row.many("shared_with")}),
        "_rows": [*done, *reviews],
        **aside,
        "_beside": others["_aside"],
    }


def _grew(entry: Row, named: dict[str, Row]) -> bool | None:
    """Whether a small test of the front line or a family stands further back in its chain; None where that is open."""
    seen, doubt = {entry["id"]}, False
    while entry["follows"]:
        if entry["follows"] not in named:
            return None
        earlier = before(entry, named)
        if earlier is None or earlier["id"] in seen:
            break
        if earlier["scale"] not in WIDE:
            if earlier["origin"] in FRONT:
                return True
            doubt = doubt or not earlier["origin"]
        seen.add(earlier["id"])
        entry = earlier
    return None if doubt else False


@cache
def voice(bundle: Bundle, group: str) -> dict[str, Any]:
    """What came of what people said."""
    some = [row for row in bundle.rows("voice") if group in ("all", row["group"])]
    said, aside = apart(some, lambda row: why_not(row.day("period_end"), bundle))
    done, _ = _tests(bundle)
    named = {row["id"]: row for row in done}
    others = {row["id"] for row in bundle.left("improvement-log") if tried(row)} - set(named)

    def became(row: Row) -> str:
        start, mine = row.day("period_start"), [named[id] for id in row.many("changed") if id in named]
        if any((day := when_tested(one)) and start and day >= start for one in mine):
            return "changed"
        if others & set(row.many("changed")):
            return "changed_aside"
        if mine:
            return "changed_before"
        return "unfound" if row.many("changed") else "unnamed"

    ends = [became(row) for row in said]
    states = ("changed", "changed_aside", "changed_before", "unfound", "unnamed")
    told = sum(by(row.day("told_back_on"), bundle) for row in said)
    return {
        "group": group,
        "words": {"all": "anybody", "front-line": "the front line"}.get(group, group),
        "until": last(bundle),
        "said": len(said),
        **{state: ends.count(state) for state in states},
        "changed_share": of(ends.count("changed"), len(said)),
        "unanswered": len(said) - ends.count("changed") - ends.count("changed_aside"),
        "told": told,
        "told_share": of(told, len(said)),
        "told_since": sum(only_since(row.day("told_back_on"), bundle) for row in said),
        "change": change(
            said,
            lambda row: row.day("period_end"),
            lambda rows: share(rows, lambda one: became(one) == "changed"),
            bundle,
        ),
        "_rows": said,
        **aside,
    }


@cache
def told(bundle: Bundle) -> dict[str, Any]:
    """Small tests with a day, a decision and a lesson in words, against how many work there."""
    rows = bundle.rows("improvement-log")
    shown = [row for row in rows if row["scale"] in SMALL and tried(row)]
    done, aside = apart(shown, lambda row: why_no_test(row, bundle) or _untold(row))
    first, end = calendar_month(bundle.starts), calendar_month(until(bundle))
    months = {calendar_month(day) for row in done if (day := when_tested(row))}
    latest = min(6, end - first + 1)
    lately = [month for month in months if month > end - latest]
    table = bundle.left("participation")
    heads: Counter[tuple[str, str]] = Counter()
    for row in table:
        heads[row["period_start"], row["period_end"]] += int(row.number_of("headcount") or 0)
    most = max(heads.values(), default=0)
    told_days = sum((date.fromisoformat(end) - date.fromisoformat(start)).days + 1 for start, end in heads)
    stated = most if 2 * told_days >= (bundle.ends - bundle.starts).days + 1 else 0
    staff = stated or max(300, most)
    teams = [team for team, count in Counter(row["team"] for row in done).items() if count > 1]
    one_team = 0 < stated < 20 and len({row["team"] for row in table}) == 1
    lessons = {tuple(sorted(_spoken(row["learned"]))) for row in done}
    days = (until(bundle) - bundle.starts).days + 1
    return {
        "count": len(done),
        "months": end - first + 1,
        "active_months": len(months),
        "active_share": len(months) / (end - first + 1),
        "latest_months": latest,
        "latest_active": len(lately),
        "latest_share": len(lately) / latest,
        "teams": len(teams),
        "beyond_one_team": len(teams) > 1 or (one_team and len(teams) == 1),
        "different": len(lessons),
        "words": len(set().union(*(_spoken(f"{row['aim']} {row['learned']}") for row in done))),
        "staff": staff,
        "staff_stated": stated > 0,
        "of_needed": len(lessons) / max(days / 365.25 * staff / 10, 60),
        "yearly_per_ten": len(lessons) * 365.25 / days / (staff / 10),
        **_unnumbered(rows),
        "_rows": done,
        **aside,
    }


def _untold(row: Row) -> str:
    said = row["decision"] and all(_says_something(row[field]) for field in ("aim", "learned"))
    return "" if said else "unstated"


def _says_something(text: str) -> bool:
    words = _spoken(text)
    return len(words) > 1 or len("".join(words)) > 7


def _spoken(text: str) -> set[str]:
    """The different words of a text: runs of two letters or more."""
    bare = "".join(letter if letter.isalpha() else " " for letter in text.casefold())
    return {word for word in bare.split() if len(word) > 1}


def _unnumbered(rows: Sequence[Row]) -> dict[str, Any]:
    """The numbers that no entry has, where the log numbers its entries from the beginning."""
    by_word: dict[str, set[int]] = {}
    sizes: Counter[str] = Counter()
    for row in rows:
        word = row["id"].rstrip("0123456789")
        digits = row["id"][len(word) :]
        if digits and len(digits) < 10:
            by_word.setdefault(word, set()).add(int(digits))
            sizes[word] += 1
    if not sizes or max(sizes.values()) < max(10, 0.9 * len(rows)):
        return {}
    numbers = by_word[max(sizes, key=lambda word: sizes[word])]
    highest = max(numbers)
    if not highest or min(numbers) > max(1, highest / 5):
        return {}
    missing = len(set(range(1, highest + 1)) - numbers)
    return {"numbers": highest, "numbers_missing": missing, "numbers_missing_share": missing / highest}
