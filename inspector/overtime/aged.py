"""What was attested and judged then, and whether it still holds on the last day of now's period."""

from collections.abc import Iterator

from inspector.model.comparison import NOTHING, Aged, Cited
from inspector.overtime.citing import cited
from inspector.report.document.shape import Document


def aged(then: Document, now: Document) -> tuple[Aged, ...]:
    """Attestations in the order of the evidence, then judgements by theme."""
    return (*_attested(then, now), *_judged(then, now))


def _attested(then: Document, now: Document) -> Iterator[Aged]:
    there = {one["id"]: one for one in now.get("attestations", ())}
    day = now["bundle"]["period"]["end"]
    for one in then.get("attestations", ()):
        again = there.get(one["id"])
        if not one["counts"]:
            state, says = "counts-for-nothing", f"It counted for nothing then: {one['why']}."
        elif again is not None:
            state = "holds" if again["counts"] else "counts-for-nothing"
            says = f"It is submitted again: {again['says']}"
        elif one["expires_on"] is not None and one["expires_on"] < day:
            state = "expired"
            says = f"It expired on {one['expires_on']}, as long unseen as seen: it vouches for nothing now."
        else:
            until = f"holds until {one['expires_on']}" if one["expires_on"] else "does not age"
            state = "holds"
            says = f"It {until}, of what it looked at; it is not among what is submitted now, and counts for nothing."
        yield Aged(
            sort="attestation",
            id=one["id"],
            by=one["by"],
            on=one["looked_on"],
            expires_on=one["expires_on"],
            state=state,
            says=f"{one['by']} looked at {one['about']} on {one['looked_on']}. {says}",
            then=cited([one["id"]], one["rows"]),
            now=cited([again["id"]], again["rows"]) if again else NOTHING,
        )


def _judged(then: Document, now: Document) -> Iterator[Aged]:
    stands = {one["theme"]: one["standing"] for one in now["themes"]}
    day = now["bundle"]["period"]["end"]
    for theme in then["visit"]["themes"] if "visit" in then else ():
        for own in theme["judged"]:
            on, expires = own.get("on"), own.get("expires_on")
            says = f"{own['by']} judged '{theme['title']}' to stand at {own['standing']}"
            says += f" on {on}. " if on else ", on a day that the older result does not say. "
            if expires is None:
                state, more = "cannot-tell", "When it expires is not said there."
            elif expires < day:
                state, more = "expired", f"It expired on {expires}: it is of a time as long ago as it was long."
            else:
                state, more = "holds", f"It holds until {expires}, of the submission that was looked at."
            now_at = f" The theme stands at {stands[theme['theme']]} now." if theme["theme"] in stands else ""
            yield Aged(
                sort="judgement",
                id=theme["theme"],
                by=own["by"],
                on=on,
                expires_on=expires,
                state=state,
                says=f"{says}{more} No verdict counts it.{now_at}",
                then=Cited(names=(f"standing/{theme['theme']}",)),
                now=Cited(names=(f"standing/{theme['theme']}",)) if now_at else NOTHING,
            )
