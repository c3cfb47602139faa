"""What is argued about the verdict: the case against it, the samples, what would change it, measures and performance."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.truth.bundle import Row
from tests.truth.case import Case, Said
from tests.truth.counted import tried
from tests.truth.figures import GAINS, SURE, begun, call, last_counted, late_written, registered
from tests.truth.ledger import See, checks
from tests.truth.records_truth import looked_again, of_another
from tests.truth.sentences import numbers

FAMILIES = ("outcome", "experience")
USERS = ("children", "families", "carers")
ASKED = (
    "indicators", "indicator-register", "improvement-log", "participation", "recommendations", "case-reviews", "leadership",
    "partnership", "voice", "self-evaluation", "case-records",
)  # fmt: skip


def whole(text: str) -> list[int]:
    """The whole numbers of a text in their order."""
    return [int(one.replace(",", "")) for one in numbers(text) if re.fullmatch(r"[\d,]+", one)]


def exists(name: str, case: Case) -> bool:
    """Whether what is named is there: a fact, finding, theme or piece of evidence."""
    sort, _, rest = name.partition("/")
    themes = {theme["theme"] for theme in case.result["themes"]}
    trusted = {one["evidence"] for one in case.result["trust"]}
    kinds = {one["kind"] for one in case.bundle.manifest["resources"]}
    unjudged = {one["what"] for one in case.result["unjudged"]}
    known = (
        name == "basis"
        or name in case.facts
        or name in case.findings
        or name in trusted
        or name in kinds
        or name in unjudged
    )
    return known or (sort == "standing" and rest in themes) or (sort == "finding" and rest in case.findings)


@checks("argument/case-against")
def against(said: Said, case: Case, see: See) -> None:
    """What is named is there, and what is said of it is so."""
    one = said.raw
    for name in one["about"]:
        see.row(exists(name, case), f"there is no {name}")
    if more := re.match(r"And (?:more of these, )?(\d+)", said.says):
        see.claim(int(more[1]) == len(one["about"]), f"{len(one['about'])} are named")
        return
    _SORTS.get(one["sort"], lambda *_: None)(said, case, see)


def _contradicts(said: Said, case: Case, see: See) -> None:
    findings = [case.findings[name] for name in said.raw["about"]]
    first = findings[0]
    see.claim(any(said.says.startswith(one.says) for one in findings), f"is not what {first.id} says")
    verdict = case.result["verdict"]["verdict"]
    ways = (
        ("worse",)
        if verdict in ("improving", "emerging")
        else ("better",)
        if verdict in ("slipping", "deteriorating")
        else ("worse", "better")
    )
    for one in findings:
        other_way = one.raw["direction"] in ways or ("worse" in ways and one.raw["limit"])
        see.claim(bool(other_way) and not one.raw["withdrawn"], f"{one.id} does not point the other way")
    if "speaks against" in said.says or "speaks for" in said.says:
        spoken = {"better": "for", "worse": "against"}.get(first.raw["direction"])
        see.claim(spoken is None or f"speaks {spoken}" in said.says, f"{first.id} speaks {spoken} improvement")
    title = next(theme["title"] for theme in case.result["themes"] if theme["theme"] == first.raw["theme"])
    see.claim(title in said.says, "does not name the theme")
    if same := re.search(r"said of (\d+) other", said.says):
        see.claim(int(same[1]) == len(findings) - 1, f"{len(findings) - 1} others are named")


def _weakest(said: Said, case: Case, see: See) -> None:
    trust = {one["evidence"]: one["trust"] for one in case.result["trust"]}
    if "bears less" in said.says:
        see.claim(trust[said.raw["about"][0]] in ("exposed", "compromised"), "it is not doubted")
        _reasons(said, case, see)
    if pieces := re.match(r"None of the (\d+) pieces", said.says):
        see.claim(int(pieces[1]) == len(said.raw["about"]), f"{len(said.raw['about'])} are named")
    if "worked out again" in said.says and not said.says.startswith("Not one"):
        see.none("corroborated" not in trust.values(), "some of it was worked out again")
    if sure := re.search(
        r"probability of it is (over )?(\d\.\d+)\. Of the calls behind the verdict (\d+|one)", said.says
    ):
        fact = case.facts[said.raw["about"][0]]
        see.claim(
            abs(float(sure[2]) - fact.fields["probability"]) < 0.0051,
            f"its probability is {fact.fields['probability']}",
        )


def _reasons(said: Said, case: Case, see: See) -> None:
    """Target, deadline and who checks, as the register has them."""
    name = said.raw["about"][0].removeprefix("indicator/")
    rows = [row for row in case.bundle.rows("indicator-register") if row["indicator"] == name]
    if rows:
        see.claim("has a target" not in said.says or bool(rows[0]["target"]), "it has no target")
        see.claim("has a deadline" not in said.says or bool(rows[0]["deadline"]), "it has no deadline")
        nobody = "there is no record that another body looked at it again" in said.says
        looked = looked_again(case.bundle, "indicator", name)
        see.none(not nobody or not looked, f"another body looked at it again: {len(looked)} records")


def _worthless(said: Said, case: Case, see: See) -> None:
    move = case.facts[said.raw["about"][0]].fields
    see.claim(move["call"] in GAINS, f"its figures say {move['call']}")
    entry = registered(case, move["indicator"])
    see.claim(entry["title"] in said.says, "does not name the measure")
    if "something was done" in said.says:
        see.claim(entry["measure"] == "process", f"the register says {entry['measure']}")
    if "not stated" in said.says and "decision" not in said.says:
        see.none(not entry["measure"], f"the register says {entry['measure']}")
    if "bad spell" in said.says:
        spell = case.facts[f"signal/regression-to-the-mean/{move['indicator']}"].fields
        see.claim(spell["outcome"] != "gain-stands", "the gain does not come from that")
    if "No recorded work" in said.says or "no recorded" in said.says:
        claim = case.facts.get(f"signal/claimed-effect/{move['indicator']}")
        see.none(claim is None or claim.fields["outcome"] != "followed", "tests come shortly before it")
        near = [
            row["id"]
            for row in case.bundle.rows("improvement-log")
            if row["indicator"] == move["indicator"] and _before(row, move, case)
        ]
        see.none(not near, f"tests {near[:3]} come shortly before it")
    if among := re.search(r"one of (\d+) gains among (\d+)", said.says):
        every = case.signals("trajectory")
        see.claim(int(among[2]) == len(every), f"there are {len(every)} measures")
        see.claim(int(among[1]) <= sum(f.fields["call"] in GAINS for f in every), "there are fewer gains")


def _before(row: Row, move: dict[str, str], case: Case) -> bool:
    """Whether a test that counts was started in the half year before."""
    start, onset = begun(row), date.fromisoformat(str(move["onset"]))
    kept = row["decision"] in ("adopt", "adapt")
    return (
        start is not None
        and kept
        and not late_written(row)
        and start <= last_counted(case)
        and 0 < (onset - start).days <= 183
    )


def _innocent(said: Said, case: Case, see: See) -> None:
    for name in said.raw["about"]:
        fact = case.facts[name]
        see.claim(fact.fields["outcome"] in ("question", "strong-question"), f"{name} asks nothing")
        see.claim(fact.fields["subject"] in said.says, f"does not name {fact.fields['subject']}")


def _speaks(kind: str, theme: Mapping[str, Any], case: Case) -> bool:
    """Whether there are rows that could speak on a theme: of a log, what was tried, or names a measure where that is asked."""
    rows = case.bundle.rows(kind)
    if kind != "improvement-log":
        return bool(rows)
    named = any("name the indicator" in text for text in theme["wanted"])
    return any(row["indicator"] if named else theme["theme"] == "stream" or tried(row) for row in rows)


def _not_submitted(said: Said, case: Case, see: See) -> None:
    for name in said.raw["about"]:
        if name.startswith("standing/"):
            theme = next(one for one in case.result["themes"] if one["theme"] == name.removeprefix("standing/"))
            see.claim(theme["standing"] == "silent", f"it stands at {theme['standing']}")
            kinds = set(re.findall(r"\(([a-z-]+(?:, [a-z-]+)*)\)", "; ".join(theme["wanted"])))
            there = {kind for some in kinds for kind in some.split(", ") if _speaks(kind, theme, case)}
            see.none("Nothing submitted" not in said.says or not there, f"{', '.join(sorted(there))} was submitted")


_SORTS = {
    "contradicts": _contradicts,
    "weakest-evidence": _weakest,
    "worthless-gain": _worthless,
    "innocent": _innocent,
    "not-submitted": _not_submitted,
}


@checks("argument/samples")
def samples(said: Said, case: Case, see: See) -> None:
    """Every record that is named is there and of the sort that is said; the number it is drawn from is right."""
    one = said.raw
    if one["what"].startswith("case records"):
        return
    every = _records(one, case)
    for id in one["ids"]:
        see.row(id in every, f"{id} is none of the {one['what']}")
    see.claim(len(one["ids"]) <= one["out_of"], "more are drawn than there are")
    see.claim(one["out_of"] == len(every), f"there are {len(every)} {one['what']}")
    if one["how"] == "risk" and one["what"] == "case reviews":
        for id in one["ids"]:
            see.claim(_undone_or_weak(id, case), f"what came of {id} is done and is not weak")
    if one["how"] == "risk" and one["what"] == "recommendations":
        for id in one["ids"]:
            see.claim(_unacted_or_stuck(id, case), f"{id} was acted on and does not stick")


def _records(one: dict[str, object], case: Case) -> set[str]:
    log = case.bundle.rows("improvement-log")
    tests = [row for row in log if _test(row, case) and not row.struck]
    if one["what"] == "tests of change":
        return {row["id"] for row in tests}
    if str(one["what"]).startswith("ideas"):
        return {row["id"] for row in tests if row["origin"] in ("front-line", "family")}
    kind = {"entries of the improvement log": "improvement-log", "case reviews": "case-reviews"}.get(
        str(one["what"]), str(one["what"])
    )
    return {row["id"] for row in case.bundle.rows(kind)}


def _test(row: Row, case: Case) -> bool:
    day, start = row.day("tested_on") or begun(row), begun(row)
    last = last_counted(case)
    return (
        day is not None
        and start is not None
        and not late_written(row)
        and case.bundle.starts <= day <= last
        and start <= last
    )


def _undone_or_weak(id: str, case: Case) -> bool:
    review = next(row for row in case.bundle.rows("case-reviews") if row["id"] == id)
    actions = case.bundle.within(review, "actions")
    done = [row for row in actions if (day := row.day("done_on")) and day <= last_counted(case)]
    weak = all(
        row["strength"] == "weaker" or (not row["strength"] and row["level"] in ("individual", "training"))
        for row in actions
    )
    return not done or weak


def _unacted_or_stuck(id: str, case: Case) -> bool:
    row = next(row for row in case.bundle.rows("recommendations") if row["id"] == id)
    done = [a for a in case.bundle.within(row, "actions") if (day := a.day("done_on")) and day <= last_counted(case)]
    fact = case.facts.get(f"signal/recommendation-path/{id}")
    return not done or (fact is not None and fact.fields["stage"] == "stuck")


@checks("argument/flips")
def flips(said: Said, case: Case, see: See) -> None:
    """Evidence that is there, and another verdict."""
    one = said.raw
    for name in one["removed"]:
        see.row(exists(name, case), f"there is no {name}")
        see.claim(name.removeprefix("indicator/") in said.says, f"does not name {name}")
    see.claim(one["verdict"] != case.result["verdict"]["verdict"], "it is the same verdict")
    see.claim(one["verdict"].replace("-", " ") in said.says.replace("-", " "), f"the verdict would be {one['verdict']}")


@checks("argument/steps")
def steps(said: Said, case: Case, see: See) -> None:
    """A step up from where the theme stands."""
    order = ("silent", "stated", "doing", "showing", "lasting")
    one = said.raw
    theme = next(theme for theme in case.result["themes"] if theme["theme"] == one["theme"])
    see.same("now", one["now"], theme["standing"])
    see.order(order.index(one["then"]) > order.index(one["now"]), f"{one['then']} is no step up")


@checks("argument/not-performance")
def performance(said: Said, case: Case, see: See) -> None:
    """Measures, voices, promises and files counted."""
    _COUNTED[said.raw["reason"]](said, case, see)
    for name in said.raw["about"]:
        see.row(exists(name, case), f"there is no {name}")


def _range(said: Said, case: Case, see: See) -> None:
    register = _register(case)
    sorts = {row["measure"] for row in register if row["measure"]}
    unsaid = [row for row in register if not row["measure"]]
    see.claim(whole(said.says)[0] == len(register), f"there are {len(register)} measures")
    for sort in sorts:
        see.claim(sort in said.says, f"does not name {sort}")
    if unsaid:
        see.claim(
            "not stated" in said.says and str(len(unsaid)) in said.says,
            f"{len(unsaid)} do not say of what sort they are",
        )
        see.none("None is of" not in said.says, "of some it is not stated of what sort they are")
    silent = [theme for theme in case.result["themes"] if theme["standing"] == "silent"]
    if found := re.search(r"Nothing speaks on (\d+) of (\d+) themes", said.says):
        see.claim(
            [int(x) for x in found.groups()] == [len(silent), len(case.result["themes"])], f"{len(silent)} are silent"
        )


def _register(case: Case) -> list[Row]:
    return case.bundle.rows("indicator-register")


def _measurable(said: Said, case: Case, see: See) -> None:
    known = [row for row in _register(case) if row["measure"]]
    if found := re.search(r"(\d+) of (\d+) measures? whose sort is known counts? what was done", said.says):
        done = sum(row["measure"] == "process" for row in known)
        see.claim([int(x) for x in found.groups()] == [done, len(known)], f"{done} of {len(known)} are processes")
    elif found := re.search(r"(\d+) of (\d+) measures? whose sort is known", said.says):
        others = sum(row["measure"] not in FAMILIES for row in known)
        see.claim(
            [int(x) for x in found.groups()] in ([others, len(known)], [len(known) - others, len(known)]),
            f"{others} of {len(known)} are of other sorts",
        )
    if found := re.search(r"Of (\d+) measures? whose sort is known (\d+) (?:does|do) not show", said.says):
        sorts = [row["measure"] for row in known if row["measure"] not in FAMILIES]
        see.claim(
            [int(x) for x in found.groups()] == [len(known), len(sorts)],
            f"{len(sorts)} of {len(known)} are of other sorts",
        )
        for words, sort in (("was done", "process"), ("to do it with", "structure"), ("gets worse", "balancing")):
            for told in re.findall(rf"{words} \((\d+)\)", said.says):
                see.claim(int(told) == sorts.count(sort), f"{sorts.count(sort)} are of the sort {sort}")
    heard = sum(row["group"] in USERS for row in case.bundle.rows("voice"))
    if found := re.search(r"said (\d+|one) things?", said.says):
        see.claim(found[1] in (str(heard), "one" if heard == 1 else ""), f"they said {heard}")
    if "Nothing that those" in said.says:
        see.none(heard == 0, f"they said {heard} things")


def _party(said: Said, case: Case, see: See) -> None:
    register = _register(case)
    checked = [row for row in register if looked_again(case.bundle, "indicator", row["indicator"])]
    if found := re.search(r"(\d+) of (\d+) measures? (?:was|were) looked at again", said.says):
        given = [int(x) for x in found.groups()]
        see.claim(given == [len(checked), len(register)], f"{len(checked)} of {len(register)}")
    if found := re.search(r"names somebody who checks (\d+) of them", said.says):
        named = sum(bool(row["verified_by"]) for row in register)
        see.claim(int(found[1]) == named, f"it names somebody for {named}")
    promises = case.bundle.rows("partnership")
    spoken = sum(
        bool(row["partner_says"] or row["partner_statement"]) and of_another(case.bundle, row) for row in promises
    )
    if found := re.search(r"about (\d+) of (\d+) commitments?", said.says):
        see.claim([int(x) for x in found.groups()] == [spoken, len(promises)], f"{spoken} of {len(promises)}")
    if "Nothing of other agencies" in said.says:
        see.none(not promises, f"there are {len(promises)} commitments")
    reviews = case.bundle.rows("case-reviews")
    alone = sum(not row["shared_with"] for row in reviews)
    if found := re.search(r"(\d+) of (\d+) case reviews? names? nobody", said.says):
        see.claim([int(x) for x in found.groups()] == [alone, len(reviews)], f"{alone} of {len(reviews)}")


def _interpreted(said: Said, case: Case, see: See) -> None:
    sure = [f.fields["probability"] for f in case.signals("trajectory") if "probability" in f.fields]
    low = sum(x < 0.95 for x in sure)
    themes = case.result["themes"]
    loose = sum(theme["range"][0] != theme["range"][1] for theme in themes)
    weighed = sum(one.raw["direction"] == "neither" and not one.raw["withdrawn"] for one in case.findings.values())
    given = whole(said.says)
    see.claim(given[:2] == [low, len(sure)], f"{low} of {len(sure)} are below 0.95")
    see.claim(given[2:4] == [loose, len(themes)], f"{loose} of {len(themes)} themes could stand elsewhere")
    see.claim(given[4:5] == [weighed], f"{weighed} findings speak for neither")


def _selective(said: Said, case: Case, see: See) -> None:
    resources = case.bundle.manifest["resources"]
    named = [one for one in resources if one.get("submitted_by")]
    if found := re.search(r"(\d+) of (\d+) files? says? who", said.says):
        see.claim([int(x) for x in found.groups()] == [len(named), len(resources)], f"{len(named)} of {len(resources)}")
    same = len({one["submitted_by"] for one in named}) == 1
    see.claim("same for all" not in said.says or same, "they name different people")
    out = sorted(set(ASKED) - {one["kind"] for one in resources})
    if found := re.search(r"(?:it leaves out|(?:is|are) not in it): ([a-z, -]+)\.", said.says):
        missing = re.search(r"kinds of evidence (\d+) (?:is|are) not in it", said.says)
        see.claim(missing is None or int(missing[1]) == len(out), f"{len(out)} are not in it")
        see.claim(found[1] == ", ".join(out), f"it leaves out {', '.join(out)}")
    else:
        see.none(not out, f"it leaves out {', '.join(out)}")


_COUNTED = {
    "limited-range": _range,
    "measurable-only": _measurable,
    "one-party": _party,
    "interpretation": _interpreted,
    "selective": _selective,
}


def surest(case: Case, indicator: str) -> bool:
    """Whether what an indicator did is sure."""
    return call(case, indicator)[1] >= SURE


def by_sort(case: Case) -> Counter[str]:
    """The register's measures by their sort."""
    return Counter(row["measure"] for row in _register(case))
