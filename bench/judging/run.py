"""What it costs to run and to mutate a framework's cases, in processor time: `python bench/judging/run.py [ID…]`."""

import sys
import time
from collections import Counter

from inspector.judging import outcomes
from inspector.workbench.judging.cases import run_all
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.mutating.killing import Cases
from inspector.workbench.judging.mutating.mutants import mutants
from inspector.workbench.judging.opened import opened


def measure(name: str) -> None:
    """Print what one framework costs, and how many changes its cases notice."""
    clock = time.process_time
    begun = clock()
    found = opened(name)
    read = clock() - begun
    begun = clock()
    Compiled(found.framework)
    compiled = clock() - begun
    begun = clock()
    runs = run_all(found.compiled, found.folder, found.cases)
    ran = clock() - begun
    begun = clock()
    for case in found.cases[::10]:
        if case.facts is not None:
            outcomes.evaluate_case(found.framework, case.facts, case.trust, dict(case.stated))
    slow = 10 * (clock() - begun)
    print(f"{name}: {len(runs)} cases; read {read:.2f} s, compiled {compiled:.3f} s, run {ran:.2f} s")
    print(f"  by the definition, a tenth of them taken ten times: {slow:.1f} s")
    begun = clock()
    cases = Cases(found.compiled, runs)
    judged = [cases.judge(mutant) for mutant in mutants(found.framework, found.compiled.vocabulary)]
    spent = clock() - begun
    for sort, mine in (("rules", True), ("table", False)):
        some = [one for one in judged if one.counts and (one.mutant.rule is not None) == mine]
        noticed = sum(not one.survived for one in some)
        left = Counter(one.mutant.operator for one in some if one.survived)
        print(
            f"  {sort}: {noticed} of {len(some)} changes noticed ({noticed / len(some):.1%}); left: {dict(left.most_common(6))}"
        )
    print(f"  {len(judged)} changes asked in {spent:.1f} s")


if __name__ == "__main__":
    for one in sys.argv[1:] or ("munro", "patient-safety-learning"):
        measure(one)
