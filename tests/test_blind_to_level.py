"""Two authorities with the same change get the same verdict, however good or bad they are.

Every plain-number series is shifted by a constant and scaled, every proportion mirrored with its direction flipped: the
verdict, the standings and the findings stay as they were.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.judging import observing, settling
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Resource
from tests.inspected import rulebook

Change = Callable[[Evidence], Evidence]


def months(count: int) -> list[tuple[date, date]]:
    starts = [date(2022 + m // 12, m % 12 + 1, 1) for m in range(count + 1)]
    return [(a, b - timedelta(days=1)) for a, b in pairwise(starts)]


def figures(name: str, seed: int, shape: str, size: float, count: int, proportion: bool) -> list[Figure]:
    """A series with a known shape, whose noise comes from the seed."""
    random = np.random.default_rng(seed)
    t = np.arange(count)
    begins = count // 2
    path = {
        "flat": np.zeros(count),
        "drift": t / count,
        "step": (t >= begins) * 1.0,
        "fade": (t >= begins // 2) * np.clip(1 - (t - begins // 2) / max(1, begins // 2), 0, 1),
        "loss": -1.0 * (t >= begins),
    }[shape]
    periods = months(count)
    if proportion:
        share = 1 / (1 + np.exp(-(0.2 + size * path)))
        out_of = random.integers(60, 140, count)
        hits = random.binomial(out_of, share)
        cells = [{"numerator": float(h), "denominator": float(n)} for h, n in zip(hits, out_of, strict=True)]
    else:
        values = np.round(20 + 3 * size * path + random.normal(0, 2, count), 3)
        cells = [{"value": float(v)} for v in values]
    return [
        Figure(resource="figures.csv", row=row, indicator=name, period_start=a, period_end=b, **cell)
        for row, ((a, b), cell) in enumerate(zip(periods, cells, strict=True), 2)
    ]


@st.composite
def bundles(draw: st.DrawFn) -> Evidence:
    count = draw(st.sampled_from([9, 14, 24, 36]))
    shapes = draw(st.lists(st.sampled_from(["flat", "drift", "step", "fade", "loss"]), min_size=1, max_size=4))
    series, register, log = [], [], []
    for place, shape in enumerate(shapes):
        name = f"indicator-{place}"
        seed, size = draw(st.integers(0, 10**6)), draw(st.floats(0.5, 3))
        series += figures(name, seed, shape, size, count, draw(st.booleans()))
        measure = draw(st.sampled_from(["outcome", "process"]))
        register.append(
            Indicator(resource="register.csv", row=place + 2, indicator=name, title=name, better="up", measure=measure)
        )
        if draw(st.booleans()):
            started = months(count)[draw(st.integers(0, count - 1))][0]
            log.append(
                LogEntry(
                    resource="log.csv", row=place + 2, id=f"t{place}", raised_on=started, raised_by_role="social worker",
                    team="north", scale="one-team", aim="try it", indicator=name, started_on=started, tested_on=started,
                )
            )  # fmt: skip
    kinds = ["indicators", "indicator-register", *(["improvement-log"] if log else [])]
    return Evidence(
        authority="A", period_start=date(2022, 1, 1), period_end=months(count)[-1][1], digest="0" * 64,
        resources=tuple(
            Resource(name=k, path=f"{k}.csv", kind=k, sha256="0" * 64, bytes=1, rows=1) for k in kinds
        ),
        figures=tuple(series), indicators=tuple(register), log=tuple(log),
    )  # fmt: skip


def answer(evidence: Evidence) -> tuple[object, ...]:
    result = settling.conclude(rulebook(), evidence, *observing.observe(evidence)).inspection
    standings = [(t.theme, t.standing, t.low, t.high) for t in result.themes]
    return result.verdict.verdict, result.verdict.score, standings, sorted(f.id for f in result.findings)


def moved(shift: float, scale: float) -> Change:
    def change(evidence: Evidence) -> Evidence:
        return evidence.model_copy(
            update={
                "figures": tuple(
                    f if f.value is None else f.model_copy(update={"value": f.value * scale + shift})
                    for f in evidence.figures
                )
            }
        )

    return change


def mirrored(evidence: Evidence) -> Evidence:
    """Counts what did not happen instead of what did."""
    shares = {f.indicator for f in evidence.figures if f.denominator is not None}
    return evidence.model_copy(
        update={
            "figures": tuple(
                f
                if f.denominator is None or f.numerator is None
                else f.model_copy(update={"numerator": f.denominator - f.numerator})
                for f in evidence.figures
            ),
            "indicators": tuple(
                i.model_copy(update={"better": "down" if i.indicator in shares else "up"}) for i in evidence.indicators
            ),
        }
    )


def turned(evidence: Evidence) -> Evidence:
    """The same plain numbers with their sign changed, and so with the other direction as the better one."""
    plain = {f.indicator for f in evidence.figures if f.value is not None}
    turned_over = moved(0, -1)(evidence)
    return turned_over.model_copy(
        update={
            "indicators": tuple(
                i.model_copy(update={"better": "down" if i.indicator in plain else "up"}) for i in evidence.indicators
            )
        }
    )


@settings(max_examples=25)
@given(bundles(), st.floats(-1e4, 1e4), st.floats(0.01, 1e3))
def test_shifting_and_scaling_plain_numbers(evidence: Evidence, shift: float, scale: float) -> None:
    assert answer(moved(shift, scale)(evidence)) == answer(evidence)


@settings(max_examples=25)
@given(bundles())
def test_mirroring_proportions(evidence: Evidence) -> None:
    assert answer(mirrored(evidence)) == answer(evidence)


@settings(max_examples=25)
@given(bundles())
def test_turning_plain_numbers_over(evidence: Evidence) -> None:
    assert answer(turned(evidence)) == answer(evidence)


@pytest.mark.parametrize("shape", ["drift", "step", "loss", "fade"])
def test_the_shapes_used_here_do_move_the_answer(shape: str) -> None:
    """Without this, the laws above could hold because nothing is ever seen."""

    def alone(kind: str) -> tuple[object, ...]:
        series = figures("i", 7, kind, 3, 36, True)
        register = (Indicator(resource="r.csv", row=2, indicator="i", title="i", better="up", measure="outcome"),)
        resource = Resource(name="f", path="f.csv", kind="indicators", sha256="0" * 64, bytes=1, rows=36)
        return answer(
            Evidence(
                authority="A", period_start=date(2022, 1, 1), period_end=date(2024, 12, 31), digest="0" * 64,
                resources=(resource,), figures=tuple(series), indicators=register,
            )
        )  # fmt: skip

    assert alone(shape) != alone("flat")
