"""What was promised, claimed or named as missing then, and what became of it."""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from inspector.model.assurance import SAID, said
from inspector.model.comparison import Became, PromiseOver, Sort
from inspector.model.ladder import rank
from inspector.model.visits import ASSURANCES
from inspector.model.words import plural
from inspector.overtime.citing import cited, ended
from inspector.overtime.findings import facts
from inspector.overtime.ladder import stands_now, stood
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Fact, Missing
from inspector.report.document.shape.promised import Promise

OUTSTANDING = ("open", "overdue", "cannot-tell")
OF: Mapping[str, Became] = {
    "done": "kept",
    "not-done": "not-kept",
    "open": "open",
    "overdue": "overdue",
    "cannot-tell": "cannot-tell",
}
OUTCOMES: Mapping[str, Became] = {"supported": "kept", "contradicted": "not-kept"}
CLAIM = "signal/self-claims"


def promises(then: Document, now: Document) -> tuple[PromiseOver, ...]:
    """Everything that was outstanding then, or stands otherwise now: records, claims, and what the result itself wanted."""
    return (*_records(then, now), *_claims(then, now), *_assurance(then, now), *_missing(then, now), *_steps(then, now))


def _records(then: Document, now: Document) -> Iterator[PromiseOver]:
    known = {(one["sort"], one["id"]): one for one in now.get("promised", ())}
    for one in then.get("promised", ()):
        there = known.get((one["sort"], one["id"]))
        state = _state(one, there, told="promised" in now)
        settled = one["state"] in ("done", "not-done")
        if settled and (there is None or there["state"] == one["state"]):
            continue
        yield PromiseOver(
            sort=cast(Sort, one["sort"]),
            id=one["id"],
            promised=one["says"],
            due=one["due"],
            then_said=f"{SAID_THEN[one['state']]}: {one['became']}",
            state=state,
            says=_says(one, there, told="promised" in now),
            then=cited(rows=one["rows"]),
            now=cited(rows=there["rows"] if there else ()),
        )


SAID_THEN: Mapping[str, str] = {
    "open": "open",
    "overdue": "overdue",
    "done": "done",
    "not-done": "not done",
    "cannot-tell": "nothing could say",
}


def _state(was: Promise, there: Promise | None, *, told: bool) -> Became:
    """What became of a promise: of one that reads otherwise now nobody can tell, whatever is said of the other."""
    if there is None:
        return "gone" if told else "cannot-tell"
    return OF[there["state"]] if there["says"] == was["says"] else "cannot-tell"


def _says(was: Promise, there: Promise | None, *, told: bool) -> str:
    if there is None:
        return (
            "No record of that id is among what is submitted now."
            if told
            else "The result of now does not say what became of it."
        )
    if there["says"] != was["says"]:
        now = f"{SAID_THEN[there['state']]}: {there['became']}"
        return f"What is promised under that id reads otherwise now: {ended(there['says'])} {ended(f'Of that, {now}')}"
    if there["state"] == "cannot-tell":
        return ended(f"Nothing in a submission says whether it was done; {there['became']}")
    return ended(f"{SAID_THEN[there['state']].capitalize()} now: {there['became']}")


def _claims(then: Document, now: Document) -> Iterator[PromiseOver]:
    after = facts(now)
    for one in then["facts"]:
        if one["kind"] != CLAIM:
            continue
        there = after.get(one["id"])
        yield PromiseOver(
            sort="claim",
            id=str(one["fields"].get("claim", one["id"])),
            promised=one["says"],
            due=None,
            then_said=str(one["fields"].get("outcome", "")).replace("-", " "),
            state=_of_claim(there),
            says=_says_of_claim(one, there),
            then=cited([one["id"]], one["rows"]),
            now=cited([there["id"]], there["rows"]) if there else cited(),
        )


def _says_of_claim(was: Fact, there: Fact | None) -> str:
    if there is None:
        return "The claim is not made now."
    return "Now it is just so." if there["says"] == was["says"] else there["says"]


def _of_claim(there: Fact | None) -> Became:
    if there is None:
        return "gone"
    return OUTCOMES.get(str(there["fields"].get("outcome", "")), "cannot-tell")


def _assurance(then: Document, now: Document) -> Iterator[PromiseOver]:
    """The word for which something was missing, and whether the verdict of now has it."""
    wanted = then["verdict"].get("assured", {}).get("for_next")
    if not wanted:
        return
    verdict = now["verdict"]
    has = verdict.get("assurance", "on-paper")
    reached = ASSURANCES.index(has) >= ASSURANCES.index(wanted["word"])
    # Pieces of one kind of row are all told in the same words.
    told = " ".join(dict.fromkeys([wanted["says"], *(part["says"] for part in wanted["wanted"])]))
    pieces = [piece["evidence"] for piece in verdict.get("assured", {"pieces": []})["pieces"]]
    yield PromiseOver(
        sort="assurance",
        id=wanted["word"],
        promised=f"To be {SAID[wanted['word']]}: {told}",
        due=None,
        then_said=said(then["verdict"]["verdict"], then["verdict"].get("assurance", "on-paper")),
        state="kept" if reached else "open",
        says=f"The verdict of now is {said(verdict['verdict'], has)}.",
        then=cited(["verdict", *(part["evidence"] for part in wanted["wanted"])]),
        now=cited(["verdict", *pieces]),
    )


def _missing(then: Document, now: Document) -> Iterator[PromiseOver]:
    there = now["verdict"].get("missing", [])
    for one in then["verdict"].get("missing", ()):
        left = _left(one, there)
        still = bool(left)
        yield PromiseOver(
            sort="missing",
            id=one["what"],
            promised=f"Missing: {one['what']} ({one['why']}). It would take: {one['wanted']}.",
            due=None,
            then_said=f"{one['count']} missing",
            state="open" if still else "kept",
            says=_of_missing(one, left) if still else "Nothing of it is missing now.",
            then=cited(one["indicators"], one["rows"]),
            now=cited(left, [part for other in there if _same(one, other) for part in other["rows"]]),
        )


def _left(one: Missing, there: list[Missing]) -> list[str]:
    """What of it is missing still: of measures those, of records what they are."""
    if one["indicators"]:
        lost = {name for other in there for name in other["indicators"]}
        return [name for name in one["indicators"] if name in lost]
    return [other["what"] for other in there if _same(one, other)]


def _same(one: Missing, other: Missing) -> bool:
    if one["indicators"]:
        return bool(set(one["indicators"]) & set(other["indicators"]))
    if one["sort"] != other["sort"]:
        return False
    if one["sort"] != "records":
        return one["what"] == other["what"]
    # Their number may be another now; and of a kind that is not there at all, no part is there.
    kind = one["what"].partition(":")[0]
    return _uncounted(one) == _uncounted(other) or other["what"] == f"records of kind {kind}"


def _uncounted(one: Missing) -> str:
    """What is missing up to its number: `improvement-log: entries of`."""
    return re.split(r"\d", one["what"], maxsplit=1)[0]


def _of_missing(one: Missing, left: list[str]) -> str:
    if one["indicators"]:
        return f"{len(left)} of {plural(len(one['indicators']), 'measure')} missing still: {', '.join(left)}."
    return f"Missing now too: {'; '.join(left)}."


def _steps(then: Document, now: Document) -> Iterator[PromiseOver]:
    """The smallest step that would have raised a theme, and whether the theme stands there now."""
    before, themes = ({one["theme"]: one for one in side["themes"]} for side in (then, now))
    for one in then.get("would_change", {"steps": []})["steps"]:
        there = themes.get(one["theme"])
        reached = there is not None and rank(there["standing"]) >= rank(one["then"])
        fired = [f["id"] for f in now["findings"] if f["rule"] == one["rule"] and not f["withdrawn"]]
        says = "The theme is not asked now." if there is None else f"The theme {_stands(stands_now(there))}"
        if there is not None:
            says += f", and the rule {one['rule']} {'fires' if fired else 'does not fire'}."
        yield PromiseOver(
            sort="step",
            id=f"{one['theme']}/{one['rule']}",
            promised=one["says"],
            due=None,
            then_said=stood(before[one["theme"]]) if one["theme"] in before else _at(one["now"]),
            state="cannot-tell" if there is None else "kept" if reached else "open",
            says=says,
            then=cited([f"standing/{one['theme']}"]),
            now=cited([f"standing/{one['theme']}", *fired]) if there else cited(),
        )


def _at(standing: str) -> str:
    return standing if standing == "silent" else f"at {standing}"


def _stands(where: str) -> str:
    return f"{'is' if where.startswith('silent') else 'stands'} {where}"
