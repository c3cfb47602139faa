"""Signals over the improvement log, participation and voice."""

import re
from typing import Any

from tests.truth import log_truth as truth
from tests.truth.case import Case, Said
from tests.truth.ledger import See, checks


def _told(see: See, true: dict[str, Any], *also: float) -> None:
    see.fields(true)
    see.explained(true, *also)
    see.cites(true.get("_rows", ()))


@checks("signal/improvement-pace")
def pace(said: Said, case: Case, see: See) -> None:
    _told(see, truth.pace(case.bundle, said.fields["scale"]))


@checks("signal/breadth")
def breadth(said: Said, case: Case, see: See) -> None:
    true = truth.breadth(case.bundle, said.fields["of"])
    _told(see, true, round(100 * abs(true.get("change") or 0)))


@checks("signal/idea-flow")
def ideas(said: Said, case: Case, see: See) -> None:
    true = truth.ideas(case.bundle)
    _told(see, true)
    for words, field in (
        (r"(\d+) (?:was|were) tested by", "tested"),
        (r"of (\d+) nothing shows", "untried"),
        (r"(\d+) (?:is|are) stated as adopted", "adopted"),
    ):
        if found := re.search(words, said.says):
            see.claim(int(found[1]) == true[field], f"{true[field]} {field}")
    if found := re.search(r"neither tried nor decided on \((\d+)%\)", said.says):
        see.claim(abs(int(found[1]) - 100 * true["waiting_share"]) <= 0.5, f"{true['waiting_share']} of them waited")


@checks("signal/learning-loop")
def loop(said: Said, case: Case, see: See) -> None:
    _told(see, truth.loop(case.bundle))


@checks("signal/double-loop")
def questioned(said: Said, case: Case, see: See) -> None:
    _told(see, truth.questioned(case.bundle))


@checks("signal/change-mix")
def mix(said: Said, case: Case, see: See) -> None:
    _told(see, truth.mix(case.bundle))


@checks("signal/learning-together")
def together(said: Said, case: Case, see: See) -> None:
    _told(see, truth.learned_together(case.bundle))


@checks("signal/voice-answered")
def voice(said: Said, case: Case, see: See) -> None:
    _told(see, truth.voice(case.bundle, said.fields["group"]))


@checks("signal/whole-cycles")
def told_to_the_end(said: Said, case: Case, see: See) -> None:
    _told(see, truth.told(case.bundle), 1)
