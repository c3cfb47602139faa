"""What sort of thing tests of change alter: the work and its conditions, or procedures and people's training.

Measures:
    Of the tests of change whose sort is known: the share that alters tasks, tools, workload, environment, staffing or joint
    working; the share that alters procedures; the share that trains; how many different sorts there are.

Why it matters:
    Changing what surrounds people has more leverage than telling them again. Training and procedures are the commonest
    answers and the weakest.

Cannot tell:
    How large a change was, or whether a new procedure made the work simpler. The log says what sort it was.

Reference:
    RCA2: Improving Root Cause Analyses and Actions to Prevent Harm (National Patient Safety Foundation, 2015), figure 3;
    Meadows (1999), Leverage Points.
"""

from inspector.evidence.records import Found, fact, percent, shared, tests
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field

SYSTEM = ("task", "tool", "workload", "environment", "staffing", "joint-working")

ABOUT = About(
    id="change-mix",
    title="What tests of change alter",
    needs=("improvement-log",),
    fields=(
        Field(name="known", type="integer", says="Tests of change whose sort is known."),
        Field(name="sorts", type="integer", says="How many different sorts there are."),
        Field(
            name="system_share",
            type="number",
            says="Share that alters tasks, tools, workload, environment and the like.",
        ),
        Field(name="procedure_share", type="number", says="Share that alters procedures."),
        Field(name="training_share", type="number", says="Share that trains."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none where no test of change says of what sort it is."""
    known = [entry for entry in tests(evidence) if entry.change_type]
    if not known:
        return ()
    found: Found = {
        "known": len(known),
        "sorts": len({entry.change_type for entry in known}),
        "system_share": shared(known, lambda entry: entry.change_type in SYSTEM),
        "procedure_share": shared(known, lambda entry: entry.change_type == "procedure"),
        "training_share": shared(known, lambda entry: entry.change_type == "training"),
    }
    says = (
        f"Of {len(known)} tests whose sort is known, {percent(found['system_share'])} alter the work or what surrounds it, "
        f"{percent(found['procedure_share'])} procedures, {percent(found['training_share'])} are training."
    )
    return (fact(ABOUT, "log", found, says, ["improvement-log"], known),)
