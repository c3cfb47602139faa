"""Who vouches for a verdict, and a visit that came back: bounds are worked out again, rows are there, and nothing rises."""

import re
from math import ceil

from tests.truth.case import Case
from tests.truth.laws import law
from tests.truth.ledger import See
from tests.truth.visit_truth import bounds

WORDS = ("on-paper", "committed", "verified")
STEPS = ("silent", "stated", "doing", "showing", "lasting")
LOWEST_FIRST = ("deteriorating", "slipping", "static", "emerging", "improving")
BOUND = re.compile(
    r"of (\d+) (row|month|case)s? at most (\d+) \(([\d.]+) %\) (?:is|are) not as written, "
    r"at ([\d.]+) %( of all claims together)?; "
    r"(\d+) looked at, (\d+|none) wrong\."
)
LEAST = 0.95


@law
def it_is_said_who_vouches(case: Case, see: See) -> None:
    """A verdict is as sure as the least sure of what it stands on, and nothing is verified that nobody looked at."""
    verdict, found = case.result["verdict"], case.result.get("visit")
    word, pieces = verdict["assurance"], [one["assurance"] for one in verdict["assured"]["pieces"]]
    least = min(pieces, key=WORDS.index, default="on-paper")
    see.same("the assurance", word, least if found else "on-paper")
    if found is None:
        see.none(not pieces, "something is said of pieces, and no visit came back")
    if word == "verified" and found is not None:
        see.claim(found["guarantee"], "it is verified without a guarantee")
        see.none(all(one["confidence"] >= LEAST for one in found["claims"]), "a claim is held at less than 95 %")
        see.none("for_next" not in verdict["assured"], "something is missing of what is verified")
        see.claim(any(one["looked"] for one in found["claims"]), "nobody looked")


@law
def what_claims_prove_is_worked_out_again(case: Case, see: See) -> None:
    """Of each claim the bounds follow from the rows looked at, and its state from the bounds."""
    for one in case.result.get("visit", {}).get("claims", ()):
        least, most = bounds(one["of"], one["looked"], one["wrong"], 1 - one["confidence"], one["fewer_than"])
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
            enough = bounds(one["of"], one["looked"] + more, one["wrong"], 1 - one["confidence"], few)[1] < few
            see.claim(enough or one["found_wrong"] > one["wrong"], f"{more} more rows do not settle {one['id']}")


@law
def bounds_in_words_are_those_of_the_claims(case: Case, see: See) -> None:
    """Each sentence on a piece has the numbers of a claim, and a share that is theirs."""
    found = case.result.get("visit")
    claims = found["claims"] if found else []
    for piece in case.result["verdict"]["assured"]["pieces"]:
        for of, _, most, share, at, together, looked, wrong in BOUND.findall(piece["says"]):
            many = 0 if wrong == "none" else int(wrong)
            mine = [one for one in claims if (one["of"], one["looked"], one["wrong"]) == (int(of), int(looked), many)]
            see.claim(bool(mine), f"no claim has {looked} of {of} looked at, {wrong} wrong")
            risk = (1 - float(at) / 100) / (len(claims) if together else 1)
            tops = [bounds(int(of), int(looked), many, risk, one["fewer_than"])[1] for one in mine]
            true = max([*tops, *(one["found_wrong"] for one in mine)], default=-1)
            see.number(f"at most wrong of {piece['evidence']}", int(most), true)
            see.number(
                f"the share of {piece['evidence']}", float(share), ceil(round(1000 * int(most) / int(of), 6)) / 10
            )


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
