"""The argument about a verdict in the words and the order in which every format shows it: one view, so all say the same."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from inspector.model.argument import WHO
from inspector.report.wording import counted, fill

Document = Mapping[str, Any]
Words = Mapping[str, Any]
MOST = 6
"""Names shown beside a sentence; the JSON document has all of them."""
PARTS = ("case_against", "would_change", "not_performance", "fields", "fieldwork")


def view(document: Document, t: Words) -> dict[str, Any]:
    """What each part of a result's argument shows. A part that the result lacks, or that is empty, is left out."""
    made = {name: _MAKE[name](document[name], document, t) for name in PARTS if document.get(name) is not None}
    return {name: part for name, part in made.items() if part}


def ended(words: str) -> str:
    """Words as a sentence: with a full stop, unless they end in a mark of their own."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def _few(key: str, entry: Document, t: Words) -> dict[str, Any]:
    """The first names under a key, and words for how many more there are."""
    names = entry[key]
    more = fill(t["more"], count=len(names) - MOST) if len(names) > MOST else ""
    return {key: names[:MOST], "more": more}


def _case_against(given: Sequence[Document], _: Document, t: Words) -> dict[str, Any]:
    words = t["case_against"]
    groups = [(title, [one for one in given if one["sort"] == sort]) for sort, title in words["sorts"].items()]
    return {
        "intro": words["intro"] if given else words["none"],
        "groups": [
            {"title": title, "entries": [{**one, **_few("about", one, t)} for one in entries]}
            for title, entries in groups
            if entries
        ],
    }


def _would_change(given: Document, document: Document, t: Words) -> dict[str, Any]:
    words = t["would_change"]
    flips = [
        {
            "removed": flip["removed"],
            "without": fill(words["without"], removed=words["joined"].join(flip["removed"])),
            "verdict": fill(words["verdict"], words=t["verdicts"][flip["verdict"]], word=flip["verdict"]),
            "row": flip["row"],
            "by": fill(words["row"], row=flip["row"]),
        }
        for flip in given["flips"]
    ]
    made = {"settled": given["settled"], "flips": flips, "steps": _steps(given["steps"], document, words)}
    return made if any(made.values()) else {}


def _steps(steps: Sequence[Document], document: Document, words: Words) -> list[dict[str, Any]]:
    """The steps under their themes, in the order of the themes."""
    titles = {theme["theme"]: theme["title"] for theme in document["themes"]}
    titles |= {step["theme"]: step["theme"] for step in steps if step["theme"] not in titles}
    groups = [(name, title, [step for step in steps if step["theme"] == name]) for name, title in titles.items()]
    return [
        {
            "theme": name,
            "title": title,
            "entries": [
                {
                    "move": fill(words["step"], now=step["now"], then=step["then"]),
                    "rule": fill(words["rule"], rule=step["rule"]),
                    "says": step["says"],
                }
                for step in mine
            ],
        }
        for name, title, mine in groups
        if mine
    ]


def _not_performance(given: Sequence[Document], _: Document, t: Words) -> dict[str, Any]:
    words = t["not_performance"]
    reasons = [
        {
            "title": words["reasons"][one["reason"]],
            "applies": one["applies"],
            "mark": words["applies" if one["applies"] else "other"],
            "says": one["says"],
            **_few("about", one, t),
        }
        for one in given
    ]
    count = counted(words["count"], sum(one["applies"] for one in given), of=len(given))
    return {"intro": words["intro"], "count": count, "reasons": reasons} if reasons else {}


def _fields(given: Sequence[Document], _: Document, t: Words) -> list[dict[str, Any]]:
    return [_field(field, t["fields"]) for field in given]


def _field(field: Document, words: Words) -> dict[str, Any]:
    some = [part for part in field["parts"] if part["activities"]]
    none = [part["title"] for part in field["parts"] if not part["activities"]]
    counts = [f"{part['title']} ({counted(words['activities'], part['activities'])})" for part in some]
    return {
        "title": fill(words["title"], title=field["title"], some=len(some), count=len(field["parts"])),
        "says": field["says"],
        "parts": field["parts"],
        "some": some,
        "none": none,
        "describe": fill(
            words["describe"], some="; ".join(counts) or words["nowhere"], none="; ".join(none) or words["nowhere"]
        ),
    }


def _fieldwork(given: Document, _: Document, t: Words) -> dict[str, Any]:
    words = t["fieldwork"]
    enquiries = _together(given["enquiries"], t)
    samples = [
        {
            **one,
            "head": fill(
                words["sample"],
                what=one["what"],
                count=len(one["ids"]),
                out_of=one["out_of"],
                how=words["how"][one["how"]],
            ),
        }
        for one in given["samples"]
    ]
    seed = fill(words["seed"], seed=given["seed"]) if samples and given["seed"] else ""
    return {"enquiries": enquiries, "samples": samples, "seed": seed} if enquiries or samples else {}


def _together(enquiries: Sequence[Document], t: Words) -> list[dict[str, Any]]:
    """The enquiries in their order; those in a row that ask the same people with the same at stake stand under one head."""
    words = t["fieldwork"]
    groups: list[dict[str, Any]] = []
    for number, one in enumerate(enquiries, 1):
        moves = f"{words['moves']}: {ended(one['moves'])}" if one["moves"] else ""
        head = " ".join(part for part in (_ask(one["whom"], words), moves) if part)
        if not groups or groups[-1]["head"] != head:
            groups.append({"head": head, "start": number, "entries": []})
        groups[-1]["entries"].append({"number": number, "question": one["question"], **_few("because", one, t)})
    return groups


def _ask(whom: Sequence[str], words: Words) -> str:
    named = [words["whom"][one] for one in WHO if one in whom]
    return fill(words["ask"], whom=words["then"].join(named)) if named else ""


_MAKE: Mapping[str, Callable[[Any, Document, Words], Any]] = {
    "case_against": _case_against,
    "would_change": _would_change,
    "not_performance": _not_performance,
    "fields": _fields,
    "fieldwork": _fieldwork,
}
