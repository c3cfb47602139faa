"""What stands first, made of a document: the one view of it that every format lays out."""

from inspector.model.assurance import on_paper
from inspector.report.assurance_words import assurance_of, in_words
from inspector.report.document.selections import asking
from inspector.report.document.shape import Document
from inspector.report.front import Front, points
from inspector.report.front.themes import held
from inspector.report.missing_words import range_words
from inspector.report.standing_words import state_of
from inspector.report.wording import Words, fill


def front(document: Document, t: Words) -> Front:
    """What five minutes need, in the words of a language; nothing is judged here, and nothing left out but by rank.

    Texts are those of the document: each format makes them harmless as it does all others.
    """
    bundle, verdict, words = document["bundle"], document["verdict"], t["front"]
    name = fill(words["invented"], authority=bundle["authority"]) if bundle["invented"] else bundle["authority"]
    assured = verdict.get("assured")
    return {
        "authority": name,
        "period": fill(words["period"], start=bundle["period"]["start"], end=bundle["period"]["end"]),
        "verdict": t["verdicts"][verdict["verdict"]],
        "said": in_words(document, t),
        "could_be": range_words(document),
        "assurance": t["assurances"][assurance_of(document)],
        "says": verdict["says"],
        "brief": verdict.get("brief", ""),
        "vouched": assured["says"] if assured else on_paper(verdict["verdict"]).says,
        "themes": held(document, t),
        "better": points.better(document, t),
        "worse": points.worse(document, t),
        "against": points.against(document, t),
        "hangs_on": points.hangs_on(document),
        "margin": _margin(document),
        "doubtful": points.doubtful(document),
        "absent": points.absent(document, t),
        "ask": points.ask(document, t),
        "counts": _counts(document),
    }


def _margin(document: Document) -> str:
    margins = document.get("would_change", {}).get("margins")
    return margins["says"] if margins else ""


def _counts(document: Document) -> dict[str, int]:
    found = [one for one in document["findings"] if not one["withdrawn"]]
    ways = [one["direction"] for one in found]
    plan = document.get("fieldwork")
    return {
        "themes": len(document["themes"]),
        "silent": sum(state_of(one) == "silent" for one in document["themes"]),
        "findings": len(document["findings"]),
        **{way: ways.count(way) for way in ("better", "worse", "neither")},
        "withdrawn": len(document["findings"]) - len(found),
        "objections": len(document.get("case_against", ())),
        "questions": len(asking(document)),
        "enquiries": len(plan["enquiries"]) if plan else len(document["questions_on_site"]),
        "remarks": len(document["problems"]),
    }
