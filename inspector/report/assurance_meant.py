"""What the words of assurance mean, for whoever asks by their names."""

from inspector.judging.settling import Workings
from inspector.model.assurance import SAID, named

NAMES = ("assurance", *SAID)
_TEXTS = {
    "assurance": """Who vouches for a verdict. It stands beside the verdict and never instead of it: a service that improves, on
paper, improves by what it wrote itself. That is no reproach: nobody else has looked yet.

on-paper < committed < verified

It is the weakest among the pieces of evidence without which the verdict would be lower. A verdict that hangs
on none (nothing could make it lower) cannot be verified: it is on paper, or committed. A visit never makes a
verdict, a standing or the trust in a piece of evidence higher than they are on paper; it makes them surer, or
lower.""",
    "on-paper": """The authority alone vouches for the verdict: nobody has looked on site, or not at enough rows. `inspector
margin BUNDLE` says how many rows would have to be wrong for the verdict to be lower, and `inspector visit
plan` draws those that an inspector should look at.""",
    "committed": """What carries the verdict was handed in before anybody could know what it would be good for. A test is
committed when a submission received within 91 days of its start holds it with its prediction and the measure
that it names as now, no later one knows of another start, and the figures held by then do not show the gain
that it could claim. A figure is, when one received within 91 days of the end of its period holds it and it
says the same now; or when a later one does, and every one since, before any gain of the measure was to be
seen. A few that were corrected since, and say so, count all the same. Rows of other kinds are committed as
figures are, by their own day. The verdict is committed when it is the same judged anew without all rows that
are not. Earlier submissions come from a register (`--register`), or one by one (`--earlier`); a register or a
receipt says on which day each was received, and whose key it was. Bundles alone say that themselves, and then
nobody else vouches for it.

A gain is foretold when a committed test, begun no more than 6 months before the gain can have begun, names
the measure, and the register of indicators held with it says which way is better, before the figures held
show the gain.""",
    "verified": """Somebody looked on site at rows that were drawn after the bundle was sealed into a plan, and found so few that
are not as written that, at 95 %, those which could be are too few to lower the verdict. That holds for every
piece of evidence without which the verdict would be lower. Rows drawn without that guarantee (by what a lie
would gain, or by a seed that could be known beforehand) never give it.""",
}


def text(name: str) -> str:
    """What `assurance`, or one of its words, means."""
    head = f"{name} (who vouches for a verdict)" if name == "assurance" else f"{name} (a word of assurance)"
    return f"{head}\n\n{_TEXTS[name]}"


def here(workings: Workings, _: str) -> str:
    """The verdict on a bundle with its assurance, and what is missing for the next word."""
    found = workings.inspection.verdict
    lines = [f"In this bundle the verdict is {found.said}. {found.assured.says}"]
    if found.assured.commitment is not None:
        lines += [found.assured.commitment.says, *(f"  - {one.says}" for one in found.assured.commitment.foretold)]
    lines += [f"  - {named(one.evidence, one.part)}: {one.says}" for one in found.assured.pieces]
    after = found.assured.for_next
    if after is not None:
        lines += [
            f"To be {after.word}: {after.says}",
            *(f"  - {named(one.evidence, one.part)}: {one.says}" for one in after.wanted),
        ]
    return "\n".join(lines)
