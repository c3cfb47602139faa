"""Read a framework's test cases (`tests/*.yaml`), every fact held against the vocabulary."""

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from inspector.framework.case_tables import written_out
from inspector.framework.case_values import value_of, wanted
from inspector.framework.documents import too_large
from inspector.framework.files import named_yaml, shown
from inspector.framework.regular import LIMIT
from inspector.framework.structure import obeys, violations
from inspector.framework.vocabulary import OF_FINDINGS
from inspector.framework.yaml_source import Document, Path, load
from inspector.model.cases import Case
from inspector.model.facts import Fact, Field, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.limits import most, raise_it, words
from inspector.model.own_words import OwnWords
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.problems import shown as quoted
from inspector.model.remarks import did_you_mean, one_of

CASES = "framework-cases"
TRUSTED = "trusted"
"""The key of a fact that says how far it can be trusted; no signal and no probe has a field of that name."""
NONE = OwnWords()
_HEADS = ("signal", "probe")
_KEYS = ("recommendation", "claim", "condition", "source", "group", "went", "indicator", "subject", "scale", "of")


def read_cases(
    folder: FilePath, vocabulary: Mapping[str, tuple[Field, ...]], own: OwnWords = NONE
) -> tuple[tuple[Case, ...], list[Problem]]:
    """The cases of the framework in `folder` that can be read, and what is wrong with the others; `own` are its words."""
    cases: list[Case] = []
    problems: list[Problem] = []
    size = 0
    for name in named_yaml(folder, "tests"):
        try:
            document = load(folder / name, shown(folder, name))
        except CannotComplete as failure:
            problems += failure.problems
            continue
        size += document.size
        if size > most(LIMIT):
            problems.append(too_large(document))
            break
        found, wrong = cases_of(document, vocabulary, own)
        problems += wrong
        if len(cases) + len(found) > most(CASES):
            where = document.where(0)
            problems.append(_error(where, f"with this file there are more than {words(CASES)}", fix=raise_it(CASES)))
            break
        cases += found
    return tuple(cases), problems


def cases_of(
    document: Document, vocabulary: Mapping[str, tuple[Field, ...]], own: OwnWords = NONE
) -> tuple[list[Case], list[Problem]]:
    """The cases of one file that can be read, those of tables written out, and what is wrong with the others."""
    document, problems = written_out(document)
    wrong = violations(document, "rule-tests")
    cases: list[Case] = []
    for place, body in enumerate(document.value if isinstance(document.value, list) else ()):
        if wrong and not obeys(body, "rule-tests"):
            continue
        case, mistakes = _case(document, place, body, _Reading(document, place, vocabulary, own))
        problems = [*problems, *mistakes]
        cases += [case] if not mistakes else []
    return cases, [*problems, *wrong]


def _case(document: Document, place: int, body: dict[str, Any], reading: "_Reading") -> tuple[Case, list[Problem]]:
    given, expect = body["given"], body["expect"]
    facts, trust = reading.facts(given)
    case = Case(
        name=body["name"],
        where=document.where(place, "name"),
        # A row is the place of the name of each case of a table, and stands in a line of its own.
        tabled=document.where_key(place, "name").line != document.where(place, "name").line,
        facts=None if "bundle" in given else facts,
        bundle=reading.bundle(given),
        trust=trust,
        stated=reading.stated(given.get("verdict-basis", {})),
        findings=tuple(sorted(expect["findings"])) if "findings" in expect else None,
        findings_include=tuple(expect.get("findings_include", ())),
        not_findings=tuple(expect.get("not_findings", ())),
        withdrawn=tuple(expect.get("withdrawn", ())),
        times=tuple(expect.get("times", {}).items()),
        directions=tuple(expect.get("directions", {}).items()),
        limits=tuple(expect.get("limits", {}).items()),
        supports=tuple(expect.get("supports", {}).items()),
        carried=reading.carried(expect.get("carried", {})),
        says=_texts(expect.get("says", {})),
        asks=_texts(expect.get("asks", {})),
        standings=tuple(expect.get("standings", {}).items()),
        verdict=expect.get("verdict"),
        row=expect.get("row"),
        verdict_says=tuple(text for _, text in _texts({"": expect.get("verdict_says", [])})),
    )
    return case, reading.problems


def _texts(given: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """By rule each text that is expected; one stands for a list of one."""
    return tuple((name, text) for name, some in given.items() for text in ([some] if isinstance(some, str) else some))


class _Reading:
    """Reads what one case gives and expects of fields; what is wrong is added to `problems`."""

    def __init__(
        self, document: Document, place: int, vocabulary: Mapping[str, tuple[Field, ...]], own: OwnWords
    ) -> None:
        self._document, self._place, self._vocabulary, self._own = document, place, vocabulary, own
        self.problems: list[Problem] = []

    def bundle(self, given: Mapping[str, Any]) -> str | None:
        """The bundle that is given, where nothing else is."""
        beside = [key for key in given if key != "bundle"]
        if "bundle" in given and beside:
            where = self._document.where_key(self._place, "given", beside[0])
            message = f"a case gives facts or a bundle, and this one has `bundle` and `{beside[0]}`"
            self.problems.append(_error(where, message, "one of them", "make two cases of it"))
        return given.get("bundle")

    def facts(self, given: Mapping[str, Any]) -> tuple[tuple[Fact, ...], tuple[TrustIn, ...]]:
        """The facts, with what `defaults` says of all of their kind, and how far those can be trusted of which it is said."""
        defaults: dict[str, dict[str, Scalar]] = {}
        for number, body in enumerate(given.get("defaults", ())):
            read = self._fields(body, ("given", "defaults", number))
            if read is not None:
                defaults.setdefault(read[0], {}).update(read[1])
        facts, trust = [], []
        for number, body in enumerate(given.get("facts", ())):
            read = self._fields(body, ("given", "facts", number))
            if read is None:
                continue
            kind, fields = read[0], {**defaults.get(read[0], {}), **read[1]}
            key = key_of(fields, number)
            name, trusted = f"{kind}/{key}", body.get(TRUSTED)
            rests = (name,) if trusted else ()
            says = f"{kind} of {key}, as the test case has it."
            facts.append(Fact(id=name, kind=kind, fields=fields, says=says, rests_on=rests))
            trust += [TrustIn(evidence=name, trust=trusted, reasons=())] if trusted else []
        return tuple(facts), tuple(trust)

    def stated(self, body: Mapping[str, Any]) -> tuple[tuple[str, Scalar], ...]:
        """What the case says of the verdict's basis. What findings decide follows from them and cannot be said."""
        fields = {f.name: f for f in self._vocabulary["basis"] if f.name not in OF_FINDINGS}
        return self._values(body, fields, "the verdict's basis", ("given", "verdict-basis"))

    def carried(self, body: Mapping[str, Any]) -> tuple[tuple[str, tuple[tuple[str, Scalar], ...]], ...]:
        """What findings are expected to carry; rules that are not there are told of where cases are run."""
        found = []
        for rule, values in body.items():
            kind = f"finding/{rule}"
            if kind in self._vocabulary:
                fields = {f.name: f for f in self._vocabulary[kind]}
                found.append((rule, self._values(values, fields, f"a finding of {rule}", ("expect", "carried", rule))))
            else:
                found.append((rule, ()))
        return tuple(found)

    def _fields(self, body: dict[str, Any], at: Path) -> tuple[str, dict[str, Scalar]] | None:
        """The kind of a fact and its fields; None, and a problem, where there is no such kind."""
        heads = [head for head in _HEADS if head in body]
        kind = f"{heads[0]}/{body[heads[0]]}" if len(heads) == 1 else ""
        if kind not in self._vocabulary:
            known = [name for name in self._vocabulary if name.startswith(("signal/", "probe/"))]
            message = f"a fact is a signal or a probe that exists, not {quoted(kind or 'nothing')}"
            where = self._document.where(self._place, *at)
            self.problems.append(_error(where, message, *_of_kinds(heads, kind, known)))
            return None
        fields = {field.name: field for field in self._vocabulary[kind]}
        given = {name: value for name, value in body.items() if name not in (heads[0], TRUSTED)}
        return kind, dict(self._values(given, fields, kind, at))

    def _values(
        self, given: Mapping[str, Any], fields: Mapping[str, Field], what: str, at: Path
    ) -> tuple[tuple[str, Scalar], ...]:
        values: list[tuple[str, Scalar]] = []
        for name, value in given.items():
            where = self._document.where(self._place, *at, name)
            if name not in fields:
                message, fix = f"{what} has no field {quoted(name)}", did_you_mean(name, list(fields))
                self.problems.append(_error(where, message, one_of(fields), fix))
                continue
            read = value_of(fields[name], value)
            if read is None:
                expected, fix = wanted(fields[name], value)
                fix = self._ours(fields[name], value) or fix
                self.problems.append(_error(where, f"{name} is never {quoted(value)}", expected, fix))
            else:
                values.append((name, read))
        return tuple(values)

    def _ours(self, field: Field, value: Any) -> str:
        """What to say where a word of the framework's own counts as one of ours, as facts have that; empty for all else."""
        ours = self._own.ours(field.words, value) if field.words else ""
        return f"{value} counts as {ours} in `words`, and a fact has that: say {ours}" if ours else ""


def key_of(fields: Mapping[str, Scalar], number: int) -> str:
    """What a fact of a case is called after its kind: what it is about, else its place among the facts."""
    return next((str(fields[name]) for name in _KEYS if name in fields), str(number))


def _of_kinds(heads: list[str], kind: str, known: list[str]) -> tuple[str, str]:
    """What was expected of a fact that is of no kind, and what may have been meant."""
    mine = [name for name in known if len(heads) == 1 and name.startswith(f"{heads[0]}/")]
    fix = did_you_mean(kind, known)
    return one_of(name.partition("/")[2] for name in mine) if mine else "signal: NAME or probe: NAME", fix


def _error(where: Where, message: str, expected: str = "", fix: str = "") -> Problem:
    return Problem(rule="case-fact", level="error", where=where, message=message, expected=expected, fix=fix)
