"""What holds of every statement: its rows exist, it is a sentence, and it is what its rule or signal says."""

import re
from collections.abc import Mapping
from typing import Any

from tests.truth.case import Case, Said, cited
from tests.truth.grammar import bad_grammar
from tests.truth.ledger import See, checks
from tests.truth.sentences import aside


def _declared(manifest: Mapping[str, Any], place: str) -> bool:
    """Whether an event stands at that place of the manifest's own list."""
    found = re.search(r"\[(\d+)\]$", place)
    return found is not None and int(found[1]) < len(manifest.get("declared", ()))


@checks("*")
def rows_exist(said: Said, case: Case, see: See) -> None:
    """Every cited row is one of the bundle."""
    for file, place in said.cited:
        bundle, name = case.whose(file)
        there = bundle.at(name, place) or (name == "datapackage.json" and _declared(bundle.manifest, str(place)))
        see.row(bool(there), f"there is no {file} row {place}")
    if said.about.partition("/")[0] == case.framework and said.id != "verdict":
        for id in said.raw["facts"]:
            see.claim(id in case.facts, f"there is no fact {id}")
        for id in said.raw["builds_on"]:
            see.claim(id in case.findings, f"there is no finding {id}")


@checks("*")
def is_a_sentence(said: Said, case: Case, see: See) -> None:
    """Grammar for 0, 1 and many."""
    for wrong in bad_grammar(case.plain(said.says)):
        see.fault(wrong)
    see.ledger.seen["grammar"] += 1


@checks("*")
def what_is_set_aside_adds_up(said: Said, case: Case, see: See) -> None:
    """Of what was submitted and set aside, the reasons add up, in fields, rows and words."""
    parts = [one for one in said.raw.get("aside", ()) if isinstance(one, dict)]
    for part in parts:
        named = len(set(cited(part)))
        paths = any(file.endswith(".json") for file, _ in cited(part))
        see.order(
            part["count"] == named or (paths and part["count"] > named > 0),
            f"{named} rows are named of {part['count']}",
        )
    if parts:
        told = sum(int(one[4]) for one in aside(said.says))
        see.order(sum(part["count"] for part in parts) <= told, "more are set aside for a reason than is said")
        see.order(said.fields.get("set_aside", 0) <= told, "more are set aside than is said")
    for recorded, _, verb, _, left, other, why in aside(said.says):
        see.same("was or were", verb, "was" if recorded == "1" else "were")
        see.same("is or are", other, "is" if left == "1" else "are")
        see.order(int(left) <= int(recorded), "more are set aside than were recorded")
        reasons = [int(word) for word in re.findall(r"(?:^|, )(\d+) ", why)]
        if reasons:
            see.number("set aside for all reasons", sum(reasons), int(left))


@checks("*")
def percentages_round_fairly(said: Said, case: Case, see: See) -> None:
    """100% is all of them and 0% none, wherever a field of the statement is the share that is said."""
    shares = {name: x for name, x in said.fields.items() if "share" in name.split("_") and isinstance(x, int | float)}
    for text in re.findall(r"(?<!over )(?<!under )\b(?:0|100)%", said.says):
        near = [x for x in shares.values() if round(100 * x) == int(text[:-1])]
        if near:
            see.claim(any(x in (0, 1) for x in near), f"{text} is said of {near[0]}")
