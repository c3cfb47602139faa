"""What is checked: a finished inspection beside its bundle, and each statement it makes with what it says it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.truth.bundle import Bundle, Row, elements
from tests.truth.sentences import rule_texts, said_by_template, without_aside

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """One statement. `about` is `signal/ID`, `probe/ID`, `FRAMEWORK/RULE` or `verdict`; `facts` are those of a finding."""

    about: str
    id: str
    says: str
    fields: Fields
    cited: tuple[tuple[str, int | str], ...] = ()
    facts: tuple["Said", ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict)

    def of(self, kind: str, **fields: Any) -> list["Said"]:
        """The facts of a kind (`signal/trajectory`) among those of a finding, with these values."""
        return [
            one for one in self.facts if one.about == kind and all(one.fields.get(k) == v for k, v in fields.items())
        ]


@dataclass(frozen=True)
class Case:
    """An inspection that is done: the bundle, the JSON result, the printed text (empty where it was not asked for).

    `history` are the submissions that the bundle was held against, the first received first; `earlier` is the last of them.
    """

    name: str
    framework: str
    bundle: Bundle
    result: Mapping[str, Any]
    text: str = ""
    history: tuple[Bundle, ...] = ()
    captions: Mapping[str, str] = field(default_factory=dict)
    """What stands under the chart of each indicator."""
    formats: Mapping[str, str] = field(default_factory=dict)
    """What is read in other formats than JSON, a line a block, by their names; those alone that were asked for."""

    @property
    def earlier(self) -> Bundle | None:
        """The last submission that the bundle was held against, if any was."""
        return self.history[-1] if self.history else None

    @cached_property
    def facts(self) -> Mapping[str, Said]:
        """Every fact by its id: signals and probes."""
        return {
            one["id"]: Said(one["kind"], one["id"], one["says"], one["fields"], cited(one), (), one)
            for one in self.result["facts"]
        }

    @cached_property
    def findings(self) -> Mapping[str, Said]:
        """Every finding by its id, with its facts."""
        found = {}
        for one in self.result["findings"]:
            facts = tuple(self.facts[id] for id in one["facts"] if id in self.facts)
            found[one["id"]] = Said(f"{self.framework}/{one['rule']}", one["id"], one["says"], {}, (), facts, one)
        return found

    def signals(self, name: str, **fields: Any) -> list[Said]:
        """The facts of a signal with these values."""
        return [
            one
            for one in self.facts.values()
            if one.about == f"signal/{name}" and all(one.fields.get(k) == v for k, v in fields.items())
        ]

    def of_rule(self, rule: str) -> list[Said]:
        """The findings that a rule made and that were not withdrawn."""
        return [one for one in self.findings.values() if one.raw["rule"] == rule and not one.raw.get("withdrawn")]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What the indicators of the register are called, the longest first."""
        return tuple(sorted({row["title"] for row in self.bundle.rows("indicator-register")}, key=len, reverse=True))

    def plain(self, says: str) -> str:
        """A sentence without the titles of indicators that stand in it."""
        for title in self.titles:
            says = says.replace(title, "X")
        return says

    def spoken(self, said: Said) -> dict[str, str]:
        """The values that the sentence of a finding holds, by `alias.field`, as its rule's text says where they stand.

        Raises LookupError where the sentence is not the text of its rule.
        """
        rule = rule_texts(said.about.partition("/")[0])[said.raw["rule"]]
        return said_by_template(rule["says"], without_aside(said.says))

    def statements(self) -> tuple[Said, ...]:
        """Everything that a checker is asked for: facts, findings, the verdict and what is argued about it."""
        return self._statements

    @cached_property
    def _statements(self) -> tuple[Said, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[Said]:
        yield from self.facts.values()
        yield from self.findings.values()
        verdict = self.result["verdict"]
        yield Said(f"{self.framework}/verdict/{verdict['row']}", "verdict", verdict["says"], verdict, (), (), verdict)
        yield from self._argued()
        yield from self._told()

    def _told(self) -> Iterator[Said]:
        """What a reader is told beside the judgement; `says` is the sentence that is made, `raw` the entry of the result."""
        told = self.result.get("told", {})
        own = {"stories": "says", "recommendations": "became", "voices": "", "claims": "found", "doubts": "says"}
        for part, sentence in own.items():
            for place, one in enumerate(told.get(part, ())):
                yield Said(f"told/{part}", f"{part}[{place}]", one.get(sentence, ""), {}, cited(one), (), one)

    def _argued(self) -> Iterator[Said]:
        """What is argued about the verdict and said around it; `raw` is the entry of the result."""
        parts = {
            "case-against": self.result.get("case_against", ()),
            "fields": self.result.get("fields", ()),
            "samples": (self.result.get("fieldwork") or {}).get("samples", ()),
            "not-performance": self.result.get("not_performance", ()),
            "flips": (self.result.get("would_change") or {}).get("flips", ()),
            "steps": (self.result.get("would_change") or {}).get("steps", ()),
            "margins": _margins(self.result),
            "themes": self.result.get("themes", ()),
            "declared": self.result.get("declared", ()),
        }
        for part, entries in parts.items():
            for place, one in enumerate(entries):
                if one.get("says"):
                    yield Said(f"argument/{part}", f"{part}[{place}]", one["says"], {}, cited(one), (), one)

    def whose(self, file: str) -> tuple[Bundle, str]:
        """The bundle that a file is of, and its name there: an earlier submission is cited by name."""
        name, _, day = file.partition(", submission of ")
        if day:
            return next((one for one in self.history if str(one.received) == day), self.bundle), name
        name = file.removesuffix(", earlier submission")
        return (self.earlier if name != file and self.earlier else self.bundle), name

    def rows(self, said: Said) -> list[Row]:
        """The rows that a statement cites, as they were submitted; those of its facts where it is a finding."""
        cited = said.cited or tuple(dict.fromkeys(place for fact in said.facts for place in fact.cited))
        return [row for file, place in cited for row in self.bundle.at(file, place)]


def _margins(result: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The margins of pieces of evidence; `rows` are those that were tried, `least` is their number."""
    told = (result.get("would_change") or {}).get("margins") or {"pieces": ()}
    return [{**one, "least": one["rows"], "rows": one["worst"]} for one in told["pieces"]]


def cited(one: Mapping[str, Any]) -> tuple[tuple[str, int | str], ...]:
    """The places that an entry of the result names: numbers from runs of rows, or of JSON the elements, `[3].actions[1]`."""
    found: list[tuple[str, int | str]] = []
    for part in one.get("rows", ()):
        for path in part.get("paths") or ():
            found += [(part["resource"], element) for element in elements(path)]
        if not part.get("paths"):
            for first, last in part["rows"]:
                found += [(part["resource"], number) for number in range(first, last + 1)]
    return tuple(found)
