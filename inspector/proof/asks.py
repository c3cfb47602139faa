"""What an inspector answers about a row, a month or a case that was drawn, in plain words, and the one spelling of an answer.

What is asked goes by the kind of evidence and never by the row, so that what is asked does not tell what a row says.
"""

import re
import unicodedata
from collections.abc import Collection
from datetime import date, datetime
from typing import Literal, NamedTuple

from inspector.model.visits import Unit
from inspector.model.words import number

Sort = Literal["day", "number", "word", "text"]


class Ask(NamedTuple):
    """One thing to find out: its field, how the answer is written, a heading for it, and the question in full.

    `choices` are the words of ours to choose from, each with what it means. Only what is `compared` is held against the row.
    """

    field: str
    sort: Sort
    label: str
    question: str
    choices: tuple[tuple[str, str], ...] = ()
    compared: bool = True


class Kind(NamedTuple):
    """One kind of thing to look at: what it is called, one and many, what to do, and which fields are asked, in their order."""

    id: str
    one: str
    many: str
    do: str
    fields: tuple[str, ...]


_YES_NO = (("yes", ""), ("no", ""))
_ASKS = {
    one.field: one
    for one in (
        Ask("tested_on", "day", "First tried on", "When was it first tried?"),
        Ask(
            "origin", "word", "Whose idea", "Whose idea was it?",
            (
                ("front-line", "somebody who does the work"), ("family", "a child, parent or carer"),
                ("partner", "another agency"),
                ("manager", ""), ("leader", ""), ("inspection", ""), ("review", ""), ("expert", ""),
            ),
            compared=False,
        ),
        Ask(
            "decision", "word", "What was decided", "What was decided about it?",
            (("adopt", "kept"), ("adapt", "changed and tried again"), ("abandon", "dropped")),
        ),
        Ask(
            "written", "word", "Written at the time?", "Is there anything that was written at the time?", _YES_NO,
            compared=False,
        ),
        Ask(
            "list_shown", "word", "List shown?", "Were you shown the list behind the figure?", _YES_NO,
            compared=False,
        ),
        Ask("numerator", "number", "Counted", "How many on the list are as the figure asks? Count them yourself."),
        Ask("denominator", "number", "Out of", "How many are on the list altogether? Count them yourself."),
        Ask("value", "number", "The figure", "What figure does the list give?"),
        Ask("first_on", "day", "First day", "On which day does the count begin, by the file?"),
        Ask("last_on", "day", "Last day", "On which day does it end, by the file?"),
        Ask("days", "number", "Days", "How many days lie between them? Count working days where the measure does."),
        Ask("count", "number", "How many cases", "How many cases took so many days? Count them yourself."),
        Ask("headcount", "number", "People in the role", "How many people had this role in the team then?"),
        Ask("contributors", "number", "Took part", "How many of them raised, tried or looked into a change?"),
        Ask("ideas_raised", "number", "Ideas raised", "How many ideas did they raise?"),
        Ask("ideas_tested", "number", "Ideas tried", "How many of the ideas were tried?"),
        Ask("ideas_adopted", "number", "Ideas kept", "How many of the ideas were kept?"),
        Ask("days_to_hear_back", "number", "Days to hear back", "After how many days did most of them hear back?"),
        Ask("hours_delivering", "number", "Hours delivering", "How many hours went into today's service?"),
        Ask("hours_improving", "number", "Hours improving", "How many hours went into improving the work?"),
        Ask("hours_overseeing", "number", "Hours overseeing", "How many hours went into overseeing improvement?"),
        Ask("accounted_on", "day", "Accounted on", "When did the leader last account for improving?"),
        Ask("answered_on", "day", "Answered on", "When was the question answered in writing?"),
        Ask("acted_on", "day", "Acted on", "When was something last done because of the answer?"),
        Ask("met_on", "day", "Met on", "When was the promise met?"),
        Ask(
            "partner_says", "word", "The partner says", "Ask the partner: was the promise kept?",
            (("kept", ""), ("partly-kept", ""), ("not-kept", "")),
        ),
        Ask("status", "text", "Where it stands", "Where does the recommendation stand now?"),
        Ask("done_on", "day", "Done on", "When was it done?"),
        Ask("verified_on", "day", "Checked on", "When did somebody check that it worked?"),
        Ask("reviewed_on", "day", "Looked at again on", "When was it last looked at?"),
        Ask(
            "went", "word", "How it went", "How did it go?",
            (("well", ""), ("badly", ""), ("mixed", "")),
        ),
        Ask(
            "approach", "word", "What was looked at", "Was the system looked at, or what one person did?",
            (("systems", "the system"), ("individual", "what one person did")),
        ),
        Ask("front_line_took_part", "word", "Front line took part?", "Did those who do the work take part?", _YES_NO),
        Ask("family_took_part", "word", "Family took part?", "Did the family take part?", _YES_NO),
        Ask("people", "number", "How many said so", "How many people said so?"),
        Ask("told_back_on", "day", "Told back on", "When were they told what came of it?"),
    )
}  # fmt: skip
_KINDS = {
    ("improvement-log", "row"): Kind(
        "tests", "test of change", "tests of change",
        "Ask whoever tried it to show you, and look for something written at the time.",
        ("tested_on", "decision", "origin", "written"),
    ),
    ("indicator", "month"): Kind(
        "figures", "month of a figure", "months of figures",
        "Ask for the list behind the figure of that month, and count it yourself.",
        ("list_shown", "numerator", "denominator", "value"),
    ),
    ("indicator", "case"): Kind(
        "cases", "case to count again", "cases to count again",
        "Open the file, and count the days again from what is written in it.",
        ("first_on", "last_on", "days"),
    ),
    ("durations", "row"): Kind(
        "durations", "count of cases by their days", "counts of cases by their days",
        "Ask for the list of that time, and count yourself how many took so many days.",
        ("list_shown", "count"),
    ),
    ("participation", "row"): Kind(
        "participation", "record of who took part", "records of who took part",
        "Ask the team itself, and count people and ideas with them.",
        ("headcount", "contributors", "ideas_raised", "ideas_tested", "ideas_adopted", "days_to_hear_back"),
    ),
    ("leadership", "row"): Kind(
        "leadership", "record of a leader's time", "records of leaders' time",
        "Ask to see the diary of that time, and add up the hours.",
        ("hours_delivering", "hours_improving", "hours_overseeing", "accounted_on", "answered_on", "reviewed_on", "acted_on"),
    ),
    ("partnership", "row"): Kind(
        "partnership", "promise between agencies", "promises between agencies",
        "Ask the partner to whom it was promised, not the one who promised.",
        ("met_on", "partner_says"),
    ),
    ("recommendations", "row"): Kind(
        "recommendations", "recommendation", "recommendations",
        "Ask its owners to show you what was done, and who checked that it worked.",
        ("status", "done_on", "verified_on"),
    ),
    ("case-reviews", "row"): Kind(
        "reviews", "review of a case", "reviews of cases",
        "Ask those who were there, and look for what was written at the time.",
        ("reviewed_on", "went", "approach", "front_line_took_part", "family_took_part", "done_on", "written"),
    ),
    ("voice", "row"): Kind(
        "voice", "thing that people said", "things that people said",
        "Ask those who said it whether they did, and what came of it.",
        ("people", "told_back_on", "written"),
    ),
}  # fmt: skip
FIGURES = ("indicator", "indicators")
"""How evidence of figures is named: one measure's, or those of several as one piece."""
_ENDS = re.compile(r"[\s.,;:!]+$")


def kind_of(evidence: str, unit: Unit) -> Kind:
    """The kind of what is looked at; of evidence that has none of its own one in its own words."""
    name = evidence.partition("/")[0]
    if name in FIGURES:
        name, unit = "indicator", "case" if unit == "case" else "month"
    if found := _KINDS.get((name, unit)):
        return found
    words = name.replace("-", " ")
    one = {"row": f"row of {words}", "month": f"month of {words}", "case": f"case of {words}"}[unit]
    many = one.replace(unit, f"{unit}s", 1)
    return Kind(f"{name}-{unit}s", one, many, "Ask for what it rests on, and look at that.", ("written",))


def asked(evidence: str, unit: Unit, answers: Collection[str] | None = None) -> tuple[Ask, ...]:
    """What is asked about each row of a piece of evidence. `answers`: the fields that any of its rows can be held against.

    Without `answers` all that could be asked. A field that nobody has words for is asked by its name.
    """
    fields = kind_of(evidence, unit).fields
    known = [_ASKS[field] for field in fields]
    if answers is None:
        return tuple(known)
    kept = [ask for ask in known if not ask.compared or ask.field in answers]
    return (*kept, *(ask_of(field) for field in sorted(set(answers) - set(fields))))


def ask_of(field: str) -> Ask:
    """The question of one field."""
    if found := _ASKS.get(field):
        return found
    words = field.replace("_", " ")
    label = words[:1].upper() + words[1:]
    return Ask(field, "day" if field.endswith("_on") else "text", label, f"{label}: what does the source say?")


def canonical(value: object) -> str:
    """An answer in its one spelling, by which what was found is held against what a row says; empty for none.

    Days as ISO 8601, numbers without noughts at the end, yes and no; of a text what spaces, capitals and a mark at its end add
    is left out.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(sorted(canonical(part) for part in value))
    return " ".join(_ENDS.sub("", unicodedata.normalize("NFKC", str(value)).casefold()).split())
