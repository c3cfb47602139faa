"""How often each probe asks on honest evidence, and how often on evidence with a known dose: `run.py [RUNS]`."""

import sys

import numpy as np
from honest import HELD_OUT, SHAPES, counted, durations, heaped, moved
from logs import copied, held_out, honest

from inspector.probes.deadline_bunching import ALPHA, LEAST
from inspector.stats.bunching import bunching
from inspector.stats.copies import copies

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


def copy(runs, make, count=0):
    rng, hits = np.random.default_rng(20_260_102), []
    for _ in range(runs):
        log = make(rng)
        pairs = copies(log := copied(rng, log, count) if count else log, [str(k) for k in range(len(log))]).pairs
        hits.append(bool(pairs) and pairs[0].p_value < ALPHA)
    return f"{np.mean(hits):.3f} of {len(hits)}"


def main(runs):
    for name, shapes in (("tried while writing", SHAPES), ("held out", HELD_OUT)):
        for deadline, n in ((45, 2000), (45, 500), (15, 2000)):
            print(f"honest, smooth, {name}, deadline {deadline}, n={n}:", bunch(runs, shapes, n, deadline), flush=True)
            print(f"honest, heaped, {name}, deadline {deadline}, n={n}:", bunch(runs, shapes, n, deadline, HEAPS[1:]))
        for n, dose in ((2000, (0.1, 3)), (2000, (0.1, 7)), (500, (0.2, 3))):
            print(f"moved {dose[0]:.0%} over {dose[1]} days, {name}, n={n}:", bunch(runs // 2, shapes, n, dose=dose))


def main_copies(runs):
    for name, make in (("tried while writing", honest), ("held out", held_out)):
        print(f"log, honest, 60 entries, {name}:", copy(runs, make), flush=True)
        for count in (1, 3, 6):
            print(f"log, {count} edited copies in 60, {name}:", copy(runs // 2, make, count), flush=True)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    if "copies" not in sys.argv:
        main(wanted)
    if "bunching" not in sys.argv:
        main_copies(wanted)
