"""What the words of assurance mean, for whoever asks by their names."""

from inspector.inspection import Workings
from inspector.model.assurance import SAID, named

NAMES = ("assurance", *SAID)
_TEXTS = {
    "assurance": """Who vouches for a verdict. It stands beside the verdict and never instead of it: a service that improves, on
paper, improves by its own papers, which a patient liar could have written too.

on-paper < committed < verified

It is the weakest among the pieces of evidence without which the verdict would be lower. A verdict that hangs
on none (nothing could make it lower) is on paper. A visit never makes a verdict, a standing or the trust in a
piece of evidence higher than they are on paper; it makes them surer, or lower.""",
    "on-paper": """The authority alone vouches for the verdict: nobody has looked on site, or not at enough rows. `inspector
margin BUNDLE` says how many rows would have to be false for the verdict to be lower, and `inspector visit
plan` draws those that an inspector should look at.""",
    "committed": """The evidence was sealed and registered before anybody could know what it would be judged for. Nothing gives
this word yet: it needs a register of earlier submissions, and Inspector keeps none so far. A seal alone does
not give it.""",
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
    lines += [f"  - {named(one.evidence, one.part)}: {one.says}" for one in found.assured.pieces]
    after = found.assured.for_next
    if after is not None:
        lines += [
            f"To be {after.word}: {after.says}",
            *(f"  - {named(one.evidence, one.part)}: {one.says}" for one in after.wanted),
        ]
    return "\n".join(lines)
