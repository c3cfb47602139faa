"""What a reader is told of the piece shown: a measure's story, what became of a recommendation, what came of what was said."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from inspector.model.evidence import Rows
from inspector.model.months import day_month_year
from inspector.model.stories import CameOfIt, Story, Told, VoiceTold
from inspector.showing.target import Target

DECIDED = {"adopt": "adopted", "adapt": "adapted", "abandon": "abandoned"}
Said = tuple[str, str]
Shown = Callable[[Sequence[Rows]], bool]
"""Whether some of these rows are among those shown."""


def told_of(target: Target, told: Told, shown: Shown) -> tuple[Said, ...]:
    """Sentences about a record, rows or an indicator, each with the id of what it tells; of all else none."""
    if target.sort == "indicator":
        return tuple(said for one in told.stories if one.indicator == target.name for said in _story(one))
    if target.sort not in ("record", "rows"):
        return ()
    return tuple(dict.fromkeys((*_of_tests(told, shown), *_of_records(told, shown))))


def _story(one: Story) -> Iterator[Said]:
    yield one.indicator, one.says
    yield from ((one.indicator, doubt) for doubt in one.doubts)


def _of_tests(told: Told, shown: Shown) -> Iterator[Said]:
    """The stories of gains that a test shown is said to carry, and what was said that it is said to have come of."""
    for story in told.stories:
        if any(test.claimed and shown(test.rows) for test in story.tests):
            yield story.indicator, story.says
    for voice in told.voices:
        for one in voice.came:
            if shown(one.rows):
                words = _ended(f": “{voice.said}”") if voice.said else ", in words that are not stated."
                yield voice.voice, f"Test {one.entry} is said to have come of what {_who(voice)} said{words}"


def _of_records(told: Told, shown: Shown) -> Iterator[Said]:
    yield from ((one.recommendation, one.became) for one in told.recommendations if shown(one.rows))
    for voice in told.voices:
        if shown(voice.rows):
            yield from ((voice.voice, says) for says in _came(voice))


def _ended(quoted: str) -> str:
    """With a full stop, where the words quoted do not end with one of their own."""
    return quoted if quoted[-2:-1] in (".", "?", "!") else f"{quoted}."


def _who(voice: VoiceTold) -> str:
    return voice.title or ("the front line" if voice.group == "front-line" else voice.group)


def _came(voice: VoiceTold) -> Iterable[str]:
    """What is said to have come of what was said."""
    for one in voice.came:
        yield _ended(f"Said to have come of it: test {one.entry}, {_decided(one)}: “{one.aim}”{_not(one)}")
    for id in voice.missing:
        yield f"Said to have come of it: {id}, which the log lacks."
    if not voice.came and not voice.missing:
        yield "Nothing is said to have come of it."


def _decided(one: CameOfIt) -> str:
    if one.decided is None:
        return "of which no decision is stated"
    on = f" on {day_month_year(date.fromisoformat(one.decided_on))}" if one.decided_on else ""
    return f"{DECIDED[one.decided]}{on}"


def _not(one: CameOfIt) -> str:
    """Why it can hardly have come of it."""
    if one.aside:
        return f", which does not count ({one.aside})"
    return ", which was tried before that was said" if one.before else ""
