"""Everything about the probes, one after another; deadlines here: `run.py [RUNS] [bunching]`."""

import sys

import bundles
import doses
import measure
import numpy as np
from honest import HELD_OUT, SHAPES, counted, durations, heaped, moved

from inspector.probes.deadline_bunching import ALPHA, LEAST
from inspector.stats.bunching import bunching

HEAPS = (None, (7, 0.3), (5, 0.4))


def asked(days, deadline):
    found = bunching(counted(days), deadline)
    return found is not None and found.p_value < ALPHA and found.observed >= LEAST * found.expected


def bunch(runs, shapes, n, deadline=45, heaps=(None,), dose=None):
    rng, hits = np.random.default_rng(20_260_101), []
    for shape in shapes:
        for heap in heaps:
            for _ in range(runs):
                days = durations(rng, n, shape, deadline)
                days = days if heap is None else heaped(rng, days, *heap)
                hits.append(asked(days if dose is None else moved(rng, days, deadline, *dose), deadline))
    return f"{np.mean(hits):.3f} of {len(hits)}"


def main(runs):
    for name, shapes in (("tried while writing", SHAPES), ("held out", HELD_OUT)):
        for deadline, n in ((45, 2000), (45, 500), (15, 2000)):
            print(f"honest, smooth, {name}, deadline {deadline}, n={n}:", bunch(runs, shapes, n, deadline), flush=True)
            print(f"honest, heaped, {name}, deadline {deadline}, n={n}:", bunch(runs, shapes, n, deadline, HEAPS[1:]))
        for n, dose in ((2000, (0.1, 3)), (2000, (0.1, 7)), (500, (0.2, 3))):
            print(f"moved {dose[0]:.0%} over {dose[1]} days, {name}, n={n}:", bunch(runs // 2, shapes, n, dose=dose))


if __name__ == "__main__":
    only = [one for one in sys.argv[1:] if not one.isdigit()]
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    main(numbers[0] if numbers else 60)
    if "bunching" not in only:
        measure.main(300, [])
        bundles.main(200)
        doses.main(12)
