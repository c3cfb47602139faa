"""What sort of thing tests of change alter: the work and its conditions, or procedures and people's training.

Measures:
    Of the tests of change that count and say what they alter: the share that alters tasks, tools, workload, environment,
    staffing or joint working; the share that alters procedures; the share that trains; how many different sorts there are.
    And how many do not say. A sort that is a framework's own word counts as the sort of ours that the framework says, else as
    known, a sort of its own, and none of the three.

Why it matters:
    Changing what surrounds people has more leverage than telling them again. Training and procedures are the commonest
    answers and the weakest.

Cannot tell:
    How large a change was, or whether a new procedure made the work simpler. The log says what sort it was.

Reference:
    RCA2: Improving Root Cause Analyses and Actions to Prevent Harm (National Patient Safety Foundation, 2015), figure 3;
    Meadows (1999), Leverage Points.
"""

from inspector.evidence.aside import FIELDS
from inspector.evidence.records import Found, apart_tests, fact, shared
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.words import agree

SYSTEM = ("task", "tool", "workload", "environment", "staffing", "joint-working")

ABOUT = About(
    id="change-mix",
    title="What tests of change alter",
    needs=("improvement-log",),
    fields=(
        describe.count("tests", "Tests of change that count.", "activity", "tests", equals="recorded - set_aside"),
        *FIELDS,
        describe.count(
            "known", "Tests of change that say what they alter.", "doubt", "tests", good="up", at_most="tests"
        ),
        describe.count(
            "unknown",
            "Tests of change that do not say what they alter.",
            "doubt",
            "tests",
            good="down",
            equals="tests - known",
            at_most="tests",
        ),
        describe.count(
            "sorts",
            "How many different sorts of change there are among the tests that say what they alter.",
            "activity",
            "sorts",
            at_most="known",
        ),
        describe.count(
            "system",
            "Tests that alter tasks, tools, workload, environment and the like.",
            "activity",
            "tests",
            good="up",
            at_most="known",
        ),
        describe.share(
            "system_share",
            "Tests that alter tasks, tools, workload, environment and the like, of those that say what they alter.",
            "activity",
            good="up",
            equals="system / known",
        ),
        describe.count("procedures", "Tests that alter procedures.", "activity", "tests", good="down", at_most="known"),
        describe.share(
            "procedure_share",
            "Tests that alter procedures, of those that say what they alter.",
            "activity",
            good="down",
            equals="procedures / known",
        ),
        describe.count("trainings", "Tests that train.", "activity", "tests", good="down", at_most="known"),
        describe.share(
            "training_share",
            "Tests that train, of those that say what they alter.",
            "activity",
            good="down",
            equals="trainings / known",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none where no test of change was recorded."""
    apart = apart_tests(evidence)
    if not apart.recorded:
        return ()
    known = [entry for entry in apart.counted if entry.change_type]
    found: Found = {
        "tests": len(apart.counted),
        "known": len(known),
        "unknown": len(apart.counted) - len(known),
        "sorts": len({entry.change_type for entry in known}),
        "system": sum(entry.change_type in SYSTEM for entry in known),
        "system_share": shared(known, lambda entry: entry.change_type in SYSTEM),
        "procedures": sum(entry.change_type == "procedure" for entry in known),
        "procedure_share": shared(known, lambda entry: entry.change_type == "procedure"),
        "trainings": sum(entry.change_type == "training" for entry in known),
        "training_share": shared(known, lambda entry: entry.change_type == "training"),
    }
    return (fact(ABOUT, "log", found, _says(found), ["improvement-log"], (), apart),)


MANY = "tests of change that count"


def _says(found: Found) -> str:
    tests, known, unknown = found["tests"], found["known"], found["unknown"]
    if not tests:
        return "No test of change counts."
    if not known:
        return f"What they alter is not stated by any of {tests} {agree(tests, 'test of change that counts', MANY)}."
    system, procedures, trainings = found["system"], found["procedures"], found["trainings"]
    says = (
        f"Of {known} {agree(known, 'test', 'tests')} of change that {agree(known, 'says', 'say')} what "
        f"{agree(known, 'it alters', 'they alter')}, with {system} it is the work or what surrounds it, "
        f"with {procedures} a procedure, and with {trainings} training"
    )
    return f"{says}; {unknown} {agree(unknown, 'does', 'do')} not say." if unknown else f"{says}."
