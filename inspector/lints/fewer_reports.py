"""A rule rewards that fewer people report something.

What:
    A rule that concludes a standing or better for a gain of measures that, by their name, count reports: complaints, concerns,
    reported incidents, near misses, alerts, grievances.

Why:
    Fewer reports may mean that less happens, or that nobody dares to say it any more. Figures alone do not tell which.

Bad:
    indicators: [{id: complaints, title: Complaints}]
    when: {move: {signal: trajectory, known_as: complaints, call: [gradual-gain, sudden-gain]}}
    conclude: {direction: better}

Good:
    indicators: [{id: complaints-answered, title: Complaints that led to a change}]
    when: {move: {signal: trajectory, known_as: complaints-answered, call: [gradual-gain, sudden-gain]}}
    conclude: {direction: better}

Waive:
    Where the register has more of them as better, or somebody else counts what happens: say so.
"""

import re

from inspector.lints._grounds import grounds
from inspector.lints._implies import Known
from inspector.lints._ranges import Words
from inspector.lints._rewards import rewards
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "fewer-reports"
FAMILY = "incentives"
LEVEL = "query"
_REPORTS = re.compile(
    r"^(reported-|number-of-|formal-|staff-|public-)*"
    r"(complaints?|concerns?(-raised)?|incidents?(-reported|-reports)?|near-miss(es)?|alerts?|grievances?|disclosures?|"
    r"[a-z-]*reports|whistleblowing|speak-ups?)(-received|-made|-raised|-reported|-per-[a-z0-9-]+)?$"
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A query for each rule that would be met if nobody reported anything."""
    known = Known.of(framework, vocabulary)
    found = []
    for rule in framework.rules:
        if not rewards(rule):
            continue
        mine = grounds(rule, known)
        better = {one.pattern.alias for one in mine if one.measured and one.sense == "good"}
        for one in mine:
            named = one.field.name in ("known_as", "indicator") and isinstance(one.values, Words) and one.values.named
            if one.own and named and one.pattern.alias in better and all(_REPORTS.search(str(word)) for word in named):
                message = (
                    f"{rule.id} rewards a gain of {', '.join(sorted(map(str, named)))}: fewer may report what happens"
                )
                found.append(remark(ID, one.where.where, message, "what came of the reports", level="query"))
    return tuple(found)
