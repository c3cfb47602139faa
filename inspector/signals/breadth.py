"""How widely improvement work is shared: among staff, teams and roles.

Measures:
    Of the staff, how many contributed in each period (summed over periods: a person counts once in every period they
    took part); of the teams and of the roles, how many had at least one contributor. The change is the share in the
    later half of the period less that in the first. Where the log says where ideas came from, the share that came from
    the front line or from families is given as well.

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

from inspector.model.evidence import Evidence, LogEntry, Participation
from inspector.model.facts import About, Fact, Field, Scalar
from inspector.model.months import month_year
from inspector.model.rows import by_resource
from inspector.stats.rounding import round6

ABOUT = About(
    id="breadth",
    title="Breadth of participation",
    needs=("participation", "improvement-log"),
    fields=(
        Field(name="of", type="string", says="Among whom.", choices=("staff", "teams", "roles")),
        Field(name="contributed", type="integer", says="Contributors (staff: summed over the periods)."),
        Field(name="out_of", type="integer", says="How many there are (staff: summed over the periods)."),
        Field(name="share", type="number", says="Contributed, out of all."),
        Field(name="change", type="number", says="Share in the later half of the period less that in the first half."),
        Field(name="front_line_share", type="number", says="Share of log entries that came from front line or family."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact each of staff (only with participation), teams and roles; none without participation and log."""
    table = [one for one in evidence.participation if evidence.period_start <= one.period_end <= evidence.period_end]
    if table:
        made = [_fact("staff", _staff(table), evidence, table)]
        made += [_fact(of, _groups(table, key), evidence, table) for of, key in (("teams", _team), ("roles", _role))]
        return tuple(made)
    log = [entry for entry in evidence.log if (entry.tested_on or entry.started_on) and entry.told_in_time]
    if not log:
        return ()
    return (
        _fact("teams", {"contributed": len({entry.team for entry in log})}, evidence, log),
        _fact("roles", {"contributed": len({entry.raised_by_role for entry in log})}, evidence, log),
    )


def _team(one: Participation) -> str:
    return one.team


def _role(one: Participation) -> str:
    return one.role


def _staff(table: Sequence[Participation]) -> dict[str, Scalar]:
    def share(rows: Sequence[Participation]) -> float | None:
        staff = sum(row.headcount for row in rows)
        return sum(row.contributors for row in rows) / staff if staff else None

    fields: dict[str, Scalar] = {
        "contributed": sum(row.contributors for row in table),
        "out_of": sum(row.headcount for row in table),
    }
    return fields | _shares(table, share)


def _groups(table: Sequence[Participation], key: Callable[[Participation], str]) -> dict[str, Scalar]:
    every = {key(row) for row in table}

    def share(rows: Sequence[Participation]) -> float | None:
        return len({key(row) for row in rows if row.contributors > 0}) / len(every) if rows else None

    active = len({key(row) for row in table if row.contributors > 0})
    fields: dict[str, Scalar] = {"contributed": active, "out_of": len(every)}
    return fields | _shares(table, share)


def _shares(
    table: Sequence[Participation], share: Callable[[Sequence[Participation]], float | None]
) -> dict[str, Scalar]:
    first, later = _halves(table)
    whole, before, after = share(table), share(first), share(later)
    fields: dict[str, Scalar] = {} if whole is None else {"share": round6(whole)}
    if before is not None and after is not None:
        fields["change"] = round6(after - before)
    return fields


def _halves(table: Sequence[Participation]) -> tuple[list[Participation], list[Participation]]:
    """The rows of the first and of the later half of the periods; the middle one of an odd number is in neither."""
    starts = sorted({row.period_start for row in table})
    half = len(starts) // 2
    first, later = set(starts[:half]), set(starts[len(starts) - half :])
    return [row for row in table if row.period_start in first], [row for row in table if row.period_start in later]


def _fact(
    of: str, fields: dict[str, Scalar], evidence: Evidence, source: "Sequence[Participation] | Sequence[LogEntry]"
) -> Fact:
    known = [entry for entry in evidence.log if entry.origin is not None and entry.told_in_time]
    fields = {"of": of} | fields
    rests = {"participation" if isinstance(source[0], Participation) else "improvement-log"}
    if known:
        front = sum(entry.origin in ("front-line", "family") for entry in known)
        fields["front_line_share"] = round6(front / len(known))
        rests.add("improvement-log")
    return Fact(
        id=f"signal/{ABOUT.id}/{of}",
        kind=f"signal/{ABOUT.id}",
        fields=fields,
        says=_says(of, fields, evidence),
        rests_on=tuple(sorted(rests)),
        rows=by_resource([*source, *known]),
    )


def _says(of: str, fields: dict[str, Scalar], evidence: Evidence) -> str:
    span = f"from {month_year(evidence.period_start)} to {month_year(evidence.period_end)}"
    if "out_of" not in fields:
        says = f"{fields['contributed']} {of} are named in tests of change {span}"
    elif of == "staff":
        says = f"{fields['contributed']} contributors out of {fields['out_of']} staff, counted in each period, {span}"
    else:
        says = f"{fields['contributed']} of {fields['out_of']} {of} had contributors {span}"
    change = fields.get("change")
    if isinstance(change, float) and round(100 * change):
        says += (
            f"; {abs(100 * change):.0f} points {'more' if change > 0 else 'less'} in the later half than in the first"
        )
    if isinstance(front := fields.get("front_line_share"), float):
        says += f"; {100 * front:.0f}% of log entries with a known origin came from front line or family"
    return says + "."
