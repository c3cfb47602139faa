"""What a reader is told beside the judgement: stories, what became of recommendations, voices, claims, doubts."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.counted import OLD, last, when_tested, why_no_test
from tests.truth.figures import (
    GAINS,
    MOVED,
    begun,
    call,
    counts,
    day_of,
    months,
    naming,
    registered,
    span,
    spans,
    spoken_days,
    sure_said,
)
from tests.truth.ledger import See, checks
from tests.truth.records_truth import paths
from tests.truth.sentences import days, long_day

DONE = {"adopt": "adopted", "adapt": "adapted"}
ASIDE = {
    "struck": ("asked about", "not found as written", "nobody looked"),
    "undated": ("without the day of the test",),
    "after": ("since",),
    "outside": ("before or after the period",),
    "unstated": ("without the day of the entry",),
    "late": ("afterwards",),
}
"""How it is said why a test does not count."""
ASKS = ("question", "strong-question")


def own(told: str | None, row: Row, field: str) -> bool:
    """Whether words that are told are those of a row, cut short or not."""
    text = row[field].strip()
    if told is None:
        return not text
    cut = told.endswith("…") and len(told) <= 300
    return text.startswith(told[:-1]) if cut and told != text else told == text


def logged(id: str, case: Case, told: Mapping[str, Any]) -> Row | None:
    """The entry of the log that is told: by its id, and of two alike the one whose row is named."""
    rows = {(one["resource"], first) for one in told["rows"] for first, _ in one["rows"]}
    found = [row for row in case.bundle.rows("improvement-log") if row["id"] == id]
    return next((row for row in found if (row.file, row.number) in rows), None)


def same_aside(told: str | None, entry: Row, case: Case, see: See) -> None:
    """Whether a test counts is what its row says, and why not."""
    why = why_no_test(entry, case.bundle)
    see.same(f"whether {entry['id']} counts", told is None, not why)
    if told is not None and why:
        see.claim(any(words in told for words in ASIDE[why]), f"{entry['id']} is set aside as {why}, not {told!r}")


@checks("told/stories")
def story(said: Said, case: Case, see: See) -> None:
    """What the measure did is what its figures say, the tests are those that name it, and what speaks against it is there."""
    told, indicator = said.raw, said.raw["indicator"]
    move, sure = call(case, indicator)
    see.same("title", told["title"], registered(case, indicator)["title"].strip())
    see.same("call", told["call"], move)
    see.claim(move in MOVED, f"its figures say {move}")
    see.number("probability", told["probability"], sure)
    see.claim(sure_said(said.says, sure) and "probability" in said.says, f"the probability is {sure}")
    _moved(said, case, see)
    _worked(said, case, see)
    _tests(said, case, see)
    _beside(told, case, see)
    asking = [t for t in case.result["traces"] if t["subject"] == f"indicator/{indicator}" and t["outcome"] in ASKS]
    see.same("asked", told["asked"], [f"{one['probe']}/{one['subject']}" for one in asking])
    _doubts(said, asking, case, see)


def _moved(said: Said, case: Case, see: See) -> None:
    """Since when, for how long, and by when it was gone."""
    told, fields = said.raw, case.facts[f"signal/trajectory/{said.raw['indicator']}"].fields
    words = {"loss": "got worse", "faded-gain": "got better and went back"}.get(told["call"], "got better")
    see.claim(f"{told['title']} {words}" in said.says, f"does not say that it {words}")
    first = said.says.partition("That began" if told["call"] != "faded-gain" else "The gain began")[2]
    see.claim(spans("began" + first)[:1] == [span(case, told["indicator"])], "does not say since when")
    if held := re.search(r"has held for (\d+) months?", said.says):
        figures = [row for row in case.rows(said) if row.kind == "indicators"]
        end = max(row.day("period_end") or date.min for row in figures)
        see.claim(int(held[1]) == months(day_of(fields["onset"]), end), f"{held[0]}: it has not")
    if gone := re.search(r"by (\w+ \d{4}) half of that or more was gone", said.says):
        see.claim(spoken_days(gone[1])[0] <= day_of(fields["fell"]) <= spoken_days(gone[1])[1], f"{gone[0]}: not then")


def _worked(said: Said, case: Case, see: See) -> None:
    """How the tests that name it lie to what it did."""
    indicator, low, high = said.raw["indicator"], *span(case, said.raw["indicator"])
    every = naming(case, indicator)
    tests = [row for row in every if counts(case, row)]
    claimed = [one["entry"] for one in said.raw["tests"] if one["claimed"]]
    fact = case.facts.get(f"signal/claimed-effect/{indicator}")
    see.same("the test claimed", claimed, [fact.fields["entry"]] if fact and "entry" in fact.fields else [])
    if "no log of tests" in said.says:
        see.none(not case.bundle.submitted("improvement-log"), "a log was submitted")
    if "No test of the log names it" in said.says:
        see.none(not every, f"{len(every)} tests name it")
    if left := re.search(r"(\d+) tests? names? it, and (?:is|all are) set aside", said.says):
        see.claim(int(left[1]) == len(every), f"{len(every)} tests name it")
        see.none(not tests, f"{len(tests)} of them count")
    if claimed:
        _claimed(said, [row for row in tests if row["id"] == claimed[0]], low, high, see)
    if first := re.search(
        r"The (?:one test|first of (\d+) tests) that names? it began (before|within|after)", said.says
    ):
        see.claim(int(first[1] or 1) == len(tests), f"{len(tests)} tests name it")
        start = begun(tests[0]) or date.max
        holds = {"before": start < low, "within": low <= start, "after": start > high}[first[2]]
        see.order(holds, f"the first was begun on {start}, and it began from {low} to {high}")
    if none := re.search(r"None of (\d+) tests? of the log names it", said.says):
        see.none(not tests, f"{len(tests)} tests name it")
        tried = {row["id"] for row in case.bundle.left("improvement-log") if when_tested(row) or row["decision"]}
        see.claim(int(none[1]) >= len(tried), f"the log has {len(tried)} tests")


def _claimed(said: Said, rows: Sequence[Row], low: date, high: date, see: See) -> None:
    """The test that the gain is said to follow, or to come with: its day, its decision and which came first."""
    if not see.row(bool(rows), "the test claimed is none that counts and names it"):
        return
    text = said.says.partition(f"Test {rows[0]['id']} began ")[2]
    told = [spoken_days(day)[0] for day in days(text)[:1]]
    entry = next((row for row in rows if told == [begun(row)]), None)
    if not see.claim(entry is not None, f"{rows[0]['id']} was begun on {begun(rows[0])}") or entry is None:
        return
    start = begun(entry) or date.max
    see.claim(f"was {DONE.get(entry['decision'], '?')}" in text, f"it was decided to {entry['decision'] or 'nothing'}")
    see.order(start < low if text.startswith("before") else low <= start <= high, f"it was begun on {start}")
    see.same("whether that can be told", text.endswith("which came first."), text.startswith("within"))


def _tests(said: Said, case: Case, see: See) -> None:
    """Each is a test that names the measure, told as its row has it; all are counted, and two given up are among them."""
    told = said.raw
    every = naming(case, told["indicator"])
    see.number("tests", len(told["tests"]) + told["others"], len(every))
    counted = [row for row in every if counts(case, row)]
    ends = ["" if (day := row.day("decided_on")) and day > last(case.bundle) else row["decision"] for row in counted]
    see.number("kept", told["kept"], sum(one in DONE for one in ends))
    see.number("abandoned", told["abandoned"], ends.count("abandon"))
    see.number("undecided", told["undecided"], ends.count(""))
    up = sum(row["decision"] == "abandon" for row in every)
    shown = sum(one["decided"] == "abandon" for one in told["tests"])
    see.claim(len(told["tests"]) <= 6 and shown >= min(2, up), f"{up} were given up, {shown} of them are told")
    for one in told["tests"]:
        entry = logged(one["entry"], case, one)
        if see.row(entry is not None and entry in every, f"{one['entry']} does not name it") and entry:
            _test(one, entry, case, see)
    places = [(one["started_on"] or "9", one["rows"][0]["rows"]) for one in told["tests"] if not one["claimed"]]
    starts = [place[0] for place in places if place[0] != "9"]
    see.order(starts == sorted(starts), "the tests do not stand by day")


def _test(told: Mapping[str, Any], entry: Row, case: Case, see: See) -> None:
    for name, field in (("aim", "aim"), ("predicted", "prediction"), ("saw", "learned")):
        see.claim(own(told[name], entry, field), f"that is not the {field} of {entry['id']}")
    see.claim(own(told["role"], entry, "raised_by_role") and own(told["team"], entry, "team"), "not whose test it was")
    see.same("decided", told["decided"] or "", entry["decision"])
    for day in ("raised_on", "started_on", "decided_on"):
        see.day(day, told[day], entry.day(day))
    same_aside(told["aside"], entry, case, see)
    asked = {
        (rows["resource"], row)
        for trace in case.result["traces"]
        if trace["subject"] == "improvement-log" and trace["outcome"] in ASKS
        for rows in trace["rows"]
        for first, end in rows["rows"]
        for row in range(first, end + 1)
    }
    see.same("doubtful", told["doubtful"], entry.struck or (entry.file, entry.number) in asked)


def _beside(told: Mapping[str, Any], case: Case, see: See) -> None:
    """The recommendations and findings that are named are there and about the measure."""
    rows = [row["id"] for row in case.bundle.rows("recommendations") if row["indicator"] == told["indicator"]]
    see.same("recommendations", told["recommendations"], list(dict.fromkeys(rows)))
    for id in told["findings"]:
        found = case.findings.get(id)
        about = {fact.fields.get("indicator") for fact in found.facts} if found else set()
        see.row(told["indicator"] in about, f"{id} does not speak of it")
    for id in told["against"]:
        one = case.findings[id].raw
        way = one["direction"] == "better" if told["call"] not in GAINS else one["direction"] == "worse" or one["limit"]
        if told["call"] not in GAINS:
            way = way and f"signal/trajectory/{told['indicator']}" in {fact.id for fact in case.findings[id].facts}
        see.claim(bool(way) and id in told["findings"], f"{id} does not speak against it")


def _doubts(said: Said, asking: Sequence[Mapping[str, Any]], case: Case, see: See) -> None:
    """Each is the explanation that the case against has, a question that is asked, or a reason to trust the figures less."""
    about = f"indicator/{said.raw['indicator']}"
    reasons: list[str] = next((one["reasons"] for one in case.result["trust"] if one["evidence"] == about), [])
    questions = [one["says"] for one in asking]
    see.none(all(one in said.raw["doubts"] for one in questions), "a question about its figures is not told")
    for one in said.raw["doubts"]:
        if one == "No finding for improvement rests on it.":
            moved = f"signal/trajectory/{said.raw['indicator']}"
            used = [f.id for f in case.findings.values() if f.raw["direction"] == "better" and moved in f.raw["facts"]]
            see.none(not used and said.raw["call"] in GAINS, f"{used[:2]} rest on it")
            continue
        less = one.partition("Its figures bear less than they show: ")[2].removesuffix(".")
        if less:
            see.claim(all(part in "; ".join(reasons) for part in less.split("; ")), f"no reason: {less}")
        if one in questions or less:
            continue
        explained(one, f"signal/trajectory/{said.raw['indicator']}", case, see)


def explained(says: str, fact: str, case: Case, see: See) -> None:
    """The explanation that would make a gain worth less, as the case against is asked about it."""
    from tests.truth.checkers.arguing import against

    raw = {"sort": "worthless-gain", "about": [fact], "says": says}
    against(Said("argument/case-against", see.said.id, says, {}, (), (), raw), case, see)


@checks("told/recommendations")
def recommended(said: Said, case: Case, see: See) -> None:
    """It is told as its record has it, and what became of it is what its rows say."""
    told = said.raw
    row = next(one for one in case.bundle.rows("recommendations") if one["id"] == told["recommendation"])
    see.claim(own(told["says"], row, "recommendation"), "that is not what is recommended")
    see.same("source", told["source"], row["source"])
    see.same("owners", told["owners"], row.many("owners"))
    see.same("indicator", told["indicator"] or "", row["indicator"])
    see.same("verified_by", told["verified_by"] or "", row["verified_by"])
    see.day("made_on", told["made_on"], row.day("made_on"))
    see.day("verified_on", told["verified_on"], row.day("verified_on"))
    for one, action in zip(told["actions"], case.bundle.within(row, "actions"), strict=True):
        see.claim(own(one["says"], action, "action") and own(one["owner"], action, "owner"), "that is not the action")
        see.same("strength", one["strength"] or "", action["strength"])
        see.day("due_on", one["due_on"], action.day("due_on"))
        see.day("done_on", one["done_on"], action.day("done_on"))
    statuses = sorted(case.bundle.within(row, "statuses"), key=lambda one: one["on"][:10])
    for one, status in zip(told["statuses"], statuses, strict=True):
        see.day("on", one["on"], status.day("on"))
        see.claim(one["status"] == status["status"] and own(one["note"], status, "note"), "that is not its status")
    _became(said, row, case, see)


def _became(said: Said, row: Row, case: Case, see: See) -> None:
    path = next((one for one in paths(case.bundle) if one["_row"] is row), None)
    if path is None:
        see.none(said.says == "It was made after the last day that counts.", "it was made by then")
        see.same("stage", said.raw["stage"], None)
        return
    see.same("claimed", said.raw["claimed"], path["claimed"])
    see.same("stage", said.raw["stage"], path["stage"])
    _stage(said.says, path, case, see)
    _acted(said, path, case, see)
    if measure := re.search(r"Its measure, (.*?), (?=got|had|shows)(.*)", said.says):
        _measure(measure[1], measure[2], path, case, see)


def _stage(says: str, path: Mapping[str, Any], case: Case, see: See) -> None:
    """What is borne out, and what its tracker calls it where that is something else."""
    called = re.search(
        r"Its tracker (?:calls it ([a-z]+)|says no more than that it was (made)); what is borne out: ", says
    )
    see.same("whether its tracker says otherwise", called is not None, path["claimed"] != path["stage"])
    if called:
        last_said = [{"status": "made"}, *sorted(path["_statuses"], key=lambda one: one["on"][:10])][-1]
        see.same("what its tracker calls it", called[1] or called[2], last_said["status"])
    borne = says.partition("borne out: ")[2] if called else says
    see.same("done", "omething was done" in borne, path["stage"] in ("acted", "measured", "verified", "lasting"))
    see.same("looked", "another body looked" in borne, path["stage"] in ("verified", "lasting"))
    see.same("lasts", "says that it lasts" in borne, path["stage"] == "lasting")
    for word in ("stuck", "dropped", "rejected"):
        see.same(word, f"t is {word}" in borne or f"t was {word}" in borne, path["stage"] == word)
    if path["stage"] == "stuck" != path["claimed"]:
        touched = [path["_row"].day("made_on"), *(one.day("on") for one in path["_statuses"])]
        see.none("nothing was noted of it for half a year" in borne, "does not say why it is stuck")
        see.claim((last(case.bundle) - max(day for day in touched if day)).days >= OLD, "something was noted since")
    if "no action is stated as done" in borne or "and no more" in borne:
        see.none(not path["_acted"], "an action is done")


def _acted(said: Said, path: Mapping[str, Any], case: Case, see: See) -> None:
    """How many actions there are, how many of them were done, and when."""
    many, done = len(path["_actions"]), sorted(one.day("done_on") for one in path["_done"])
    if not many:
        see.none("No action is recorded." in said.says, "does not say that no action is recorded")
        return
    whole = {1: "Its one action", 2: "Both actions"}.get(many, f"All {many} actions")
    which = whole if len(done) == many else f"{len(done)} of {many} actions"
    if not done:
        none = "Its one action is not" if many == 1 else f"None of {many} actions is"
        see.none(
            f"{none} stated as done by {long_day(last(case.bundle))}." in said.says,
            "does not say that nothing was done",
        )
        return
    told = re.search(rf"{which} (was|were) done (?:on|from) (.*?)\.", said.says)
    if not see.claim(told is not None, f"does not say that {which} were done") or told is None:
        return
    see.same("was or were", told[1], "was" if len(done) == 1 else "were")
    ends = [long_day(done[0]), *([long_day(done[-1])] if done[0] != done[-1] else [])]
    see.claim(re.split(r" and | to ", told[2]) == ends, f"they were done from {done[0]} to {done[-1]}")


def _measure(title: str, did: str, path: Mapping[str, Any], case: Case, see: See) -> None:
    """What its measure did, and whether that came after what was done."""
    indicator = path["indicator"]
    see.same("its measure", title, registered(case, indicator)["title"].strip())
    move, _ = call(case, indicator)
    if did.startswith("shows no lasting change"):
        see.none(move == "no-change", f"its figures say {move}")
        return
    worse = {"got worse": "loss", "got better and went back": "faded-gain"}
    said = next((one for words, one in worse.items() if did.startswith(words)), "gain")
    see.claim(move in GAINS if said == "gain" else move == said, f"its figures say {move}")
    low, high = span(case, indicator)
    see.claim(spans(did)[-1:] == [(low, high)], f"it began from {low} to {high}")
    done = sorted(one.day("done_on") for one in path["_done"])
    named = re.search(r"what was done on (\d+ \w+ \d{4})", did)
    day = spoken_days(named[1])[0] if named else done[0]
    see.row(day in done, f"nothing was done on {day}")
    if did.startswith("got better after") or "more than 12 months after" in did:
        see.order(day < low, f"it began from {low}")
    if "about the time" in did:
        see.order(low <= day <= high, f"it began from {low} to {high}")
    if did.startswith("had begun"):
        see.order(done[0] > high, f"something was done on {done[0]}, and it began from {low} to {high}")


@checks("told/voices")
def voice(said: Said, case: Case, see: See) -> None:
    """What was said stands in its row, and what came of it in the log."""
    told = said.raw
    rows = [row for row in case.bundle.rows("voice") if row["id"] == told["voice"]]
    row = next((one for one in rows if any(place in said.cited for place in [(one.file, one.number)])), rows[0])
    see.claim(own(told["said"], row, "said") and own(told["theme"], row, "theme"), "that was not said")
    see.same("group", told["group"], row["group"])
    see.number("people", told["people"], row.number_of("people"))
    see.day("start", told["start"], row.day("period_start"))
    see.day("end", told["end"], row.day("period_end"))
    see.day("told_back_on", told["told_back_on"], row.day("told_back_on"))
    named, log = row.many("changed"), {one["id"] for one in case.bundle.rows("improvement-log")}
    see.same("missing", told["missing"], [id for id in dict.fromkeys(named) if id not in log])
    see.same("came", {one["entry"] for one in told["came"]}, {id for id in named if id in log})
    ends = [_came(one, row, case, see) for one in told["came"]]
    best = next((one for one in ("changed", "aside", "before") if one in ends), "missing" if named else "nothing")
    see.same("became", told["became"], best)


def _came(told: Mapping[str, Any], row: Row, case: Case, see: See) -> str:
    """What came of it by one test: it counts, it does not, it was over before; empty where nothing was tried."""
    entry = logged(told["entry"], case, told)
    if not see.row(entry is not None, f"{told['entry']} is none of the log") or entry is None:
        return ""
    see.claim(own(told["aim"], entry, "aim"), f"that is not the aim of {entry['id']}")
    see.same("decided", told["decided"] or "", entry["decision"])
    see.day("decided_on", told["decided_on"], entry.day("decided_on"))
    if told["aside"] == "not tried":
        steps = ("started_on", "tested_on", "studied_on", "decided_on", "decision", "learned", "spread_to")
        see.none(not any(entry[one] for one in steps), f"{entry['id']} was tried")
        return ""
    same_aside(told["aside"], entry, case, see)
    day, start = when_tested(entry), row.day("period_start")
    before = day is not None and start is not None and day < start
    if day is not None:
        see.same("before", told["before"], before)
    return "aside" if told["aside"] else "before" if before else "changed"


@checks("told/claims")
def claim(said: Said, case: Case, see: See) -> None:
    """The claim stands in its row, and what is found of it is what the signal found."""
    told = said.raw
    row = next(one for one in case.bundle.rows("self-evaluation", "claims") if one["id"] == told["claim"])
    see.claim(own(told["says"], row, "claim"), "that is not claimed")
    see.same("direction", told["direction"], row["direction"])
    see.same("indicator", told["indicator"] or "", row["indicator"])
    fact = case.facts[f"signal/self-claims/{told['claim']}"]
    see.same("outcome", told["outcome"], fact.fields["outcome"])
    see.same("area", told["area"], fact.fields["area"])
    see.same("found", said.says, fact.says)


@checks("told/doubts")
def doubt(said: Said, case: Case, see: See) -> None:
    """It is what a probe asks, a reason that all it is about have in common, or figures that are set aside."""
    told = said.raw
    titles = {
        f"indicator/{row['indicator']}": row["title"].strip() for row in case.bundle.rows("indicator-register")[::-1]
    }
    see.same("titles", told["titles"], [titles.get(one, one) for one in told["about"]])
    if told["why"] == "asked":
        probe, _, subject = told["asked"].partition("/")
        found = [t for t in case.result["traces"] if (t["probe"], t["subject"]) == (probe, subject)]
        see.claim(any(t["outcome"] in ASKS and t["says"] == said.says for t in found), "that is not asked")
        see.same("about", told["about"], [subject])
    elif told["why"] == "trusted-less":
        _trusted(said, case, see)
    else:
        _aside(said, case, see)


def _trusted(said: Said, case: Case, see: See) -> None:
    reason = said.says.removesuffix(".")
    low = [one for one in case.result["trust"] if one["trust"] in ("exposed", "compromised")]
    whose = {one["evidence"] for one in low if reason[1:] in [r[1:].rstrip(".") for r in one["reasons"]]}
    see.same("about", set(said.raw["about"]), whose)
    if count := re.match(
        r"(\d+) of its (\d+) figures do not say (what they are out of|when they were written down)", reason
    ):
        field = "denominator" if "out of" in count[3] else "recorded_on"
        for about in said.raw["about"]:
            figures = [
                row for row in case.rows(said) if row.kind == "indicators" and f"indicator/{row['indicator']}" == about
            ]
            see.claim(len(figures) >= int(count[2]), f"{about} has {len(figures)} figures")
            see.none(sum(not row[field] for row in figures) >= int(count[1]), f"figures of {about} say so")


def _aside(said: Said, case: Case, see: See) -> None:
    """As many figures as are said are cited, all of that measure."""
    told = re.match(r"(\d+) figures? (?:is|are) left out", said.says)
    rows = case.rows(said)
    see.claim(told is not None and int(told[1]) == len(rows), f"{len(rows)} figures are cited")
    for row in rows:
        see.row(f"indicator/{row['indicator']}" in said.raw["about"], f"row {row.number} is of {row['indicator']}")
