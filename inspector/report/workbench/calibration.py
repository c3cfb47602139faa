"""How often rules fire and verdicts are given on simulated services, as text and as JSON."""

from collections.abc import Iterator, Sequence

from tabulate import tabulate

from inspector.model.characteristics import Bought, Characteristics, OfRule, Rate
from inspector.model.words import in_a_row, plural
from inspector.report.document.written import written
from inspector.report.harmless import plain
from inspector.report.lines import wrapped
from inspector.report.workbench.calibration_shape import BoughtOf, CalibrationDocument, ServiceRate

LISTED = 25
"""Of what a move does so many are listed as text, those first that it does most often; the JSON has all."""


DOES = {"bought": "buy", "silenced": "silence", "verdict": "make better"}


def render(found: Characteristics, form: str) -> str:
    """The characteristics as `text` or `json`, ending in a newline."""
    return written(document(found)) if form == "json" else text(found)


def text(found: Characteristics) -> str:
    """Who was simulated, verdicts, what to look at, what a cheat can buy, every rule, and what cannot be told."""
    parts = [
        _head(found),
        _verdicts(found),
        _remarks(found),
        _moved("VERDICTS THAT A MOVE MAKES BETTER", found.better, found),
        _moved("RULES THAT A MOVE CAN BUY: they speak for improvement, and fire because of it", found.bought, found),
        _moved("RULES THAT A MOVE SILENCES: they speak against it, and no longer fire", found.silenced, found),
        _together(found),
        _rules(found),
        _untold(found),
    ]
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"


def _head(found: Characteristics) -> Iterator[str]:
    honest, gamed = found.groups[:-1], found.groups[-1]
    yield from wrapped(
        f"{found.framework} {found.version} on {sum(one.services for one in honest)} simulated services and on "
        f"{gamed.services} twins of such on which one of {found.moves} moves was played (seed {found.seed}). Shares of services, "
        "with 95 % intervals in brackets.",
        "",
    )
    yield ""
    for one in found.groups:
        conducts = "" if one is gamed else f" ({in_a_row(one.conducts)})"
        yield from wrapped(f"{one.name}: {one.services}, {one.says}{conducts}", "  ", "    ")
    if found.failed:
        yield from wrapped(
            f"{plural(len(found.failed), 'service')} could not be judged: {found.failed[0]}", "  ", "    "
        )


def _verdicts(found: Characteristics) -> Iterator[str]:
    yield "VERDICTS"
    rows = [[one.verdict, *map(said, one.rates)] for one in found.verdicts if any(each.hits for each in one.rates)]
    yield from _table(["verdict", *(one.name for one in found.groups)], rows)
    never = [one.verdict for one in found.verdicts if not any(each.hits for each in one.rates)]
    if never:
        yield f"  given to none: {', '.join(never)}"


def _remarks(found: Characteristics) -> Iterator[str]:
    if found.remarks:
        yield "TO LOOK AT"
        for one in found.remarks:
            yield from wrapped(plain(f"{one.rule}: {one.says}"), "  ", "    ")


def _moved(title: str, moved: Sequence[Bought], found: Characteristics) -> Iterator[str]:
    if not moved:
        return
    yield title
    yield from wrapped(
        f"Each move on {plural(found.pairs, 'pair')} of twins that differ in nothing else, so that one pair in which it does so "
        "is proof that it can; the interval says how often.",
        "  ",
    )
    for one in moved[:LISTED]:
        yield from wrapped(plain(_one_moved(one)), "  ", "    ")
    if len(moved) > LISTED:
        yield f"  … and {len(moved) - LISTED} more: --format json has all."


def _together(found: Characteristics) -> Iterator[str]:
    if not found.combined:
        return
    yield "TWO MOVES TOGETHER, and what they do that neither does alone"
    left = f" {found.uncombined} other pairs were not played (--together)." if found.uncombined else ""
    played = plural(found.combined, "pair")
    yield from wrapped(f"{played} of moves, those first whose moves do the most by themselves.{left}", "  ")
    if not found.together:
        yield "  nothing more"
    for one in found.together[:LISTED]:
        yield from wrapped(plain(f"{DOES[one.sort]} {_one_moved(one)}"), "  ", "    ")
    if len(found.together) > LISTED:
        yield f"  … and {len(found.together) - LISTED} more: --format json has all."


def _one_moved(one: Bought) -> str:
    shift, how = one.shift, one.witness
    return (
        f"{one.what}, by {one.move.replace('+', ' and ')}: from {one.honest.hits} to {one.gamed.hits} of {one.gamed.of} "
        f"({_points(shift.by)} points, {_points(shift.low)} to {_points(shift.high)}); as in number {how.number} of {how.conduct}"
    )


def _points(share: float) -> str:
    return f"{100 * share:+.0f}".replace("-", "−")


def _rules(found: Characteristics) -> Iterator[str]:
    yield "RULES, in how many services each fires"
    for theme in dict.fromkeys(one.theme for one in found.rules):
        yield ""
        yield from _table(
            [theme, "concludes", *(one.name for one in found.groups)],
            [[one.rule, _concludes(one), *map(said, one.rates)] for one in found.rules if one.theme == theme],
        )


def _concludes(one: OfRule) -> str:
    ends = [
        one.standing or "",
        f"at most {one.limit}" if one.limit else "",
        "" if one.direction == "neither" else one.direction,
    ]
    return ", ".join(part for part in ends if part) or "a remark"


def said(one: Rate) -> str:
    """A rate in a cell: `33 (24–44)`, in percent; a dash where there is no service."""
    if not one.of:
        return "–"
    return f"{100 * one.share:.0f} ({100 * one.low:.0f}–{100 * one.high:.0f})"


def _table(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    cells = [[plain(cell) for cell in row] for row in rows]
    made = tabulate(cells, headers=heads, disable_numparse=True)
    yield from (f"  {line}".rstrip() for line in made.splitlines())


def _untold(found: Characteristics) -> Iterator[str]:
    yield "WHAT THIS CANNOT TELL"
    for one in found.cannot_tell:
        yield from wrapped(plain(one), "  ", "    ")


def document(found: Characteristics) -> CalibrationDocument:
    """The document as plain values; shares to six decimals."""
    return {
        "format": "inspector-framework-calibration",
        "version": 1,
        "framework": {"id": found.framework, "version": found.version, "digest": found.digest},
        "seed": found.seed,
        "months": found.months,
        "groups": [
            {"name": one.name, "says": one.says, "conducts": list(one.conducts), "services": one.services}
            for one in found.groups
        ],
        "rules": [
            {
                "rule": one.rule,
                "theme": one.theme,
                "standing": one.standing,
                "limit": one.limit,
                "direction": one.direction,
                "rates": [_rate(each) for each in one.rates],
            }
            for one in found.rules
        ],
        "verdicts": [{"verdict": one.verdict, "rates": [_rate(each) for each in one.rates]} for one in found.verdicts],
        "bought": [_bought(one) for one in found.bought],
        "silenced": [_bought(one) for one in found.silenced],
        "better_verdicts": [_bought(one) for one in found.better],
        "together": [{**_bought(one), "sort": one.sort} for one in found.together],  # type: ignore[typeddict-item]
        "pairs_of_moves": found.combined,
        "pairs_of_moves_left": found.uncombined,
        "remarks": [{"rule": one.rule, "sort": one.sort, "says": one.says} for one in found.remarks],  # type: ignore[typeddict-item]
        "moves": found.moves,
        "pairs": found.pairs,
        "failed": list(found.failed),
        "cannot_tell": list(found.cannot_tell),
    }


def _rate(one: Rate) -> ServiceRate:
    return {"count": one.hits, "of": one.of, "share": _six(one.share), "low": _six(one.low), "high": _six(one.high)}


def _bought(one: Bought) -> BoughtOf:
    how = one.witness
    return {
        "what": one.what,
        "move": one.move,
        "honest": _rate(one.honest),
        "gamed": _rate(one.gamed),
        "shift": {"by": _six(one.shift.by), "low": _six(one.shift.low), "high": _six(one.shift.high)},
        "turned": one.turned,
        "back": one.back,
        "witness": {
            "conduct": how.conduct,
            "seed": how.seed,
            "number": how.number,
            "months": how.months,
            "move": how.move,
        },
    }


def _six(number: float) -> float:
    return round(number, 6)
