"""What stands first in every format: the verdict, who vouches for it, what speaks for and against it, what to ask."""

from typing import NotRequired, TypedDict

from inspector.model.ladder import VerdictWord


class Held(TypedDict):
    """A theme at a glance: `step` counts from 0 (silent) to 4 (lasting), `low` and `high` what doubt leaves it.

    `by` says in words what carries it to where it stands, or what holds it there: then `held`. `finding` is the id of that
    finding; empty where nothing was found, and `by` says why. `brief` is a short title, or the title again.
    """

    theme: str
    title: str
    brief: str
    standing: str
    word: str
    step: int
    low: int
    high: int
    by: str
    held: bool
    finding: str


class Point(TypedDict):
    """A finding or an objection as it is said, with its id in brackets and a measure where it has one.

    `sort` is `finding`, or that of the objection. `brief` says the same in fewer words, where its rule has such words or the fact
    about its measure does; `title` is the title of that measure, with which it begins.
    Of a finding `under` is the title of its theme, `supports` the standing that it supports and `limit` the one that it holds to.
    Of a question `whom` says whom to ask in a sentence, `people` in their names alone, and `moves` what the answer could move; of
    what it hangs on `verdict` is the word of the other verdict.
    """

    id: str
    says: str
    sort: NotRequired[str]
    indicator: NotRequired[str]
    title: NotRequired[str]
    brief: NotRequired[str]
    under: NotRequired[str]
    supports: NotRequired[str]
    limit: NotRequired[str]
    whom: NotRequired[str]
    people: NotRequired[str]
    moves: NotRequired[str]
    verdict: NotRequired[VerdictWord]


class Doubt(TypedDict):
    """Figures or records that are doubtful for one reason, the first of which tells where more is, and why."""

    about: list[str]
    says: str


class Front(TypedDict):
    """What five minutes need. All texts are those of the document, or of the phrases of the language; nothing is judged here.

    `better` and `worse` are the findings of each direction that stand, the strongest first and one a measure (`ranking`);
    `against` is the case against the verdict: the findings that point the other way, so ranked, then the other objections;
    `hangs_on` what the verdict would be without a piece of evidence, and `margin` how many rows that takes; `ask` what to ask
    first and whom; `absent` what was not submitted. `could_be` is empty where nothing that is missing would change the verdict.
    `brief` says what `says` does in few words, and is empty where the framework has none.
    `counts` has `themes`, `silent`, `findings`, `better`, `worse`, `neither`, `withdrawn`, `objections`, `questions` (about the
    evidence), `enquiries` and `remarks`.
    """

    authority: str
    period: str
    verdict: str
    said: str
    could_be: str
    assurance: str
    says: str
    brief: str
    vouched: str
    themes: list[Held]
    better: list[Point]
    worse: list[Point]
    against: list[Point]
    hangs_on: list[Point]
    margin: str
    doubtful: list[Doubt]
    absent: list[Point]
    ask: list[Point]
    counts: dict[str, int]
