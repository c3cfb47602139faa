"""Everything that can be asked of a framework's rules and table at once."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import extend
from inspector.model.outcome import Outcome
from inspector.model.problems import CannotComplete
from inspector.model.proofs import QUESTIONS, Claim, Proof, Question, Unreached
from inspector.model.rules import Framework
from inspector.rules import vocabulary
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.theory import dead, more, pairs, table
from inspector.workbench.theory.asking import Asking, Said
from inspector.workbench.theory.clock import Clock, OutOfTime
from inspector.workbench.theory.reading import asked
from inspector.workbench.theory.search import Searcher
from inspector.workbench.theory.sizes import MOST
from inspector.workbench.theory.world import imagined

ASKED: Mapping[str, Callable[[Asking], Said]] = {
    "rules-fire": dead.dead,
    "rules-lift": dead.held,
    "rows-reached": table.rows,
    "improving-rests": table.stated,
    "rules-add": pairs.implied,
    "rules-agree": pairs.opposed,
    "more-is-no-worse": more.more,
}
"""What asks each question of `inspector.model.proofs.QUESTIONS`."""
NOT_BEGUN = "anything: there was no time left to begin"


def prove(framework: Framework, folder: Path, clock: Clock) -> Proof:
    """Everything asked of a framework without errors, as long as the clock has time left; what is then open is named.

    Raises CannotComplete where its rules cannot be compiled.
    """
    try:
        asking = begun(framework, folder, clock)
    except OutOfTime:
        return _proof(framework, [Question(id, 0, (NOT_BEGUN,), 0.0) for id in QUESTIONS])
    questions: list[Question] = []
    claims: list[Claim] = []
    rows = Said((), 0)
    for id in QUESTIONS:
        start = time.process_time()
        said = _asked(id, asking)
        claims += said.claims
        spent = round(time.process_time() - start, 3)
        questions.append(Question(id, said.of, said.untold, spent, said.proved))
        rows = said if id == "rows-reached" else rows
    return _proof(framework, questions, claims, table.unreached(asking, rows))


def _asked(id: str, asking: Asking) -> Said:
    try:
        return ASKED[id](asking)
    except OutOfTime:
        return Said((), 0, (NOT_BEGUN,))


def _proof(
    framework: Framework,
    questions: Sequence[Question],
    claims: Sequence[Claim] = (),
    unreached: Mapping[str, str] = MappingProxyType({}),
) -> Proof:
    where = {row.id: row.where for row in framework.verdicts}
    cases = tuple(Unreached(name, "row", where[name], text) for name, text in unreached.items())
    return Proof(framework.id, framework.version, framework.digest, MOST, tuple(questions), tuple(claims), cases)


def begun(framework: Framework, folder: Path, clock: Clock) -> Asking:
    """A framework made ready to be asked about. Raises OutOfTime."""
    clock.ask()
    known = vocabulary.base()
    compiled = Compiled(framework, known)
    world = imagined([framework], known, clock)
    found = asked(world, framework)
    search = Searcher(world, [(world.facts, found)], known, clock)
    return Asking(framework, known, world, found, search, clock, seen(compiled, folder, clock))


def seen(compiled: Compiled, folder: Path, clock: Clock) -> Sequence[Outcome]:
    """What comes of the framework's own cases on facts, as far as there is time; those that cannot be run are left out."""
    cases, _ = read_cases(folder, extend(compiled.framework, compiled.known))
    found = []
    for case in cases:
        if case.facts is None:
            continue
        clock.ask()
        try:
            found.append(compiled.judged(compiled.given(case.facts, case.trust, dict(case.stated)), told=False))
        except CannotComplete:
            continue
    return found
