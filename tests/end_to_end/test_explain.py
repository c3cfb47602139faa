"""`explain`: whatever name the report prints in brackets can be asked about."""

import json
import re
from pathlib import Path

import pytest

from inspector import lints, probes, signals
from inspector.bundle import problem_rules
from tests.end_to_end.conftest import Run
from tests.inspected import rulebook


@pytest.mark.parametrize(
    "name", ["improvement-pace", "deadline-bunching", "stream", "small-steps-never-stop", "wrong-hash"]
)
def test_a_name_in_words(run: Run, name: str) -> None:
    done = run("explain", name)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(name)
    assert len(done.stdout.split()) > 15


@pytest.mark.usefixtures("once")
def test_every_name_there_is_has_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    from inspector.cli import _run

    framework = rulebook("munro").framework
    names = [*signals.ids(), *probes.ids(), *lints.ids(), *problem_rules.ids()]
    names += [rule.id for rule in framework.rules] + [theme.id for theme in framework.themes]
    for name in names:
        assert _run(["explain", name]) == 0
        assert name in capsys.readouterr().out


def test_why_it_fired_in_a_bundle(run: Run, examples: Path) -> None:
    done = run("explain", "small-steps-never-stop", "--bundle", examples / "brackenshire")
    assert "In this bundle it fired." in done.stdout
    assert re.search(r"rows: improvement-log\.csv rows \d+", done.stdout)


def test_why_it_did_not_fire_in_a_bundle(run: Run, examples: Path) -> None:
    done = run("explain", "burst-before-the-visit", "--bundle", examples / "brackenshire")
    assert "In this bundle it did not fire." in done.stdout
    assert "since_notification_share is 0, wanted >= 0.5" in done.stdout


def test_every_finding_of_an_example_can_be_explained(answer: Run, examples: Path) -> None:
    bundle = examples / "brackenshire"
    document = json.loads(answer("assess", bundle, "--format", "json").stdout)
    finding = next(f for f in document["findings"] if "/" in f["id"])
    done = answer("explain", finding["id"], "--bundle", bundle)
    assert done.returncode == 0, done.stderr
    assert finding["says"] in done.stdout
    for fact in finding["facts"]:
        assert f"[{fact}]" in done.stdout


@pytest.mark.parametrize("name", ["trajectory", "breadth"])
def test_what_a_signal_measured_in_a_bundle(run: Run, examples: Path, name: str) -> None:
    done = run("explain", name, "--bundle", examples / "published-figures")
    assert "In this bundle" in done.stdout
