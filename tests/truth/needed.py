"""What must have a checker: every rule and verdict of every framework that ships, every signal, every probe, every argument."""

from pathlib import Path

import yaml

from tests.truth.ledger import CHECKERS
from tests.truth.sentences import ROOT, frameworks, rule_texts, verdict_rows

WAITING = Path(__file__).parent / "without.yaml"
ARGUMENT = ("case-against", "fields", "samples", "not-performance", "flips", "steps", "declared", "margins")
TOLD = ("stories", "recommendations", "voices", "claims", "doubts")


def needed() -> list[str]:
    """Whatever says something, as checkers name it."""
    rooms = [
        f"{room[:-1]}/{file.stem.replace('_', '-')}"
        for room in ("signals", "probes")
        for file in sorted((ROOT / "inspector" / room).glob("[a-z]*.py"))
    ]
    rules = [f"{framework}/{id}" for framework in frameworks() for id in rule_texts(framework)]
    return [*rooms, *rules, *verdicts(), *(f"argument/{part}" for part in ARGUMENT), *(f"told/{part}" for part in TOLD)]


def verdicts() -> list[str]:
    """The rows of every decision table, as checkers name them."""
    return [f"{framework}/verdict/{row['id']}" for framework in frameworks() for row in verdict_rows(framework)]


def without() -> list[str]:
    """What says something and has no checker."""
    return [one for one in needed() if one not in CHECKERS]


def waiting() -> list[str]:
    """What is known to have none yet; empty once the work is done."""
    return yaml.safe_load(WAITING.read_text(encoding="utf-8")) or []
