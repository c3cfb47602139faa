"""Rules that no evidence makes fire, and rules that can never lift their theme to where they say it stands."""

from inspector.model.ladder import STANDINGS, rank
from inspector.model.rules import Rule
from inspector.workbench.theory.asking import Asking, Said, told
from inspector.workbench.theory.search import Status

DEAD, HELD = "rule-dead", "rule-never-lifts"
FIRE = "mend what no evidence meets, or take the rule out"


def dead(asking: Asking) -> Said:
    """Rules that no evidence of so many facts makes fire."""
    claims, untold = [], list(asking.asked.unasked & set(asking.asked.fires))
    fired = {name for one in asking.seen for name in one.findings}
    for rule in asking.framework.rules:
        if rule.id in fired or rule.id in untold:
            continue
        found = asking.search.possible(_formula(asking.asked.fires[rule.id]))
        if found == "never":
            says = f"{rule.id} never fires: what it asks for cannot be met together"
            claims.append(told(rule, DEAD, "error", [rule.id], says, "proved", FIRE))
        elif found == "unknown":
            untold.append(rule.id)
    return Said(tuple(claims), len(asking.framework.rules), tuple(untold))


def held(asking: Asking) -> Said:
    """Rules whose theme never stands, while they fire, where they say that it does."""
    claims, untold = [], []
    rules = [rule for rule in asking.framework.rules if rule.conclude.standing]
    for rule in rules:
        place = rank(rule.conclude.standing or "silent")
        if any(rule.id in one.findings and rank(one.standings[rule.theme]) >= place for one in asking.seen):
            continue
        fires = _formula(asking.asked.fires[rule.id])
        found = _lifts(asking, rule, place)
        if found == "unknown":
            untold.append(rule.id)
        if found != "never":
            continue
        answer = asking.shown([fires], f"{rule.id} fires and lifts nothing", lambda o, id=rule.id: id in o[0].findings)
        says = f"{rule.id} concludes {rule.conclude.standing}, and whenever it fires another rule holds {rule.theme} below that"
        fix = "conclude less, or let the rule that limits it ask for more"
        claims.append(
            told(rule, HELD, "error", [rule.id], says, "proved", fix, answer.witness.text if answer.witness else "")
        )
    return Said(tuple(claims), len(rules), tuple(untold))


def _lifts(asking: Asking, rule: Rule, place: int) -> Status | None:
    """Whether the theme can stand where the rule says; of a rule that never fires nothing is to be told here."""
    fires = _formula(asking.asked.fires[rule.id])
    able = "unknown" if rule.id in asking.asked.unasked else asking.search.possible(fires)
    if able is not None:
        return "unknown" if able == "unknown" else None
    return asking.search.possible(fires, asking.asked.reaches(rule.theme, STANDINGS[place]))


def _formula(term: object) -> object:
    import z3

    return z3.BoolVal(term) if isinstance(term, bool) else term
