"""What is neither rule nor row: themes and their weights, the question, what is known and expected, waivers."""

from collections.abc import Iterator

from inspector.model.framework_changes import Change, Differs
from inspector.model.own_words import WORD_SORTS, OwnWord
from inspector.model.rules import Framework
from inspector.model.waivers import Waiver
from inspector.workbench.other_rules import REST, TELLS, bare

NAMES = {
    "title": "its title",
    "question": "its question",
    "sources": "its list of sources",
    "derivations": "what is worked out of records",
    "indicators": "the list of measures that it knows",
    "fields": "the list of fields in which improvement can take place",
    "core": "what it expects of everybody",
}


def rest(old: Framework, new: Framework) -> Iterator[Change]:
    """What the framework as a whole says otherwise."""
    if old.id != new.id:
        says = f"they are two frameworks, {old.id} and {new.id}"
        yield Change("framework", new.id, "other", (says,), new.place("id"))
    for name in (name for name in REST if name in NAMES and bare(getattr(old, name)) != bare(getattr(new, name))):
        text = f": {getattr(new, name)!r}, before {getattr(old, name)!r}" if name in ("title", "question") else ""
        differs: Differs = "words" if name in TELLS else "other"
        yield Change("framework", name, differs, (f"{NAMES[name]} differs{text}",), new.place(name))


def own_words(old: Framework, new: Framework) -> Iterator[Change]:
    """Words of the framework's own that are new or gone, count as something else, or are called otherwise."""
    for sort in WORD_SORTS:
        before, after = ({one.id: one for one in each.words.of(sort)} for each in (old, new))
        for name, one in after.items():
            then = before.get(name)
            if then is None:
                yield _word("new", f"{name} is a new word for {sort}{_as(one)}", one)
            elif then.counts_as != one.counts_as:
                yield _word("other", f"{name} of {sort} counts as {_what(one)}, and counted as {_what(then)}", one)
            elif then.title != one.title:
                yield _word("words", f"{name} of {sort} is called {one.title!r}, before {then.title!r}", one)
        for name, one in before.items():
            if name not in after:
                yield _word("gone", f"{name} is no word for {sort} any more", one)


def _word(differs: Differs, says: str, one: OwnWord) -> Change:
    return Change("framework", "words", differs, (says,), one.where)


def _what(one: OwnWord) -> str:
    return one.counts_as or "itself"


def _as(one: OwnWord) -> str:
    return f", which counts as {one.counts_as}" if one.counts_as else ""


def themes(old: Framework, new: Framework) -> Iterator[Change]:
    """Themes that are new or gone, weigh otherwise, or are called or asked otherwise."""
    before, after = {theme.id: theme for theme in old.themes}, {theme.id: theme for theme in new.themes}
    for name, theme in after.items():
        if name not in before:
            yield Change(
                "theme", name, "new", (f"{name} is a new theme, with the weight {theme.weight:g}",), theme.where
            )
            continue
        one = before[name]
        if one.weight != theme.weight:
            more = "more" if theme.weight > one.weight else "less"
            says = f"{name} counts {more} in the score: its weight is {theme.weight:g}, and was {one.weight:g}"
            yield Change("theme", name, "other", (says,), theme.where)
        if (one.title, one.brief, one.asks, one.evidence) != (theme.title, theme.brief, theme.asks, theme.evidence):
            yield Change("theme", name, "words", (f"{name} is called or asked otherwise",), theme.where)
    for name, theme in before.items():
        if name not in after:
            yield Change("theme", name, "gone", (f"{name} is no theme any more",), theme.where)


def waivers(old: Framework, new: Framework) -> Iterator[Change]:
    """Lints that were told to be silent since, and those that may speak again."""
    before, after = _waived(old), _waived(new)
    for key, one in after.items():
        if key not in before:
            says = f"{one.lint} is silent on {one.of} until {one.until}, by {one.by}: {one.because}"
            yield Change("waiver", f"{one.lint} of {one.of}", "new", (says,), one.where)
    for key, one in before.items():
        if key not in after:
            says = f"{one.lint} speaks of {one.of} again"
            yield Change("waiver", f"{one.lint} of {one.of}", "gone", (says,), one.where)


def _waived(one: Framework) -> dict[tuple[str, ...], Waiver]:
    found = [*one.waive, *(waiver for part in (*one.themes, *one.rules, *one.verdicts) for waiver in part.waive)]
    return {(w.lint, w.of, w.because, w.by, w.until): w for w in found}
