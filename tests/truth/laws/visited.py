"""Who vouches for a verdict, and a visit that came back: bounds are worked out again, rows are there, and nothing rises."""

import re
from collections.abc import Mapping
from math import ceil
from typing import Any

from tests.truth.case import Case
from tests.truth.laws import law
from tests.truth.ledger import See
from tests.truth.visit_truth import bounds

WORDS = ("on-paper", "committed", "verified")
STEPS = ("silent", "stated", "doing", "showing", "lasting")
LOWEST_FIRST = ("deteriorating", "slipping", "static", "emerging", "improving")
BOUND = re.compile(
    r"of (\d+) (row|month|case)s? at most (\d+) \(([\d.]+) %\) (?:is|are) not as written(?:, at ([\d.]+) %)?"
    r"(?: \(at most (\d+) \(([\d.]+) %\), at ([\d.]+) %, shared among the claims\))?; "
    r"(\d+) looked at, (\d+|none) wrong\."
)
LEAST = 0.95


@law
def it_is_said_who_vouches(case: Case, see: See) -> None:
    """A verdict is as sure as the least sure of what it stands on, and nothing is verified that nobody looked at."""
    verdict, found = case.result["verdict"], case.result.get("visit")
    word, pieces = verdict["assurance"], [one["assurance"] for one in verdict["assured"]["pieces"]]
    least = min(pieces, key=WORDS.index, default="on-paper")
    see.same("the assurance", word, least if found else _by_what_came_before(verdict))
    if found is None:
        told_of = verdict["assured"].get("commitment", {"rows": [], "indicators": []})
        rows = {one["evidence"]: one for one in (*told_of["rows"], *told_of["indicators"])}
        for one in verdict["assured"]["pieces"]:
            row = rows.get(one["evidence"])
            held = word == "committed" or (row is not None and row["committed"] == row["of"])
            see.same(f"who vouches for {one['evidence']}", one["assurance"], "committed" if held else "on-paper")
        flips = case.result.get("would_change", {}).get("flips", ())
        lower = [one for one in flips if _height(one["verdict"]) < _height(verdict["verdict"])]
        alone = [one["removed"][0] for one in lower if len(one["removed"]) == 1]
        told = [one["evidence"] for one in verdict["assured"]["pieces"]]
        see.same("what it hangs on", told, alone if "for_next" in verdict["assured"] else [])
    if word == "verified" and found is not None:
        see.claim(found["guarantee"], "it is verified without a guarantee")
        see.none(all(one["confidence"] >= LEAST for one in found["claims"]), "a claim is held at less than 95 %")
        see.none("for_next" not in verdict["assured"], "something is missing of what is verified")
        see.claim(any(one["looked"] for one in found["claims"]), "nobody looked")


def _by_what_came_before(verdict: Mapping[str, Any]) -> str:
    """Committed where something is, and the verdict is the same without all that is not; what claims nothing is on paper."""
    made, word = verdict["assured"].get("commitment"), verdict["verdict"]
    if made is None or word in ("deteriorating", "not-evidenced", "not-trusted"):
        return "on-paper"
    some = any(one["committed"] for one in made["rows"])
    return "committed" if some and made["without"] == word else "on-paper"


@law
def what_claims_prove_is_worked_out_again(case: Case, see: See) -> None:
    """Of each claim the bounds follow from the rows looked at, and its state from the bounds."""
    for one in case.result.get("visit", {}).get("claims", ()):
        least, most = _bounds(one, 1 - one["confidence"])
        known = max(one["wrong"], one["found_wrong"])
        see.number(f"at least wrong of {one['id']}", one["least"], max(least, known))
        see.number(f"at most wrong of {one['id']}", one["most"], max(most, known))
        few = one["fewer_than"]
        state = "confirmed" if one["most"] < few else "refuted" if one["least"] >= few else "open"
        see.same(f"the state of {one['id']}", one["state"], state)
        see.order(
            one["looked"] + one["waiting"] <= one["drawn"] <= one["of"], f"{one['id']}: more looked at than drawn"
        )
        more = one["rows_left"]
        if state == "open" and more:
            enough = _bounds({**one, "looked": one["looked"] + more}, 1 - one["confidence"])[1] < few
            see.claim(enough or one["found_wrong"] > one["wrong"], f"{more} more rows do not settle {one['id']}")


def _bounds(one: Mapping[str, Any], risk: float) -> tuple[int, int]:
    """Of key rows no chance is claimed: whatever nobody looked at can be wrong."""
    if one["part"] == "key":
        return one["wrong"], one["of"] - one["looked"] + one["wrong"]
    return bounds(one["of"], one["looked"], one["wrong"], risk, one["fewer_than"])


@law
def bounds_in_words_are_those_of_the_claims(case: Case, see: See) -> None:
    """Each sentence on a piece has the numbers of a claim, and a share that is theirs."""
    found = case.result.get("visit")
    claims = found["claims"] if found else []
    for piece in case.result["verdict"]["assured"]["pieces"]:
        for of, _, most, share, at, joint, joint_share, joint_at, looked, wrong in BOUND.findall(piece["says"]):
            many = 0 if wrong == "none" else int(wrong)
            mine = [one for one in claims if (one["of"], one["looked"], one["wrong"]) == (int(of), int(looked), many)]
            see.claim(bool(mine), f"no claim has {looked} of {of} looked at, {wrong} wrong")
            every = [one["part"] == "key" or one["looked"] == one["of"] for one in mine]
            see.claim(bool(at) or any(every), f"{most} of {of} are bounded for certain")
            told = [(most, share, at or "95", 1)] + ([(joint, joint_share, joint_at, len(claims))] if joint else [])
            for top, of_all, sure, sharing in told:
                tops = [_bounds(one, (1 - float(sure) / 100) / sharing)[1] for one in mine]
                true = max([*tops, *(one["found_wrong"] for one in mine)], default=-1)
                see.number(f"at most wrong of {piece['evidence']}", int(top), true)
                per_cent = ceil(round(1000 * int(top) / int(of), 6)) / 10
                see.number(f"the share of {piece['evidence']}", float(of_all), per_cent)


@law
def rows_of_a_visit_are_there_and_counted(case: Case, see: See) -> None:
    """What is set aside are rows of the bundle, as many as were found wrong, each told once by how it was found."""
    found = case.result.get("visit")
    if found is None:
        return
    wrong = {one["id"]: one["found_wrong"] for one in found["claims"]}
    for one in found["aside"]:
        rows = [(runs["resource"], row) for runs in one["rows"] for a, b in runs["rows"] for row in range(a, b + 1)]
        ways = ("not_seen", "partly", "could_not_look", "differs")
        see.number(f"rows set aside of {one['claim']}", one["count"], len(set(rows)))
        see.number(f"ways they were found of {one['claim']}", one["count"], sum(one[way] for way in ways))
        see.number(f"rows found wrong of {one['claim']}", wrong.pop(one["claim"]), one["count"])
        told = [int(number) for number in re.findall(r"\d+", one["says"])]
        see.same("the numbers told", told, [one["count"], *(one[way] for way in ways if one[way])])
        for row in rows:
            see.row(bool(case.bundle.at(*row)), f"there is no {row}")
    see.none(not any(wrong.values()), "rows were found wrong, and are not set aside")


@law
def a_visit_raises_nothing(case: Case, see: See) -> None:
    """No theme and no verdict stands higher since a visit than on paper."""
    found = case.result.get("visit")
    if found is None:
        return
    now = {one["theme"]: one["standing"] for one in case.result["themes"]}
    for one in found["themes"]:
        see.same(f"where {one['theme']} stands", one["after"], now[one["theme"]])
        see.order(STEPS.index(one["after"]) <= STEPS.index(one["on_paper"]), f"{one['theme']} rose")
    before, after = found["on_paper"], case.result["verdict"]["verdict"]
    see.order(_height(after) <= _height(before), f"{before} became {after}")


def _height(verdict: str) -> int:
    return LOWEST_FIRST.index(verdict if verdict in LOWEST_FIRST else "static")
