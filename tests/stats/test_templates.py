"""The templates of a series, drawn a second time from what each shape is said to be."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from inspector.stats.templates import lead, templates

Curve = Callable[[float], float]
Drawn = tuple[float, float, Curve]
"""How likely within its kind, the onset, and the curve at a time."""


def step(onset: float) -> Curve:
    return lambda time: float(time >= onset)


def early(t: list[float]) -> list[Drawn]:
    """The first one, two, … periods were odd: three at least, or a fifth of all; or an odd beginning that dies away."""
    n, span = len(t), t[-1]
    spells: list[Drawn] = [(1.0, t[k], step(t[k])) for k in range(1, n) if k <= max(3, round(n / 5))]
    fading = [(lambda time, part=part: -math.exp(-time / (part * span))) for part in (0.04, 0.08, 0.13)]
    return spells + [(1.0, 0.0, curve) for curve in fading]


def spike(t: list[float]) -> list[Drawn]:
    """Any one period but the first."""
    return [(1.0, one, lambda time, one=one: float(time == one)) for one in t[1:]]


def season(_: list[float]) -> list[Drawn]:
    """A wave of twelve periods and height 0.7 that begins in any of six places; the other six are these, turned over."""
    return [(1.0, 0.0, lambda time, k=k: 0.7 * math.sin((time + k) / 12 * math.tau)) for k in range(6)]


def gradual(t: list[float]) -> list[Drawn]:
    """Six lengths from 0.4 of the window (four periods at least) to all of it, at so many beginnings as there is room for.

    None ends before the middle, and the last may begin so late that an eighth of the window is lacking at its end.
    """
    span = t[-1]
    shortest = max(4.0, 0.4 * span)
    longest = max(span, shortest + 1)
    drawn: list[Drawn] = []
    for k in range(6):
        length = shortest + (longest - shortest) * k / 5
        latest = span - length + span / 8
        many = max(2, 1 + round(8 * (1 - length / (1.25 * span))))
        for i in range(many):
            begins = latest * i / (many - 1)
            if begins + length >= span / 2 - 1e-12:
                drawn.append((1.0, begins, lambda time, b=begins, w=length: min(1.0, max(0.0, (time - b) / w))))
    return drawn + running_out(span) + in_steps(span)


def running_out(span: float) -> list[Drawn]:
    """From four beginnings in the first four tenths on: what is lacking shrinks to 1/e in 0.15, or 0.3, of the window."""
    return [
        (0.8, begins, lambda time, b=begins, w=life * span: 1 - math.exp(-max(0.0, time - b) / w))
        for begins in (0.0, 0.4 / 3 * span, 0.8 / 3 * span, 0.4 * span)
        for life in (0.15, 0.3)
    ]


def in_steps(span: float) -> list[Drawn]:
    """Steps of a third at quarters of the window, and of a quarter at fifths; 0.06 of it early, in time and late."""
    return [
        (
            1.0,
            (1 / (many + 1) + late) * span,
            lambda time, m=many, s=late: sum(time >= ((k + 1) / (m + 1) + s) * span for k in range(m)) / m,
        )
        for many in (3, 4)
        for late in (-0.06, 0.0, 0.06)
    ]


def sudden(t: list[float]) -> list[Drawn]:
    """A step with enough before it (a sixth, three at least) and two after its first; likeliest in the middle."""
    n, span = len(t), t[-1]
    return [(max(0.05, 1 - (2 * t[i] / span - 1) ** 2), t[i], step(t[i])) for i in range(max(3, round(n / 6)), n - 2)]


def faded(t: list[float]) -> list[Drawn]:
    """A step that is down to a half by the end and still stands above 0.3 a period on; some 16 onsets, three ways to fade."""
    n, span = len(t), t[-1]
    drawn: list[Drawn] = []
    for i in range(2, n - 3, max(1, n // 16)):
        onset = t[i]
        at_once: list[Curve] = [
            lambda since, held=held: float(since < max(1.5, held * span)) for held in (0.1, 0.2, 0.3, 0.45)
        ]
        evenly: list[Curve] = [
            lambda since, fall=fall, held=held: min(1.0, max(0.0, 1 - (since - held * span) / (fall * span)))
            for fall, held in ((0.12, 0.05), (0.25, 0.05), (0.4, 0.05), (0.12, 0.2), (0.25, 0.2))
        ]
        by_halves: list[Curve] = [lambda since, life=life: 2 ** -(since / (life * span)) for life in (0.06, 0.1, 0.16)]
        likely = max(0.1, 1 - 1.4 * abs(onset / span - 0.3))
        for kind in (at_once, evenly, by_halves):
            for curve in kind:
                if curve(span - onset) <= 0.5 and curve(t[i + 1] - onset) > 0.3:
                    drawn.append(
                        (likely / len(kind), onset, lambda time, c=curve, o=onset: c(time - o) if time >= o else 0.0)
                    )
    return drawn


MAKERS = (early, spike, season, gradual, sudden, faded)
WITH_GAPS = [0.0, 1, 2, 4, 5, 6, 9, 10, 11, 12, 15, 16, 18, 19, 21, 22, 23]


LATE = [0.0, 1, 2, 3, 4, 5, 6, 7, 997, 998, 999, 1000]


@pytest.mark.parametrize("seasonal", [True, False])
@pytest.mark.parametrize(
    "t",
    [*(list(map(float, range(n))) for n in (6, 7, 8, 11, 12, 13, 18, 24, 31, 32, 36)), WITH_GAPS, LATE],
    ids=lambda t: f"{len(t)} of {int(t[-1]) + 1}",
)
def test_every_template_drawn_again(t: list[float], seasonal: bool) -> None:
    made = templates(np.array(t) + 5, seasonal)
    at = 0
    for kind, maker in enumerate(MAKERS):
        # A season takes a year of months.
        drawn = maker(t) if maker is not season or (seasonal and t[-1] >= 11) else []
        total = sum(likely for likely, _, _ in drawn)
        assert (made.shape == kind).sum() == len(drawn), maker.__name__
        for likely, onset, curve in drawn:
            assert made.shape[at] == kind
            assert made.share[at] == pytest.approx(likely / total, rel=1e-9)
            assert made.onset[at] == pytest.approx(onset)
            assert made.curves[at].tolist() == pytest.approx([curve(time) for time in t], abs=1e-9)
            assert made.left[at] == pytest.approx(curve(t[-1]) if maker is faded else 1.0, abs=1e-9)
            if maker is faded:
                assert made.fell[at] == next(time for time in t if time > onset and curve(time) <= 0.5)
            at += 1
    assert at == len(made.share)


def test_eight_periods_by_hand() -> None:
    made = templates(np.arange(8.0))
    drawn = {kind: made.curves[made.shape == kind] for kind in range(6)}
    assert drawn[0][:3].tolist() == [[0, 1, 1, 1, 1, 1, 1, 1], [0, 0, 1, 1, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1, 1]]
    # The first fading beginning is down to exp(-1 / 0.28) = 0.028 after a period.
    assert drawn[0][3].tolist()[:2] == pytest.approx([-1.0, -0.028116], abs=1e-6)
    assert drawn[1].tolist() == np.eye(8)[1:].tolist()
    assert len(drawn[2]) == 0
    # Steps after three, four and five periods; 3/7 and 4/7 of the way they are as likely, 5/7 is 40/49 to their 48/49.
    assert drawn[4].tolist() == [[0, 0, 0, 1, 1, 1, 1, 1], [0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 0, 0, 1, 1, 1]]
    assert made.share[made.shape == 4].tolist() == pytest.approx([48 / 136, 48 / 136, 40 / 136])
    # The shortest rise takes four periods and begins with the window; the longest takes all seven, and begins up to 7/8 late.
    assert drawn[3][0].tolist() == [0, 0.25, 0.5, 0.75, 1, 1, 1, 1]
    assert drawn[3][-17:-14, -1].tolist() == [1.0, 0.9375, 0.875]
    # Three steps of a third at 1.75, 3.5 and 5.25.
    assert drawn[3][-5].tolist() == pytest.approx([0, 0, 1 / 3, 1 / 3, 2 / 3, 2 / 3, 1, 1])
    # The first gain that fades stands for two periods and is gone.
    assert drawn[5][0].tolist() == [0, 0, 1, 1, 0, 0, 0, 0]


@pytest.mark.parametrize(("n", "points"), [(6, 3), (18, 3), (20, 3), (22, 4), (24, 4), (36, 6), (120, 20)])
def test_how_many_points_must_come_before_a_change(n: int, points: int) -> None:
    assert lead(np.arange(float(n))) == points


def test_what_is_shared_cannot_be_changed() -> None:
    made = templates(np.arange(9.0))
    for part in (made.curves, made.shape, made.share, made.onset, made.left, made.fell):
        with pytest.raises(ValueError, match="read-only"):
            part[0] = 1
