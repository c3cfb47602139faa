"""Anchors of a page: short, unique and made by position, so that no text from data becomes part of an id."""

from inspector.report.document.selections import asks
from inspector.report.document.shape import Document


class Anchors:
    """The anchor of each finding, fact, theme, asking trace, piece of evidence, story, recommendation and source of a result."""

    def __init__(self, document: Document) -> None:
        told = document.get("told")
        self.finding = {f["id"]: f"finding-{n}" for n, f in enumerate(document["findings"], 1)}
        self.fact = {f["id"]: f"fact-{n}" for n, f in enumerate(document["facts"], 1)}
        self.theme = {t["theme"]: f"theme-{n}" for n, t in enumerate(document["themes"], 1)}
        self.evidence = {t["evidence"]: f"trust-{n}" for n, t in enumerate(document["trust"], 1)}
        self.trace = {
            f"probe/{t['probe']}/{t['subject']}": f"question-{n}"
            for n, t in enumerate(document["traces"], 1)
            if asks(t)
        }
        self.story = {s["indicator"]: f"story-{n}" for n, s in enumerate(told["stories"] if told else (), 1)}
        self.rec = {r["recommendation"]: f"rec-{n}" for n, r in enumerate(told["recommendations"] if told else (), 1)}

    def of(self, name: str) -> str | None:
        """The anchor of anything a result refers to by name; None where the page has none."""
        kind, _, rest = name.partition("/")
        places = {"finding": self.finding, "standing": self.theme, "theme": self.theme}.get(kind)
        if places is not None and rest in places:
            return places[rest]
        every = (self.finding, self.trace, self.fact, self.theme, self.evidence)
        return next((found[name] for found in every if name in found), None)
