"""The argument about a verdict in the words and the order in which every format shows it: one view, so all say the same."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from inspector.model.argument import in_turn
from inspector.report.argument_shown import (
    CaseAgainst,
    Enquiries,
    Field,
    Fieldwork,
    Flip,
    Group,
    NotPerformance,
    Sample,
    Steps,
    View,
    WouldChange,
)
from inspector.report.document.shape import Document, argument
from inspector.report.document.shape.judged import Theme
from inspector.report.people import named
from inspector.report.standing_words import standing_word, step_word
from inspector.report.wording import Words, counted, fill

Made = TypeVar("Made")
MOST = 6
"""Names shown beside a sentence; the JSON document has all of them."""
PARTS = tuple(View.__annotations__)


def view(document: Document, t: Words) -> View:
    """What each part of a result's argument shows. A part that the result lacks, or that is empty, is left out."""
    shown: View = {}
    if (objections := document.get("case_against")) is not None:
        shown["case_against"] = _case_against(objections, t)
    if (change := document.get("would_change")) and (would := _would_change(change, document["themes"], t)):
        shown["would_change"] = would
    if reasons := document.get("not_performance"):
        shown["not_performance"] = _not_performance(reasons, t)
    if fields := document.get("fields"):
        shown["fields"] = [_field(field, t["fields"]) for field in fields]
    if (plan := document.get("fieldwork")) and (work := _fieldwork(plan, t, named(document, t["fieldwork"]))):
        shown["fieldwork"] = work
    return shown


def each(
    shown: View,
    t: Words,
    *,
    case_against: Callable[[CaseAgainst, Words], Made],
    would_change: Callable[[WouldChange, Words], Made],
    not_performance: Callable[[NotPerformance, Words], Made],
    fields: Callable[[Sequence[Field], Words], Made],
    fieldwork: Callable[[Fieldwork, Words], Made],
) -> dict[str, Made]:
    """What a format makes of each part that is shown, by name and in order; it is given the part and its own words."""
    made: dict[str, Made] = {}
    if "case_against" in shown:
        made["case_against"] = case_against(shown["case_against"], t["case_against"])
    if "would_change" in shown:
        made["would_change"] = would_change(shown["would_change"], t["would_change"])
    if "not_performance" in shown:
        made["not_performance"] = not_performance(shown["not_performance"], t["not_performance"])
    if "fields" in shown:
        made["fields"] = fields(shown["fields"], t["fields"])
    if "fieldwork" in shown:
        made["fieldwork"] = fieldwork(shown["fieldwork"], t["fieldwork"])
    return made


def ended(words: str) -> str:
    """Words as a sentence: with a full stop, unless they end in a mark of their own."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def _more(names: Sequence[str], t: Words) -> str:
    """Words for how many names there are beyond the first."""
    return fill(t["more"], count=len(names) - MOST) if len(names) > MOST else ""


def _case_against(given: Sequence[argument.Objection], t: Words) -> CaseAgainst:
    words = t["case_against"]
    groups: list[Group] = [
        {
            "title": title,
            "entries": [
                {"says": one["says"], "about": one["about"][:MOST], "more": _more(one["about"], t)}
                for one in given
                if one["sort"] == sort
            ],
        }
        for sort, title in words["sorts"].items()
    ]
    return {
        "intro": words["intro"] if given else words["none"],
        "groups": [group for group in groups if group["entries"]],
    }


def _would_change(given: argument.Change, themes: Sequence[Theme], t: Words) -> WouldChange | None:
    words = t["would_change"]
    flips: list[Flip] = [
        {
            "removed": flip["removed"],
            "without": fill(words["without"], removed=words["joined"].join(flip["removed"])),
            "verdict": fill(words["verdict"], words=t["verdicts"][flip["verdict"]], word=flip["verdict"]),
            "row": flip["row"],
            "by": fill(words["row"], row=flip["row"]),
        }
        for flip in given["flips"]
    ]
    made: WouldChange = {
        "margin": given["margins"]["says"] if "margins" in given else "",
        "settled": given["settled"],
        "flips": flips,
        "steps": _steps(given["steps"], themes, words),
    }
    return made if any(made.values()) else None


def _steps(steps: Sequence[argument.Step], themes: Sequence[Theme], words: Words) -> list[Steps]:
    """The steps under their themes, in the order of the themes."""
    titles = {theme["theme"]: theme["title"] for theme in themes}
    now = {(theme["theme"], theme["standing"]): standing_word(theme) for theme in themes}
    titles |= {step["theme"]: step["theme"] for step in steps if step["theme"] not in titles}
    groups: list[Steps] = [
        {
            "theme": name,
            "title": title,
            "entries": [
                {
                    "move": fill(
                        words["step"],
                        now=now.get((name, step["now"]), step_word(step["now"])),
                        then=step_word(step["then"]),
                    ),
                    "rule": fill(words["rule"], rule=step["rule"]),
                    "says": step["says"],
                }
                for step in steps
                if step["theme"] == name
            ],
        }
        for name, title in titles.items()
    ]
    return [group for group in groups if group["entries"]]


def _not_performance(given: Sequence[argument.Reason], t: Words) -> NotPerformance:
    words = t["not_performance"]
    return {
        "intro": words["intro"],
        "count": counted(words["count"], sum(one["applies"] for one in given), of=len(given)),
        "reasons": [
            {
                "title": words["reasons"][one["reason"]],
                "applies": one["applies"],
                "mark": words["applies" if one["applies"] else "other"],
                "says": one["says"],
                "about": one["about"][:MOST],
                "more": _more(one["about"], t),
            }
            for one in given
        ],
    }


def _field(field: argument.Field, words: Words) -> Field:
    some = sum(bool(part["activities"]) for part in field["parts"])
    said = (
        fill(words["describe"], state=title, list="; ".join(_counted(part, words) for part in parts))
        for state, title in words["states"].items()
        if (parts := [part for part in field["parts"] if state_of(part) == state])
    )
    return {
        "title": fill(words["title"], title=field["title"], some=some, count=len(field["parts"])),
        "says": field["says"],
        "parts": field["parts"],
        "describe": " ".join(said) or field["says"],
    }


def state_of(part: argument.FieldPart) -> str:
    """What can be said of a part; of one that an earlier version wrote only whether any work is shown."""
    return "shown" if part["activities"] else part.get("state", "none")


def shown_beside(part: argument.FieldPart, words: Words) -> str:
    """What stands beside a part: how many pieces of work, or in a word why none is shown."""
    return str(part["activities"] or words["none"][state_of(part)])


def _counted(part: argument.FieldPart, words: Words) -> str:
    """The title with how many pieces of work count, and how many do not."""
    counts = [counted(words["activities"], part["activities"])] if part["activities"] else []
    counts += [counted(words["aside"], part["aside"])] if part.get("aside") else []
    return f"{part['title']} ({', '.join(counts)})" if counts else part["title"]


def examples_of(part: argument.FieldPart, words: Words) -> list[str]:
    """The ids of the first pieces of work, and in words how many are set aside."""
    return [*part["examples"], *([counted(words["aside"], part["aside"])] if part.get("aside") else [])]


def _fieldwork(given: argument.Fieldwork, t: Words, people: Mapping[str, str]) -> Fieldwork | None:
    enquiries = _together(given["enquiries"], t, people)
    samples = [_sample(one, t["fieldwork"]) for one in given["samples"]]
    seed = fill(t["fieldwork"]["seed"], seed=given["seed"]) if samples and given["seed"] else ""
    return {"enquiries": enquiries, "samples": samples, "seed": seed} if enquiries or samples else None


def _sample(one: argument.Sample, words: Words) -> Sample:
    how = words["how"][one["how"]]
    head = fill(words["sample"], what=one["what"], count=len(one["ids"]), out_of=one["out_of"], how=how)
    return {"head": head, "says": one["says"], "ids": one["ids"]}


def _together(enquiries: Sequence[argument.Enquiry], t: Words, people: Mapping[str, str]) -> list[Enquiries]:
    """The enquiries in their order; those in a row that ask the same people with the same at stake stand under one head."""
    words = t["fieldwork"]
    groups: list[Enquiries] = []
    for number, one in enumerate(enquiries, 1):
        moves = f"{words['moves']}: {ended(one['moves'])}" if one["moves"] else ""
        head = " ".join(part for part in (_ask(one["whom"], words, people), moves) if part)
        if not groups or groups[-1]["head"] != head:
            groups.append({"head": head, "start": number, "entries": []})
        because, more = one["because"][:MOST], _more(one["because"], t)
        groups[-1]["entries"].append({"number": number, "question": one["question"], "because": because, "more": more})
    return groups


def _ask(whom: Sequence[str], words: Words, people: Mapping[str, str]) -> str:
    titles = [people[one] for one in in_turn(whom) if one in people]
    return fill(words["ask"], whom=words["then"].join(titles)) if titles else ""
