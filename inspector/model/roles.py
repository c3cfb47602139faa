"""What a rule may conclude from a field, by its role: the ladder's law in words."""

from collections.abc import Mapping

from inspector.model.facts import Role

MAY: Mapping[Role, str] = {
    "name": "which thing the fact is of; nothing follows from it",
    "declared": "what the authority says of itself, a plan or a claim: a rule may conclude `stated` from it, and no more",
    "activity": "work recorded as it happens: with it a rule may conclude `doing`",
    "measured": "a change, or what became of one, that figures or others show: with it a rule may conclude `showing`, and "
    "`lasting` where it held",
    "doubt": "how sure one may be, or what speaks against relying on it: it guards what other fields show, and no standing "
    "follows from it alone",
}
"""By role what may be concluded, in the order of the ladder; doubt last."""
IN_SHORT: Mapping[Role, str] = {
    "name": "nothing follows from it",
    "declared": "`stated` at most",
    "activity": "`doing` at most",
    "measured": "`showing`, and `lasting` where it held",
    "doubt": "no standing by itself",
}
"""The same for where there is room for a few words."""
NOT_STATED = "not stated: whoever wrote the signal did not say what may be concluded from it"
"""Of a field without a role."""
HANGS_ON_RULES = "as much as the rules it comes from may conclude"
"""Of findings, standings and what is counted of them."""
