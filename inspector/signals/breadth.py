"""How widely improvement work is shared: among staff, teams and roles.

Measures:
    Of the staff, how many contributed in each period that ended before the announcement (summed over periods: a person counts
    once in every period they took part); of the teams and of the roles, how many had at least one contributor. The change is
    the share in the later half of the periods less that in the first. Of the ideas of the log that count, how many say whom
    they came from, and how many of these came from the front line or from families.

Why it matters:
    Improvement that lasts is made by everyone who does the work. Ideas of a few experts or leaders reach what they
    can see; the people closest to children see the rest.

Cannot tell:
    How much each person did, or whether an idea said to come from the front line came from above. Where there is no
    participation table, teams and roles are those the log names, and what they are out of is not known.

Reference:
    Munro (2011), A child-centred system, chapter 7; Imai (1986), Kaizen, chapter 4 (suggestions from everybody);
    Dixon-Woods, McNicol & Martin (2012), BMJ Quality & Safety 21(10), 876-884.
"""

from collections.abc import Callable, Sequence

from inspector.evidence.aside import FIELDS, Apart
from inspector.evidence.records import FRONT, Found, apart_ideas, apart_participation, apart_tests, fact, share, span
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry, Participation
from inspector.model.facts import About, Fact
from inspector.model.words import agree

ABOUT = About(
    id="breadth",
    title="Breadth of participation",
    needs=("participation", "improvement-log"),
    fields=(
        describe.choice("of", "Among whom.", ("staff", "teams", "roles"), "name", key=True),
        describe.count(
            "records",
            "Rows on participation that count; without such a table, tests of change.",
            "activity",
            "rows",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        describe.count(
            "contributed",
            "Contributors (staff: summed over the periods).",
            "activity",
            "contributors",
            good="up",
            at_most="out_of",
        ),
        describe.count("out_of", "How many there are (staff: summed over the periods).", "declared", "contributors"),
        describe.share("share", "Contributors out of all.", "activity", good="up", equals="contributed / out_of"),
        describe.change(
            "change",
            "Share that contributed in the later half of the periods less that in the first half.",
            "activity",
            good="up",
        ),
        describe.count("ideas", "Ideas of the log that count.", "activity", "ideas"),
        describe.count(
            "origin_known", "Ideas that say whom they came from.", "doubt", "ideas", good="up", at_most="ideas"
        ),
        describe.count(
            "origin_unknown",
            "Ideas that do not say whom they came from.",
            "doubt",
            "ideas",
            good="down",
            equals="ideas - origin_known",
            at_most="ideas",
        ),
        describe.share(
            "origin_known_share",
            "Share of the ideas that say whom they came from.",
            "doubt",
            good="up",
            equals="origin_known / ideas",
        ),
        describe.count(
            "front_line",
            "Ideas that came from the front line or a family.",
            "activity",
            "ideas",
            good="up",
            at_most="origin_known",
        ),
        describe.share(
            "front_line_share",
            "Ideas from the front line or a family, of those that say whom they came from.",
            "activity",
            good="up",
            equals="front_line / origin_known",
        ),
        describe.share(
            "front_line_least_share",
            "Ideas that say that they came from the front line or a family, of all ideas.",
            "activity",
            good="up",
            equals="front_line / ideas",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact each of staff (only with participation), teams and roles; none without participation and log."""
    table, ideas = apart_participation(evidence), apart_ideas(evidence)
    origins = _origins(ideas)
    if table.recorded:
        rows = table.counted
        found: dict[str, Found] = {
            "staff": _staff(rows),
            "teams": _groups(rows, lambda one: one.team),
            "roles": _groups(rows, lambda one: one.role),
        }
        return tuple(_fact(of, {**found[of], **origins}, table, ideas, "participation", evidence) for of in found)
    tests = apart_tests(evidence)
    if not tests.recorded:
        return ()
    named = {
        "teams": {entry.team for entry in tests.counted},
        "roles": {entry.raised_by_role for entry in tests.counted},
    }
    return tuple(
        _fact(of, {"contributed": len(names), **origins}, tests, ideas, "improvement-log", evidence)
        for of, names in named.items()
    )


def _staff(table: Sequence[Participation]) -> Found:
    def part(rows: Sequence[Participation]) -> float | None:
        return share(sum(row.contributors for row in rows), sum(row.headcount for row in rows))

    contributed, staff = sum(row.contributors for row in table), sum(row.headcount for row in table)
    return {"contributed": contributed, "out_of": staff, **_shares(table, part)}


def _groups(table: Sequence[Participation], key: Callable[[Participation], str]) -> Found:
    every = {key(row) for row in table}

    def part(rows: Sequence[Participation]) -> float | None:
        return len({key(row) for row in rows if row.contributors > 0}) / len(every) if rows else None

    active = len({key(row) for row in table if row.contributors > 0})
    return {"contributed": active, "out_of": len(every), **_shares(table, part)}


def _shares(table: Sequence[Participation], part: Callable[[Sequence[Participation]], float | None]) -> Found:
    first, later = (part(half) for half in _halves(table))
    return {"share": part(table), "change": None if first is None or later is None else later - first}


def _halves(table: Sequence[Participation]) -> tuple[list[Participation], list[Participation]]:
    """The rows of the first and of the later half of the periods; the middle one of an odd number is in neither."""
    starts = sorted({row.period_start for row in table})
    half = len(starts) // 2
    first, later = set(starts[:half]), set(starts[len(starts) - half :])
    return [row for row in table if row.period_start in first], [row for row in table if row.period_start in later]


def _origins(ideas: Apart[LogEntry]) -> Found:
    """Whom ideas came from, as far as any of them says so."""
    every = len(ideas.counted)
    known = [entry for entry in ideas.counted if entry.origin]
    front = sum(entry.origin in FRONT for entry in known)
    return {
        "ideas": every,
        "origin_known": len(known),
        "origin_unknown": every - len(known),
        "origin_known_share": share(len(known), every),
        "front_line": front,
        "front_line_share": share(front, len(known)),
        "front_line_least_share": share(front, every),
    }


def _fact(
    of: str,
    found: Found,
    apart: Apart[Participation] | Apart[LogEntry],
    ideas: Apart[LogEntry],
    kind: str,
    evidence: Evidence,
) -> Fact:
    found = {"of": of, "records": len(apart.counted), **found}
    rests = [kind, *(["improvement-log"] if found["origin_known"] else [])]
    beside = [ideas] if found["origin_known"] else []
    return fact(ABOUT, of, found, _says(of, found, apart, evidence), rests, (), apart, *beside)


def _says(of: str, found: Found, apart: Apart[Participation] | Apart[LogEntry], evidence: Evidence) -> str:
    contributed, out_of = found["contributed"], found.get("out_of")
    if not apart.counted:
        says = f"No {apart.words[0]} {span(evidence)} counts"
    elif out_of is None:
        says = f"{contributed} {_some(of, contributed)} named in tests of change {span(evidence)}"
    elif of == "staff":
        says = (
            f"{contributed} {agree(contributed, 'contributor', 'contributors')} out of {out_of} staff, counted in each "
        )
        says += f"period, {span(evidence)}"
    else:
        says = f"Contributors came from {contributed} of {out_of} {agree(out_of, of[:-1], of)} {span(evidence)}"
    return f"{says}{_moved(found)}.{_whence(found)}"


def _some(of: str, number: object) -> str:
    return agree(number, f"{of[:-1]} is", f"{of} are")


def _moved(found: Found) -> str:
    change = found.get("change")
    if not isinstance(change, float) or not round(100 * change):
        return ""
    points = abs(round(100 * change))
    way = "more" if change > 0 else "less"
    return f"; {points} {agree(points, 'point', 'points')} {way} in the later half of the periods than in the first"


def _whence(found: Found) -> str:
    known, silent = found["origin_known"], found["origin_unknown"]
    if not known:
        return ""
    says = (
        f" Of {known} {agree(known, 'idea that says', 'ideas that say')} where {agree(known, 'it', 'they')} came from, "
    )
    says += f"{found['front_line']} came from the front line or a family"
    return f"{says}; {silent} {agree(silent, 'does', 'do')} not say." if silent else f"{says}."
