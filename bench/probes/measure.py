"""Rates at which the probes ask, beside naive peers: `measure.py [RUNS]`. One table, markdown, to paste into the README."""

import itertools
import sys
from collections import Counter

import numpy as np
import peers
import shapes
from logs import copied, held_out, honest, third

from inspector.probes import copied_entries, heaping, impossible_percentages, late_entries, too_smooth
from inspector.stats.copies import copies
from inspector.stats.digit_heaping import heaps
from inspector.stats.flurry import flurry
from inspector.stats.grim import possible
from inspector.stats.smoothness import smoothness

TUNED = ("poisson(9)", "gamma", "lognormal", "negative binomial")
HELD_OUT = ("weibull", "normal")
END = 1094.0


def row(*cells):
    print(
        "| " + " | ".join(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in cells) + " |", flush=True
    )


def rate(hits):
    return float(np.mean(hits))


def late(event, recorded):
    kept = (recorded <= END) & (recorded >= event)
    event, recorded = event[kept], recorded[kept]
    starts = (*(float(recorded.max()) - days + 1 for days in late_entries.WINDOWS), 1081.0, 1053.0)
    found = flurry(recorded, recorded - event, starts)
    excess = len(found.inside) - found.expected
    asks = (
        found.p_value is not None and found.p_value < late_entries.ALPHA and excess >= late_entries.LEAST * len(event)
    )
    return asks, peers.counting(event, recorded, END)


def measure_late(runs):
    for held, batches, ago in itertools.product((False, True), (0.0, 0.5), ((30, 365), (20, 60))):
        rng = np.random.default_rng(20_260_601)
        name = f"late entries ({ago[0]} to {ago[1]} days), n=500, {'held out' if held else 'tuning'}"
        name += f", {batches:.0%} at month end"
        calm, dosed = [], []
        for _ in range(runs):
            event, recorded = shapes.records(rng, 500, held, batches)
            calm.append(late(event, recorded))
            dosed.append(late(*shapes.back_entered(rng, event, recorded, 0.02, ago)))
        row(name, *(rate([one[place] for one in some]) for place in (0, 1) for some in (calm, dosed)))


def round_(values):
    found = heaps(Counter(values.tolist()))
    excess = 0.0 if found is None else (found.observed - found.expected) / found.n
    return found is not None and found.p_value < heaping.ALPHA and excess >= heaping.LEAST


def measure_heaping(runs):
    for name, names in (("tuning", TUNED), ("held out", HELD_OUT)):
        for shape in names:
            rng = np.random.default_rng(20_260_602)
            calm = [shapes.numbers(rng, 500, shape) for _ in range(runs)]
            for step in (5, 10):
                dosed = [shapes.rounded(rng, values, 0.1, step) for values in calm]
                row(
                    f"heaping, n=500, {shape} ({name}), 10 % to {step}s",
                    rate([round_(v) for v in calm]),
                    rate([round_(v) for v in dosed]),
                    rate([peers.last_digits(v) for v in calm]),
                    rate([peers.last_digits(v) for v in dosed]),
                )


def smooth(top, size, months):
    found = smoothness(top, size, months)
    low = found is not None and found.p_value < too_smooth.ALPHA and found.ratio <= too_smooth.RATIO
    return low and found.again < too_smooth.AGAIN


def measure_smooth(runs):
    for held in (False, True):
        for season in (0.0, 0.12):
            rng = np.random.default_rng(20_260_603)
            calm = [shapes.shares(rng, 24, season, 1.0, held) for _ in range(runs)]
            dosed = [shapes.shares(rng, 24, season, 0.25, held) for _ in range(runs)]
            row(
                f"too smooth, 24 points, {'held out' if held else 'tuning'}, {'a season' if season else 'no season'}",
                rate([smooth(*one) for one in calm]),
                rate([smooth(*one) for one in dosed]),
                rate([peers.plain_variance(*one[:2]) for one in calm]),
                rate([peers.plain_variance(*one[:2]) for one in dosed]),
            )


def measure_grim(runs):
    rng = np.random.default_rng(20_260_604)
    for places in (0, 1, 2):
        calm = [not possible(v, n, 100, places) for v, n in shapes.percentages(rng, 20 * runs, places, False)]
        dosed = [] if places == 0 else shapes.percentages(rng, 20 * runs, places, True)
        telling = [(v, n) for v, n in dosed if n * 10.0**-places / 100 <= impossible_percentages.TELLING]
        found = rate([not possible(v, n, 100, places) for v, n in telling]) if telling else "too coarse"
        row(f"impossible percentages, {places} decimals, each value", rate(calm), found, "", "")


def alike(texts):
    pairs = copies(texts, [str(k) for k in range(len(texts))]).pairs
    return bool(pairs) and pairs[0].p_value < copied_entries.ALPHA


def measure_copies(runs):
    for name, make in (("tuning", honest), ("held out", held_out), ("held out, new", third)):
        for count in (1, 3):
            rng = np.random.default_rng(20_260_605)
            calm = [make(rng) for _ in range(runs)]
            dosed = [copied(rng, texts, count) for texts in calm]
            row(
                f"copied text, 60 entries, 20 % of words edited, {count} copies, {name}",
                rate([alike(texts) for texts in calm]),
                rate([alike(texts) for texts in dosed]),
                rate([peers.fixed_cosine(texts) for texts in calm[:60]]),
                rate([peers.fixed_cosine(texts) for texts in dosed[:60]]),
            )


def main(runs, only):
    row("trace", "asks if honest", "asks if dosed", "peer if honest", "peer if dosed")
    row("---", "---", "---", "---", "---")
    for name, measure in (
        ("late", measure_late),
        ("heaping", measure_heaping),
        ("smooth", measure_smooth),
        ("grim", measure_grim),
        ("copies", measure_copies),
    ):
        if not only or name in only:
            measure(runs)


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    main(numbers[0] if numbers else 400, [one for one in sys.argv[1:] if not one.isdigit()])
