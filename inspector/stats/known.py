"""Texts and lines of figures that are known from elsewhere, told through small edits.

A text is cut into runs of three words, of which those with two words that carry meaning count; what share of them is known says
how much of it was taken over. A fifth of the words exchanged leaves half of the runs. Lines of figures are compared by their
steps from month to month, at any distance in time: a scale, a shift and missing months change nothing.

Reference: Broder (1997), Compression and Complexity of Sequences, 21-29 (shingles); Fisher (1915), Biometrika 10(4), 507-521 (the
correlation of chance).
"""

import math
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import above_student

Array = NDArray[np.float64]

RUN, MEANING, LETTERS = 3, 2, 4
"""Words in a run, those of them that must carry meaning, and letters that such a word has at least."""
COMMON = frozenset(
    re.findall(
        "[a-z]+",
        "about after again also been before being between both came come could does done down each even every from have "
        "here into just like made make many more most much must need never next only other over said same should since "
        "some such than that their them then there these they this those through time under until upon very week well "
        "went were what when where which while will with without would year years your ",
    )
)
"""Words of four letters or more that carry none."""
SHARED = 18
"""Steps from month to month that two lines must both have."""


@dataclass(frozen=True)
class Likeness:
    """The known line most like another: its place, the correlation of their steps, over how many, and the chance of it."""

    place: int
    alike: float
    steps: int
    p_value: float


def runs(text: str) -> list[int]:
    """A number for each run of three words with some meaning, in order."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    found = []
    for k in range(len(words) - RUN + 1):
        run = words[k : k + RUN]
        if sum(len(word) >= LETTERS and word not in COMMON for word in run) >= MEANING:
            found.append(zlib.crc32(" ".join(run).encode()))
    return found


def likest(line: Sequence[float], known: Sequence[Sequence[float]]) -> Likeness | None:
    """The one of the `known` lines (NaN where there is no figure) most like `line`, at any distance in months.

    None where fewer than `SHARED` steps can be compared. The chance allows for all rows and distances tried.
    """
    width = max(map(len, known), default=1) - 1
    if len(line) <= SHARED or width < SHARED or not np.isfinite(line).any():
        return None
    theirs = np.full((len(known), width), np.nan)
    for place, one in enumerate(known):
        theirs[place, : len(one) - 1] = np.diff(one)
    around = np.full(width - SHARED, np.nan)
    mine = np.concatenate([around, np.diff(_scaled(np.array(line, dtype=np.float64))), around])
    if len(mine) < width:
        mine = np.concatenate([mine, np.full(width - len(mine), np.nan)])
    alike, steps = _correlations(np.lib.stride_tricks.sliding_window_view(mine, width), theirs)
    able = steps >= SHARED
    if not able.any():
        return None
    best = int(np.argmax(np.where(able, np.round(alike, 9), -2.0)))
    strength, many = float(alike.flat[best]), int(steps.flat[best])
    if strength < -1:
        return None
    bounded = min(strength, 1 - 1e-12)
    chance = above_student(bounded * math.sqrt((many - 2) / (1 - bounded**2)), many - 2)
    return Likeness(best % len(theirs), strength, many, min(1.0, chance * int(able.sum())))


def _scaled(line: Array) -> Array:
    """A line from 0 to 1, so that no size is lost in rounding."""
    there = line[np.isfinite(line)]
    least, most = float(there.min()), float(there.max())
    return (line - least) / (most - least) if most > least else line * 0


def _correlations(rows: Array, others: Array) -> tuple[Array, NDArray[np.int64]]:
    """The correlation of each row with each of the others over the places that both have, -2 where one stays the same."""
    here, there = np.isfinite(rows).astype(np.float64), np.isfinite(others).astype(np.float64)
    x, y = np.where(here > 0, rows, 0.0), np.where(there > 0, others, 0.0)
    n = here @ there.T
    many = np.maximum(n, 1.0)
    left, right = x @ there.T, here @ y.T
    below = (x**2 @ there.T - left**2 / many) * (here @ (y**2).T - right**2 / many)
    moves = below > 1e-18
    return np.where(moves, (x @ y.T - left * right / many) / np.sqrt(np.where(moves, below, 1.0)), -2.0), n.astype(
        np.int64
    )
