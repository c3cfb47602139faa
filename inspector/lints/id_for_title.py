"""Words show the id of an indicator where its title is there to be read.

What:
    `{alias.indicator}` in what is said, asked or told in brief, of facts that also have a title.

Why:
    Ids are made for machines: `asmt-45wd-pct` in a sentence tells a family nothing.

Bad:
    when: {move: {signal: trajectory, call: gradual-gain}}
    says: "{move.indicator}: got better."

Good:
    when: {move: {signal: trajectory, call: gradual-gain}}
    says: "{move.title}: got better."

Waive:
    Where titles are so long that nobody reads them.
"""

import re

from inspector.lints._texts import said
from inspector.lints._walk import Vocabulary, aliases, field_of, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Rule, VerdictRow

ID = "id-for-title"
FAMILY = "findings"
LEVEL: Level = "query"

_ID = re.compile(r"\{([a-z][a-z0-9_]*)\.indicator[}|]")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One query for each text with such an id."""
    found = []
    for text in said(framework):
        if not isinstance(text.thing, Rule | VerdictRow):
            continue
        known = aliases(text.thing, vocabulary)
        alias = next((name for name in _ID.findall(text.words) if field_of(known.get(name), "title")), "")
        if alias:
            message = f"{text.of} shows the id of an indicator, which has a title"
            found.append(remark(ID, text.where, message, f"{{{alias}.title}}", "show the title", LEVEL))
    return tuple(found)
