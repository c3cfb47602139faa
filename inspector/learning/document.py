"""A library as its document, and as text."""

from inspector.learning import shape
from inspector.learning.lessons import Lesson
from inspector.learning.library import Library, key_of
from inspector.model.words import agree, plural


def document(found: Library) -> shape.LearningDocument:
    """The document of a library as plain values."""
    return {
        "format": "inspector-learning",
        "version": 1,
        "measure": found.measure or None,
        "agreed": found.agreed,
        "others": found.others,
        "tried": [
            {"measure": one.measure, "title": one.title, "places": one.places, "held": one.held} for one in found.tried
        ],
        "lessons": [_lesson(one) for one in found.lessons],
    }


def _lesson(one: Lesson) -> shape.Lesson:
    made: shape.Lesson = {
        "measure": key_of(one),
        "title": one.title,
        "authority": one.authority,
        "ask": one.ask,
        "period_end": one.period_end,
        "assurance": one.assurance,  # type: ignore[typeddict-item]
        "test": one.entry,
        "aim": one.aim,
        "prediction": one.prediction,
        "lesson": one.lesson,
        "decision": one.decision,
        "order": one.order,  # type: ignore[typeddict-item]
        "small": one.small,
        "held_months": one.held_months,
        "gain_probability": one.probability,
        "held_probability": one.held,
        "false_share": one.false_share,
        "says": list(one.says),
    }
    if one.invented:
        made["invented"] = True
    if one.exposed:
        made["exposed"] = True
    return made


def paragraphs(found: Library) -> list[tuple[str, str]]:
    """The library as paragraphs of text, each with what stands before its lines."""
    consent = f"without {agree(found.others, 'its', 'their')} consent"
    others = f" Of {plural(found.others, 'other')} nothing is read: without a result, or {consent}." * bool(
        found.others
    )
    agreed = f"{found.agreed} {agree(found.agreed, 'authority', 'authorities')}"
    lines = [("", f"What {agreed} tried, who agreed that others learn from it.{others}"), ("", "")]
    for tried in found.tried:
        mine = [one for one in found.lessons if key_of(one) == tried.measure]
        held = f"in {tried.held or 'none'} of {tried.places}"
        said = f"{plural(tried.places, 'place')} {agree(tried.places, 'has', 'have')} tests that name it; a gain that held came"
        lines += [
            ("", f"{tried.title} ({tried.measure})"),
            ("  ", f"{said} with or after a small test that was kept {held}."),
        ]
        for one in mine:
            lines += [("", ""), *_told(one)]
        lines.append(("", ""))
    return lines


def _told(one: Lesson) -> list[tuple[str, str]]:
    invented = ", which does not exist" * one.invented
    said = [f'"{one.aim}"', f"{one.authority}{invented}, test {one.entry}."]
    said += [f'Predicted: "{one.prediction}"'] * bool(one.prediction) + [*one.says, sure(one), f"Ask: {one.ask}"]
    return [("  " if i == 0 else "    ", text) for i, text in enumerate(said)]


VOUCHED = {
    "on-paper": "the authority alone",
    "committed": "a submission that was received earlier",
    "verified": "somebody who looked on site",
}


def sure(one: Lesson) -> str:
    """How sure one can be that the test and the gain belong together, in words."""
    share = round(100 * one.false_share)
    chance = f"{f'About {share}' if share else 'Fewer than 1'} in 100 matches as near as this would be chance"
    kept = f"{plural(one.small, 'small test')} that {agree(one.small, 'was kept lies', 'were kept lie')} near it"
    vouched = f"{VOUCHED[one.assurance][0].upper()}{VOUCHED[one.assurance][1:]} vouches for that result"
    more = " What it rests on is open to being shaped, and nobody else checked it." * one.exposed
    return f"{chance}; {kept}. {vouched}.{more}"
