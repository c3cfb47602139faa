"""What differs between two frameworks, in words."""

from typing import Literal, NamedTuple

from inspector.model.problems import Where

Sort = Literal["framework", "theme", "rule", "row", "table", "waiver"]
Differs = Literal["new", "gone", "stricter", "looser", "other", "same", "concludes-otherwise", "moved", "words"]
"""`stricter`: it fires or holds for less evidence, and for none besides; `looser` the other way round; `other`: both, or nobody
knows. `same`: written otherwise, and the same of all evidence. `words`: it only says it otherwise."""


class Shown(NamedTuple):
    """Evidence of which two frameworks make something else: what each makes of it, and the case as it stands by the new one."""

    then: str
    now: str
    case: str


class Change(NamedTuple):
    """A difference. `says` are sentences; `told` whether `differs` was found out, or only read off the files.

    `late`: time ran out before it was known whether there is evidence of it, so that some may be there that is not shown.
    """

    sort: Sort
    id: str
    differs: Differs
    says: tuple[str, ...]
    where: Where
    told: bool = True
    shown: tuple[Shown, ...] = ()
    late: bool = False


class Of(NamedTuple):
    """One of the two frameworks, and where it was read."""

    id: str
    version: str
    digest: str
    path: str


class Changes(NamedTuple):
    """Everything in which two frameworks differ. `solver`: whether a solver could be asked, or their cases alone."""

    old: Of
    new: Of
    solver: bool
    changes: tuple[Change, ...]
