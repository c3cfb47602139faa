"""Events that come far more often in the last days than before.

The events are shared out between the last days and the time before by length; where the months before vary more than a
Poisson process, the comparison is that much weaker.

Reference: Przyborowski & Wilenski (1940), Biometrika 31(3/4), 313-323 (two Poisson rates, conditionally).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inspector.stats.tails import above_binomial

MONTH = 30


@dataclass(frozen=True)
class Sudden:
    """`excess`: events in the last days beyond the pace before."""

    excess: float
    p_value: float


def sudden(days: Sequence[int], since: int, end: int) -> Sudden:
    """Events on `days` (from 0), those from `since` on against those before; the time ends before day `end`."""
    late, length = sum(day >= since for day in days), max(1, end - since)
    before = [day for day in days if day < since]
    months = max(1, since // MONTH)
    counts = np.bincount([min(months - 1, day * months // since) for day in before], minlength=months)
    mean = float(counts.mean())
    loose = max(1.0, float(counts.var(ddof=1)) / mean) if mean > 0 and months > 1 else 1.0
    expected = len(before) * length / since
    # Half an event more before: a log that was empty until then does not make one late event certain.
    total = (len(before) + 0.5 + late) / loose
    return Sudden(late - expected, above_binomial(late / loose, total, length / (length + since)))
