"""A comparison worked out again from the two results that it cites. It shares no code with Inspector."""

from collections.abc import Iterator, Mapping
from typing import Any

Result = Mapping[str, Any]
LADDER = ("silent", "stated", "doing", "showing", "lasting")
VOUCHED = ("on-paper", "committed", "verified")


def faults(then: Result, now: Result, found: Result) -> list[str]:
    """What a comparison says that the two results do not bear out, in words."""
    return [
        *_ladder(then, now, found),
        *_findings(then, now, found),
        *_enquiries(then, now, found),
        *_promised(then, now, found),
    ]


def _ladder(then: Result, now: Result, found: Result) -> Iterator[str]:
    for side, result in (("old", then), ("new", now)):
        if found[side]["verdict"] != result["verdict"]["verdict"] or found[side]["says"] != result["verdict"]["says"]:
            yield f"the verdict of {side} is another"
    before, after = ({one["theme"]: one["standing"] for one in result["themes"]} for result in (then, now))
    if [one["theme"] for one in found["themes"]] != [*after, *(name for name in before if name not in after)]:
        yield "a theme is missing, or told twice"
    for one in found["themes"]:
        was, is_ = before.get(one["theme"]), after.get(one["theme"])
        if (one["then"], one["now"]) != (was, is_):
            yield f"{one['theme']} stood at {was} and stands at {is_}"
        if was and is_:
            step = LADDER.index(is_) - LADDER.index(was)
            if one["moved"] != ("up" if step > 0 else "down" if step < 0 else "same"):
                yield f"{one['theme']} moved by {step}"


def _lines(rows: list[Any]) -> set[tuple[str, Any]]:
    lines = {(part["resource"], n) for part in rows for first, last in part["rows"] for n in range(first, last + 1)}
    return lines | {(part["resource"], path) for part in rows for path in part.get("paths", ())}


def _rows_of(result: Result, names: list[str]) -> set[tuple[str, Any]]:
    return {line for fact in result["facts"] if fact["id"] in names for line in _lines(fact["rows"])}


def _findings(then: Result, now: Result, found: Result) -> Iterator[str]:
    before, after = ({one["id"]: one for one in result["findings"]} for result in (then, now))
    told = (
        [one["then_id"] for one in found["findings"] if one["then_id"]],
        [one["now_id"] for one in found["findings"] if one["now_id"]],
    )
    if sorted(told[0]) != sorted(before) or sorted(told[1]) != sorted(after):
        yield "a finding is told twice, or not at all"
    says = {one["id"]: one["says"] for one in now["facts"]}
    for one in found["findings"]:
        was, is_ = before.get(one["then_id"]), after.get(one["now_id"])
        if one["state"] != ("kept" if was and is_ else "new" if is_ else "gone"):
            yield f"{one['now_id'] or one['then_id']} is {one['state']}"
        for side, words, mine, result in (("then", "then_says", was, then), ("now", "now_says", is_, now)):
            if mine and (one[words] != mine["says"] or _lines(one[side]["rows"]) != _rows_of(result, mine["facts"])):
                yield f"{mine['id']}: its words or its rows are others {side}"
        if was and not is_:
            yield from _gone(was, one["why"], says, after)


def _gone(was: Result, why: str, says: Mapping[str, str], after: Mapping[str, Any]) -> Iterator[str]:
    if was["id"] in after:
        yield f"{was['id']} is not gone"
    for name in was["facts"]:
        if name not in says and len(was["facts"]) <= 3 and name not in why:
            yield f"{was['id']}: that {name} is not there is not said"
    quoted = [name for name in was["facts"] if f"[{name}]" in why]
    if any(says.get(name, "\0") not in why for name in quoted):
        yield f"{was['id']}: a fact of now is told in other words"


def _asking(result: Result) -> dict[str, set[str]]:
    """The questions of a result by what puts them."""
    found: dict[str, set[str]] = {}
    for one in [*result.get("fieldwork", {}).get("enquiries", ()), *result["questions_on_site"]]:
        for name in one["because"]:
            found.setdefault(name, set()).add(one["question"])
    return found


def _still(now: Result, found: Result) -> set[str]:
    """What asked then and asks now, by its name then."""
    asks = {
        f"probe/{t['probe']}/{t['subject']}" for t in now["traces"] if t["outcome"] in ("question", "strong-question")
    }
    asks |= {f"standing/{one['theme']}" for one in now["themes"] if one["standing"] == "silent"}
    puts = {one["id"] for one in now["findings"] if one["ask"] and not one["withdrawn"]}
    return asks | {one["then_id"] for one in found["findings"] if one["state"] == "kept" and one["now_id"] in puts}


def _enquiries(then: Result, now: Result, found: Result) -> Iterator[str]:
    asked = {one["question"] for one in [*then.get("fieldwork", {}).get("enquiries", ()), *then["questions_on_site"]]}
    if sorted(one["question"] for one in found["enquiries"]) != sorted(asked):
        yield "an enquiry has no state, or several"
    still, silent = _still(now, found), {one["theme"] for one in now["themes"] if one["standing"] == "silent"}
    themes = {one["theme"] for one in now["themes"]}
    clear = {f"probe/{t['probe']}/{t['subject']}" for t in now["traces"] if t["outcome"] == "clear"}
    asking = _asking(now)
    same = {one["then_id"]: one["now_id"] for one in found["findings"] if one["state"] == "kept"}
    for one in found["enquiries"]:
        since = any(a["where"] == "visit-now" for a in one["answers"])
        again = bool(still & set(one["because"]))
        name = one["question"]
        if (one["state"] == "open") != (again and not since):
            yield f"{name}: it is {one['state']}, and what asks again: {still & set(one['because'])}"
        if one["state"] == "answered" and not one["answers"]:
            spoke = [n for n in one["because"] if n.startswith("standing/") and n[9:] in themes - silent]
            event = [n for n in one["because"] if n in clear and now.get("declared")]
            if not spoke and not event:
                yield f"{name}: nobody answered it"
        if one["state"] == "not-asked-again" and (again or one["answers"]):
            yield f"{name}: it is asked again, or answered"
        put = {q for n in one["because"] if n in still for q in asking.get(same.get(n, n), ())}
        if set(one["asked_now"]) != put:
            yield f"{name}: asked again by {one['asked_now']}, and really by {sorted(put)}"


def _promised(then: Result, now: Result, found: Result) -> Iterator[str]:
    became = {"done": "kept", "not-done": "not-kept"}
    there = {(one["sort"], one["id"]): one for one in now.get("promised", ())}
    wanted = {}
    for one in then.get("promised", ()):
        mine = there.get((one["sort"], one["id"]))
        state = became.get(mine["state"], mine["state"]) if mine else "gone" if "promised" in now else "cannot-tell"
        state = "cannot-tell" if mine and mine["says"] != one["says"] else state
        settled = one["state"] in became
        if not settled or (mine is not None and mine["state"] != one["state"]):
            wanted[one["sort"], one["id"]] = state
    told = {
        (one["sort"], one["id"]): one["state"]
        for one in found["promises"]
        if one["sort"] in ("test", "recommendation", "commitment", "next-step")
    }
    if told != wanted:
        yield f"promises: {set(told.items()) ^ set(wanted.items())}"
    for one in found["promises"]:
        if one["sort"] == "assurance":
            has = VOUCHED.index(now["verdict"].get("assurance", "on-paper")) >= VOUCHED.index(one["id"])
            if (one["state"] == "kept") != has:
                yield f"the word {one['id']} is {one['state']}"
