"""Rows of the decision table that nothing reaches, verdicts that are never given, and `improving` out of what is only stated."""

from collections.abc import Mapping

import z3

from inspector.model.ladder import STANDINGS, rank
from inspector.model.proofs import Claim
from inspector.model.rules import Pattern, Tally, VerdictRow
from inspector.workbench.theory.asking import Asking, Said, told
from inspector.workbench.theory.views import Term, Value, View, Words, meets

ROW, HIDDEN, WORD, STATED = "row-dead", "row-hidden", "verdict-never-given", "improving-shown-by-nothing"


def rows(asking: Asking) -> Said:
    """Rows that hold of no evidence, and rows before which an earlier one always holds; then verdicts that only these give."""
    claims: list[Claim] = []
    untold, gone = [], set[str]()
    reached = {one.row for one in asking.seen}
    table = asking.framework.verdicts
    for place, row in enumerate(table):
        if row.id in reached:
            continue
        found = asking.search.possible(_formula(asking.asked.hit[row.id]))
        if found == "unknown" or asking.asked.unasked & {one.id for one in table[: place + 1]}:
            untold.append(row.id)
        elif found == "never":
            gone.add(row.id)
            claims.append(_unreached(asking, row, table[:place]))
    for word in dict.fromkeys(row.verdict for row in table):
        mine = [row for row in table if row.verdict == word]
        if all(row.id in gone for row in mine):
            says = f"{word} is never given: no evidence reaches {', '.join(row.id for row in mine)}"
            claims.append(told(mine[0], WORD, "error", [row.id for row in mine], says, "proved", ""))
    return Said(tuple(claims), len(table), tuple(untold))


def _unreached(asking: Asking, row: VerdictRow, before: tuple[VerdictRow, ...]) -> Claim:
    holds = _formula(asking.asked.rows[row.id])
    if asking.search.possible(holds) == "never":
        return told(row, ROW, "error", [row.id], f"{row.id} holds of no evidence", "proved", "mend it or take it out")
    not_held = {one.id: z3.Not(_formula(asking.asked.rows[one.id])) for one in before}
    names = asking.search.core(holds, not_held)
    hiding = [one.id for one in before if one.id in names]
    says = f"{row.id} is never reached: wherever it holds, {_or(hiding)} above it {_verb(hiding)} already"
    name = f"{row.id} holds and is not reached"
    answer = asking.shown([holds], name, lambda outcomes: outcomes[0].row in not_held)
    fix = f"move it above {hiding[0]}, or take it out" if hiding else "take it out"
    return told(
        row, HIDDEN, "error", [row.id, *hiding], says, "proved", fix, answer.witness.text if answer.witness else ""
    )


def stated(asking: Asking) -> Said:
    """`improving` where no theme stands above `stated`."""
    claims, untold, proved = [], [], []
    mine = [row for row in asking.framework.verdicts if row.verdict == "improving"]
    low = [stands <= STANDINGS.index("stated") for stands in asking.asked.stands.values()]
    for row in mine:
        if any(map(_above_stated, row.when)):
            proved.append(f"{row.id}, whatever facts there are")
            continue
        answer = asking.shown(
            [asking.asked.hit[row.id], *low],
            f"{row.id} gives improving where nothing is more than stated",
            lambda o, id=row.id: o[0].row == id and all(rank(s) <= rank("stated") for s in o[0].standings.values()),
        )
        if answer.status in ("unknown", "not-shown"):
            untold.append(row.id)
        proved += [row.id] if answer.status == "never" else []
        if answer.witness is not None:
            says = f"{row.id} gives improving where no theme is more than stated"
            fix = 'ask for what was measured: {theme: …, standing: ">= showing"}'
            claims.append(told(row, STATED, "error", [row.id], says, "shown", fix, answer.witness.text))
    return Said(tuple(claims), len(mine), tuple(untold), tuple(proved))


def _above_stated(part: Pattern | Tally) -> bool:
    """Whether it asks for a theme to stand where none does that is stated at most."""
    if not isinstance(part, Pattern) or not part.kind.startswith("standing/"):
        return False
    words, low = Words(), STANDINGS[: STANDINGS.index("stated") + 1]
    return not any(
        all(
            meets(one, View(part.kind, "", True, {"standing": Value("standing", True, rank(at))}), {}, words)
            for one in held
        )
        for held in [[one for one in part.conditions if one.field == "standing" and one.ref is None]]
        for at in low
    )


def unreached(asking: Asking, found: Said) -> Mapping[str, str]:
    """By row that none of the framework's cases reaches, and that some evidence does, a case that reaches it."""
    reached = {one.row for one in asking.seen}
    dead = {claim.of[0] for claim in found.claims}
    cases = {}
    for row in asking.framework.verdicts:
        if row.id in reached or row.id in dead:
            continue
        answer = asking.shown([asking.asked.hit[row.id]], f"reaches {row.id}", lambda o, id=row.id: o[0].row == id)
        if answer.witness is not None:
            cases[row.id] = answer.witness.text
    return cases


def _verb(names: list[str]) -> str:
    return "holds" if len(names) == 1 else "hold"


def _or(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}" if names else "one"


def _formula(term: Term) -> Term:
    return z3.BoolVal(term) if isinstance(term, bool) else term
