"""Stored results judged by an old and a new framework: who is judged otherwise, and which single edit makes the difference.

Nothing is guessed. A result is first judged anew by the framework that it was judged by: where that is not what stands in it, it
was altered, or something besides its facts brought it down, and it is told apart. Of the others frameworks between the two are
made, the old one with one part as the new one has it, and then with as few as do it together.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from inspector.model.again import Cause, Part
from inspector.model.outcome import Outcome
from inspector.model.own_words import WORD_SORTS
from inspector.model.problems import CannotComplete
from inspector.model.replay import Judge, NotReplayed, Replay, Replayed, ThemeAnew
from inspector.model.rules import Framework
from inspector.model.words import in_a_row, short
from inspector.rules import vocabulary
from inspector.verdict.movement import KIND
from inspector.workbench.again import MOST
from inspector.workbench.form import NotAResult
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.other_rules import bare, between, differences, makes
from inspector.workbench.replaying.anew import together, touched
from inspector.workbench.replaying.case import NOTHING, Case, Other
from inspector.workbench.replaying.missing import expects_otherwise
from inspector.workbench.replaying.stored import Drawn, Read, Stored, kinds_read, read
from inspector.workbench.sound import is_sound

Result = tuple[str, bytes | str]
"""The name of a result with its bytes, or with the reason why it cannot be read."""
LONGEST = 200
"""Characters of a reason that has words of a result in it."""
MEASURED = {
    "derivations": "what they work out of records",
    "indicators": "the measures that they know",
    "fields": "the fields in which improvement can take place",
}
"""Parts of a framework that say what is measured, and not what follows from it."""


class Replayer:
    """Judges results by two frameworks, each compiled once. Raises CannotComplete where one of them cannot be."""

    def __init__(self, old: Framework, new: Framework) -> None:
        self.old, self.new = old, new
        self._known = vocabulary.base()
        self._then, now = Compiled(old, self._known), Compiled(new, self._known)
        fields = together(self._then.fields, now.fields)
        self._shared = fields is not None
        if fields is not None:
            # Facts are made ready once for both, and for all frameworks between the two.
            self._then.fields = fields
        self.parts = differences(old, new) if old.id == new.id else None
        self._now = self._other(now, self.parts)
        self.kinds = kinds_read({KIND, *self._then.fields, *self._now.compiled.fields}, self._known)
        self._between: dict[frozenset[Part], Other | None] = {}

    def replay(self, given: Iterable[Result]) -> Replay:
        """All results, in the order in which they are given; each that cannot be judged with why, and the rest goes on."""
        judged: list[Replayed] = []
        refused: list[NotReplayed] = []
        for name, data in given:
            try:
                judged.append(self.one(name, _read(data, self.kinds)))
            except NotAResult as failure:
                refused.append(NotReplayed(name=name, why=str(failure)))
            except CannotComplete as failure:
                why = failure.problems[0].message if failure.problems else "it cannot be judged"
                refused.append(NotReplayed(name=name, why=f"its facts cannot be judged: {short(why, LONGEST)}"))
        return Replay(
            old=_judge(self.old),
            new=_judge(self.new),
            parts=self.parts,
            judged=tuple(judged),
            not_judged=tuple(refused),
            notes=self._notes(),
        )

    def one(self, name: str, stored: Stored) -> Replayed:
        """One result. Raises NotAResult where the old framework does not make of its facts what stands in it."""
        self._refuse(stored)
        case = Case(stored, self._then, self.old)
        then = case.judged(Other(self._then, NOTHING, rules_alone=True), shared=True)
        _hold(stored, then)
        now = then if self.parts == () else case.judged(self._now, shared=self._shared)
        found = Replayed(
            name=name,
            authority=stored.authority,
            period_end=stored.period_end,
            then=then.verdict,
            then_row=then.row,
            now=now.verdict,
            now_row=now.row,
            themes=_themes(then, now),
            new=tuple(sorted(set(now.findings) - set(then.findings))),
            gone=tuple(sorted(set(then.findings) - set(now.findings))),
            notes=tuple(f"When it was judged, {words}; what that would do by the new rules its facts do not tell."
                        for words in stored.lowered),
        )  # fmt: skip
        return found.model_copy(update={"cause": self._cause(case, then, now)}) if found.otherwise else found

    def _refuse(self, stored: Stored) -> None:
        by = stored.concluded
        if by.digest != self.old.digest:
            other = f"{by.framework} {by.version}"
            same = by.framework == self.old.id and by.version == self.old.version
            what = f"other rules of {other} (digest {by.digest[:12]}…)" if same else other
            raise NotAResult(f"it was judged by {what}, and OLD is {self.old.id} {self.old.version}")

    def _other(self, compiled: Compiled, parts: Iterable[Part] | None) -> Other:
        if self._shared:
            compiled.fields = self._then.fields
        rules_alone = parts is not None and all(part.sort == "rule" for part in parts)
        return Other(compiled, touched(self._then, compiled), rules_alone)

    def _cause(self, case: Case, then: Outcome, now: Outcome) -> Cause:
        parts = self.parts
        if not parts or len(parts) > MOST:
            return Cause()
        if then.verdict != now.verdict:
            reached: Callable[[Outcome], bool] = lambda found: found.verdict == now.verdict  # noqa: E731
        elif then.row != now.row:
            reached = lambda found: found.row == now.row  # noqa: E731
        else:
            reached = lambda found: dict(found.standings) == dict(now.standings)  # noqa: E731

        def does(taken: frozenset[Part]) -> bool:
            made = self._made(taken)
            return made is not None and reached(case.judged(made, shared=self._shared))

        all_it_takes, others = makes(parts, does)
        return Cause(parts=all_it_takes, others=others)

    def _made(self, taken: frozenset[Part]) -> Other | None:
        """The old framework with some parts as the new one has them, compiled once for all results; None where it has errors."""
        if taken not in self._between:
            framework = between(self.old, self.new, taken)
            try:
                sound = is_sound(framework, self._known)
                self._between[taken] = self._other(Compiled(framework, self._known), taken) if sound else None
            except CannotComplete:
                self._between[taken] = None
        return self._between[taken]

    def _notes(self) -> tuple[str, ...]:
        told = []
        measured = [
            says for name, says in MEASURED.items() if bare(getattr(self.old, name)) != bare(getattr(self.new, name))
        ]
        if _counts(self.old) != _counts(self.new):
            measured.append("what words in rows count as")
        if measured:
            told.append(
                f"The frameworks differ in {in_a_row(measured)}. What would be measured otherwise because of that does not "
                "stand in stored results: judge the bundles anew to know it."
            )
        if expects_otherwise(self.new, self.old):
            told.append(
                "NEW expects other measures of everybody: which of them were missing was worked out from the measures judged."
            )
        return tuple(told)


def _counts(one: Framework) -> dict[str, dict[str, str]]:
    """The words that rows may have by a framework, by sort, each with the word of ours that it counts as."""
    return {sort: {word.id: word.counts_as for word in one.words.of(sort)} for sort in WORD_SORTS if sort != "whom"}


class _Side(NamedTuple):
    """What two outcomes are held against one another by."""

    verdict: str
    row: str
    standings: dict[str, str]


def _read(data: bytes | str, kinds: Read) -> Stored:
    if isinstance(data, str):
        raise NotAResult(data)
    return read(data, kinds)


def _hold(stored: Stored, then: Outcome) -> None:
    """Raise NotAResult where a result does not say what its framework makes of its facts."""
    drawn = Counter(Drawn(one.rule, one.limit, one.direction, one.withdrawn) for one in then.drawn)
    if odd := sorted(one.rule for one in (drawn - stored.findings) + (stored.findings - drawn)):
        raise NotAResult(f"the findings of the rule {odd[0]} are not what its facts make: it was altered")
    made = _Side(then.verdict, then.row, dict(then.standings))
    said = stored.concluded
    told = _Side(said.verdict, said.row, dict(said.standings))
    if made == told:
        return
    differs = _difference(made, told)
    if stored.lowered:
        raise NotAResult(
            f"{differs}. When it was judged, {in_a_row(stored.lowered)}, which its facts do not hold: judge its bundle"
        )
    raise NotAResult(f"{differs}: it was altered, or another engine judged it ({said.engine})")


def _difference(made: _Side, told: _Side) -> str:
    if made.verdict != told.verdict:
        return f"it says {told.verdict}, and its facts make {made.verdict}"
    if made.row != told.row:
        return f"it says the row {told.row}, and its facts make {made.row}"
    names = sorted({*made.standings, *told.standings})
    odd = next(name for name in names if made.standings.get(name) != told.standings.get(name))
    return f"it says that {odd} stands at {told.standings.get(odd)}, and its facts make {made.standings.get(odd)}"


def _themes(then: Outcome, now: Outcome) -> tuple[ThemeAnew, ...]:
    names = dict.fromkeys((*now.standings, *then.standings))
    found = ((name, then.standings.get(name), now.standings.get(name)) for name in names)
    return tuple(ThemeAnew(theme=name, then=old, now=new) for name, old, new in found if old != new)


def _judge(one: Framework) -> Judge:
    return Judge(id=one.id, version=one.version, digest=one.digest)
