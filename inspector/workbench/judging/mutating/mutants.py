"""All mutants of a framework, in the order of its files."""

from collections.abc import Iterator

from inspector.model.rules import Framework, Rule
from inspector.rules.vocabulary import Vocabulary
from inspector.workbench.judging.mutating.conclusions import of_conclusion
from inspector.workbench.judging.mutating.conditions import of_conditions, of_parts
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.mutating.tables import of_table


def of_rule(rule: Rule, known: Vocabulary) -> Iterator[Mutant]:
    """Every change of one rule."""
    for mutant, changed in (*of_conditions(rule, known), *of_parts(rule), *of_conclusion(rule)):
        yield mutant._replace(rule=changed)


def mutants(framework: Framework, known: Vocabulary) -> Iterator[Mutant]:
    """Every change of one thing in a framework's rules and in its table."""
    for rule in framework.rules:
        yield from of_rule(rule, known)
    yield from of_table(framework.verdicts, known)
