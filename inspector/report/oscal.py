"""A result as OSCAL assessment results, for registers that speak it.

OSCAL knows controls that are satisfied or not; a theme on a ladder is neither. Each theme on which something stands becomes
a finding whose state is `satisfied` where it is showing or lasting, with the standing itself beside it as a property, and a
remark that says so. A theme that stands nowhere is not unsatisfied, and the standard knows no third state: its place for what
was not evaluated is the selection of objectives, which leaves such themes out (`exclude-objectives`). An observation of the
type `control-objective` says of each why, and what evidence would speak. Each finding of ours becomes an observation that tells
what was examined, and so does each open question. A score that there is not is left out, and the remarks say why.
What is argued about the verdict is attested, each part as a statement.
Reference: NIST, Open Security Controls Assessment Language, assessment results model, version 1.1.3.
"""

import json
import re
import uuid
from collections.abc import Sequence
from typing import Any, Literal

from inspector.model.words import plural
from inspector.report import replied
from inspector.report.assurance_words import assurance_lines, assurance_of, in_words
from inspector.report.document.selections import asking
from inspector.report.document.shape import Document, Resource
from inspector.report.document.shape.judged import Fact, Finding, Theme, Trace
from inspector.report.harmless import harmless
from inspector.report.made_at import made_at
from inspector.report.missing_words import missing_lines
from inspector.report.oscal_argument import attestations
from inspector.report.places import places
from inspector.report.plugin_parts import plugins_words
from inspector.report.score_words import score_words
from inspector.report.standing_words import state_of
from inspector.report.struck_words import struck_lines
from inspector.report.visit_view import visit_lines
from inspector.report.wording import LANGUAGE, Words, counted, fill, phrases

OSCAL = "1.1.3"
NAMESPACE = "https://inspector.example/ns/oscal"
REACHED = ("showing", "lasting")
SCORES: tuple[Literal["high", "low", "value"], ...] = ("high", "low", "value")
_TOKEN = re.compile(r"[^\w.\-]")


def render(document: Document, language: str = LANGUAGE) -> str:
    """The OSCAL document of a result's JSON document, as JSON ending in a newline.

    The same result gives the same identifiers. Times are that of `SOURCE_DATE_EPOCH`, else the end of the period.
    """
    d, t = harmless(document), phrases(language)
    results = Results(d, t).document()
    return json.dumps({"assessment-results": results}, indent=2, ensure_ascii=False) + "\n"


class Results:
    """Makes the parts of one document, with identifiers derived from the digests of bundle and framework."""

    def __init__(self, document: Document, words: Words) -> None:
        self.d, self.t = document, words
        made = made_at()
        self.at = made.strftime("%Y-%m-%dT%H:%M:%SZ") if made else f"{document['bundle']['period']['end']}T00:00:00Z"
        seed = "/".join((NAMESPACE, document["bundle"]["digest"], document["framework"]["digest"]))
        self.space = uuid.uuid5(uuid.NAMESPACE_URL, seed)

    def id(self, name: str) -> str:
        """The identifier of a part of this document."""
        return str(uuid.uuid5(self.space, name))

    def document(self) -> dict[str, Any]:
        """The whole of it."""
        frame = self.d["framework"]
        said = f"{self.d['bundle']['authority']}: {frame['question']}"
        return {
            "uuid": self.id("document"),
            "metadata": {
                "title": " ".join(
                    [said, *(f"({one})" for one in self.d.get("attention", ())[: not frame.get("shipped", True)])]
                ),
                "last-modified": self.at,
                "version": self.d["bundle"]["digest"][:12],
                "oscal-version": OSCAL,
                "props": [
                    prop("engine-version", self.d["engine"]["version"]),
                    prop("invented", str(self.d["bundle"]["invented"]).lower()),
                    *([prop("framework-shipped", str(frame["shipped"]).lower())] if "shipped" in frame else []),
                    *([prop("bundle-root", self.d["bundle"]["root"])] if "root" in self.d["bundle"] else []),
                    *(prop("plugin", plugins_words([one])) for one in self.d.get("plugins", ())),
                ],
                **({"remarks": " ".join(self.d["attention"])} if "attention" in self.d else {}),
            },
            "import-ap": {"href": f"#{self.id('framework')}"},
            "results": [self.result()],
            "back-matter": {"resources": [self.framework(), *map(self.resource, self.d["bundle"]["resources"])]},
        }

    def result(self) -> dict[str, Any]:
        """The one result: the verdict, with observations and one finding a theme."""
        verdict, period = self.d["verdict"], self.d["bundle"]["period"]
        score = {name: verdict["score"][name] for name in SCORES}
        spoken = [theme for theme in self.d["themes"] if theme["standing"] != "silent"]
        silent = [theme for theme in self.d["themes"] if theme["standing"] == "silent"]
        observations = [
            *map(self.observation, self.d["findings"]),
            *map(self.question, asking(self.d)),
            *map(self.not_assessed, silent),
        ]
        made = {
            "uuid": self.id("result"),
            "title": f"{in_words(self.d, self.t)} ({verdict['verdict']}, {assurance_of(self.d)})",
            "description": verdict["says"],
            "start": f"{period['start']}T00:00:00Z",
            "end": f"{period['end']}T00:00:00Z",
            "props": [
                prop("verdict", verdict["verdict"]),
                prop("assurance", assurance_of(self.d)),
                *self.struck(),
                *self.visit(),
                *self.could_be(),
                *(prop(f"score-{name}", f"{value:g}") for name, value in score.items() if value is not None),
            ],
            "reviewed-controls": self.reviewed(spoken, silent),
            "attestations": attestations(self.d, self.t, NAMESPACE, self.id),
            "observations": observations,
            "findings": [self.theme(theme) for theme in spoken],
            "remarks": " ".join(
                [
                    *assurance_lines(self.d),
                    *struck_lines(self.d),
                    *visit_lines(self.d, self.t),
                    *missing_lines(self.d),
                    self.t["verdict"]["change"],
                    score_words(verdict["score"], self.t),
                    *replied.others(self.d, self.t),
                ]
            ),
        }
        return {name: value for name, value in made.items() if value}

    def reviewed(self, spoken: Sequence[Theme], silent: Sequence[Theme]) -> dict[str, Any]:
        """Which themes were evaluated, and which were not: the standard has objectives selected, and others left out."""
        words, chosen = self.t["oscal"], [{"objective-id": token(theme["theme"])} for theme in spoken]
        left = [{"objective-id": token(theme["theme"])} for theme in silent]
        made = {
            "description": words["reviewed"],
            "include-objectives": chosen,
            "exclude-objectives": left,
            "remarks": words["left_out"] if left else "",
        }
        selected = {name: value for name, value in made.items() if value}
        return {"control-selections": [{"include-all": {}}], "control-objective-selections": [selected]}

    def could_be(self) -> list[dict[str, str]]:
        """What the verdict could be for all that is missing."""
        found = self.d["verdict"].get("could_be")
        if found is None:
            return []
        return [
            prop("verdict-as-it-stands", found["as_it_stands"]),
            prop("verdict-low", found["low"]),
            prop("verdict-high", found["high"]),
        ]

    def struck(self) -> list[dict[str, str]]:
        """Both verdicts, where questions are about rows."""
        found = self.d.get("struck")
        if found is None:
            return []
        return [
            prop("verdict-as-submitted", found["as_submitted"]),
            prop("verdict-rows-struck", found["struck"]),
        ]

    def visit(self) -> list[dict[str, str]]:
        """The verdict before a visit came back, and the visit by its seal."""
        found = self.d.get("visit")
        return [prop("verdict-on-paper", found["on_paper"]), prop("visit", found["seal"])] if found else []

    def observation(self, finding: Finding) -> dict[str, Any]:
        """A finding of ours: what was examined, and the rows."""
        facts = {fact["id"]: fact for fact in self.d["facts"]}
        behind = [facts[name] for name in finding["facts"] if name in facts]
        evidence = [
            {"description": fact["says"] + (f" ({places(fact['rows'])})" if fact["rows"] else "") + self.by(fact)}
            for fact in behind
            if fact["says"] or fact["rows"]
        ]
        made = {
            "uuid": self.id(f"finding/{finding['id']}"),
            "title": finding["id"],
            "description": finding["says"],
            "props": [
                prop("rule", finding["rule"]),
                prop("theme", finding["theme"]),
                prop("direction", finding["direction"]),
                prop("trust", finding["trust"]),
                prop("withdrawn", str(finding["withdrawn"]).lower()),
                *([prop("standing", finding["standing"])] if finding["standing"] else []),
            ],
            "methods": ["EXAMINE"],
            "types": ["finding"],
            "relevant-evidence": evidence,
            "collected": self.at,
            "remarks": " ".join(replied.beside(self.d, self.t).get(finding["id"], ())),
        }
        return {name: value for name, value in made.items() if value}

    def question(self, trace: Trace) -> dict[str, Any]:
        """A question that a probe puts, with its innocent explanations."""
        words = self.t["questions"]
        remarks = [words["intro"]]
        if trace["innocent"]:
            remarks.append(f"{words['innocent']}: {'; '.join(one.rstrip('.') for one in trace['innocent'])}.")
        remarks += trace["ask"]
        made = {
            "uuid": self.id(f"probe/{trace['probe']}/{trace['subject']}"),
            "title": f"{trace['subject']}: {self.t['outcomes'][trace['outcome']]} ({trace['probe']})",
            "description": trace["says"] + self.by(trace),
            "props": [prop("probe", trace["probe"]), prop("outcome", trace["outcome"])],
            "methods": ["TEST"],
            "relevant-evidence": [{"description": places(trace["rows"])}] if trace["rows"] else [],
            "collected": self.at,
            "remarks": " ".join(remarks),
        }
        return {name: value for name, value in made.items() if value}

    def by(self, made: Fact | Trace) -> str:
        """The plugin that a fact or question comes from; nothing for ours."""
        return f" ({fill(self.t['plugins']['by'], name=made['plugin'])})" if "plugin" in made else ""

    def not_assessed(self, theme: Theme) -> dict[str, Any]:
        """A theme that stands nowhere: no finding, which OSCAL would have satisfied or not, but what is lacking to make one."""
        low, high = theme["range"]
        state, words = state_of(theme), self.t["oscal"]
        wanted = f" {fill(self.t['oscal']['wanted'], list='; '.join(theme['wanted']))}" if theme["wanted"] else ""
        return {
            "uuid": self.id(f"theme/{theme['theme']}"),
            "title": fill(self.t["oscal"]["not_assessed"], title=theme["title"]),
            "description": f"{theme['asks']} {theme['says']}".strip(),
            "props": [
                prop("theme", theme["theme"]),
                prop("assessed", "no"),
                prop("evaluated", "yes" if state == "nothing-shown" else "no"),
                prop("standing", theme["standing"]),
                prop("state", state),
                *([prop("set-aside", str(theme["set_aside"]["count"]))] if "set_aside" in theme else []),
                prop("could-be-low", low),
                prop("could-be-high", high),
            ],
            "methods": ["EXAMINE"],
            "types": ["control-objective"],
            "collected": self.at,
            "remarks": f"{words.get(state, words['silence'])}{wanted}",
        }

    def theme(self, theme: Theme) -> dict[str, Any]:
        """A theme, its standing as a property beside the state that OSCAL asks for."""
        standing = theme["standing"]
        low, high = theme["range"]
        status = {"state": "satisfied" if standing in REACHED else "not-satisfied", "reason": "other"}
        status["remarks"] = f"{standing}: {self.t['standings'][standing]}."
        made = {
            "uuid": self.id(f"theme/{theme['theme']}"),
            "title": theme["title"],
            "description": f"{theme['asks']} {theme['says']}".strip(),
            "props": [prop("standing", standing), prop("could-be-low", low), prop("could-be-high", high)],
            "target": {"type": "objective-id", "target-id": token(theme["theme"]), "status": status},
            "related-observations": [{"observation-uuid": self.id(f"finding/{name}")} for name in theme["findings"]],
        }
        return {name: value for name, value in made.items() if value}

    def framework(self) -> dict[str, Any]:
        """The framework, which stands where OSCAL has the assessment plan."""
        frame = self.d["framework"]
        says = counted(["{count} theme.", "{count} themes."], len(self.d["themes"]))
        return {
            "uuid": self.id("framework"),
            "title": f"{frame['title']}, version {frame['version']}",
            "description": f"{frame['question']} {says} sha256 {frame['digest']}",
        }

    def resource(self, resource: Resource) -> dict[str, Any]:
        """A file of the bundle."""
        return {
            "uuid": self.id(f"resource/{resource['name']}/{resource['path']}"),
            "title": resource["path"],
            "description": f"{resource['kind']}, {plural(resource['rows'], 'row')}",
            "props": [prop("sha256", resource["sha256"])],
        }


def prop(name: str, value: str) -> dict[str, str]:
    """A property in our namespace; OSCAL wants a value without blanks at its ends, and not an empty one."""
    return {"name": name, "ns": NAMESPACE, "value": str(value).strip() or "none"}


def token(name: str) -> str:
    """A name in the letters that OSCAL allows in a token."""
    shown = _TOKEN.sub("-", name)
    return shown if shown[:1].isalpha() or shown.startswith("_") else f"_{shown}"
