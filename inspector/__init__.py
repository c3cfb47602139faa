"""Inspector asks public services what they are doing to improve.

    >>> import inspector
    >>> found = inspector.assess("evidence/examples/brackenshire")
    >>> found
    <Inspection of Brackenshire County Council, 2023-04-01 to 2026-03-31: improving, on paper (munro ...)>
    >>> found.findings_frame().filter(direction="worse").columns[:3]
    ['finding', 'rule', 'theme']

`assess` gives the verdict on a bundle, `check` says what is wrong in one, `trend` judges any series of figures,
`explain` says what a name means, `frameworks` lists what can be asked. What cannot be done raises `CannotComplete`,
whose text says in words what is wrong, where, what was expected and the likely fix.

Nothing heavy is imported until one of them is called, and nothing ever leaves the machine.
"""

from inspector.version import __version__

# As `typing.TYPE_CHECKING`, which readers' tools take for true; importing `typing` alone would double what a start costs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Literal

    from inspector.door.problems import Problems
    from inspector.door.result import Result
    from inspector.door.texts import FrameworkListed, Text
    from inspector.door.trends import Trends
    from inspector.inspection import ProblemsInEvidence
    from inspector.model.inspection import Inspection
    from inspector.model.problems import CannotComplete, Problem

__all__ = [
    "CannotComplete",
    "Inspection",
    "Problem",
    "Problems",
    "ProblemsInEvidence",
    "Result",
    "Trends",
    "__version__",
    "assess",
    "check",
    "explain",
    "frameworks",
    "trend",
]


def assess(
    path: "str | os.PathLike[str]",
    framework: "str | os.PathLike[str] | None" = None,
    *,
    matcher: 'Literal["auto", "durable", "reference"]' = "auto",
    despite_problems: bool = False,
    earlier: "str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | None" = None,
    seed: str = "",
    pseudonymise: bool = False,
    key_file: "str | os.PathLike[str] | None" = None,
    visit: "str | os.PathLike[str] | None" = None,
    register: "str | os.PathLike[str] | None" = None,
    receipts: "Sequence[str | os.PathLike[str]]" = (),
    receipt_key: "str | os.PathLike[str] | None" = None,
    register_key: "str | os.PathLike[str] | None" = None,
) -> "Result":
    """Inspect a bundle and give the verdict with everything it rests on.

    `path` is a folder or zip with a `datapackage.json`. `framework` is an id (`frameworks()` lists them) or a folder;
    else the one that the bundle names, else `munro`. With an `earlier` submission or several, rows that were rewritten
    since are asked about, and what they held in time is committed (`.verdict.assured.commitment`); a `register` (a path
    or URL) knows them too, and vouches for the days on which they came, as `receipts` do for bundles that are given,
    with the public key `receipt_key`; `register_key` is the one that the register has to be signed by. `seed` draws the
    fieldwork's samples, so that nobody can foresee them. `pseudonymise` replaces the ids of children and workers by
    keyed hashes; the key is that of `key_file`, else one that is thrown away. `matcher` chooses what matches rules with
    facts; the answer is the same. With the folder of a `visit`, what was found on site comes back into the verdict
    (`.visit`, `.verdict.assurance`), which is never higher for it.

    The result is an `Inspection` (frozen: `.verdict`, `.themes`, `.findings`, `.facts`, …) with frames
    (`findings_frame()`, `themes_frame()`, `facts_frame()`, `series_frame()`, `traces_frame()`), `write_html(path)` and
    `write_json(path)`. The same bundle, framework and plugins give the same bytes on every machine.

    Raises `CannotComplete` where bundle or framework cannot be read, and its subclass `ProblemsInEvidence` where rows
    have errors, unless `despite_problems`: then those rows are left out and what they belong to is trusted less.

    >>> found = assess("evidence/examples/harrowmere")
    >>> found.verdict.verdict
    'emerging'
    >>> found.facts_frame("trajectory").filter(call="sudden-gain").select("indicator", "onset").columns
    ['indicator', 'onset']
    """
    from inspector.door.asking import assessed

    return assessed(
        path, framework, matcher, despite_problems, earlier, seed, pseudonymise, key_file, visit, register, receipts, receipt_key,
        register_key,
    )  # fmt: skip


def check(
    path: "str | os.PathLike[str]",
    *,
    probes: bool = False,
    notified_on: "datetime.date | str | None" = None,
    pseudonymise: bool = False,
    key_file: "str | os.PathLike[str] | None" = None,
    framework: "str | os.PathLike[str] | None" = None,
) -> "Problems":
    """Say what is wrong in a bundle, where, and how to mend it.

    `path` is a folder or zip with a `datapackage.json`, or Annex A lists alone (a workbook, a folder of CSVs). With
    `probes`, what a probe would ask is asked too (`.traces`); `notified_on` is when the inspection was announced,
    where no manifest says so. Rows may have words of `framework` beside ours, else of the one that the bundle names.

    The problems are a sequence, false where there is none; they print as `inspector check` does. `problems_frame()`
    has one row each. A bundle with problems raises nothing: only where not even a manifest can be read,
    `CannotComplete` is raised.

    >>> check("evidence/examples/harrowmere")
    <Problems of harrowmere: 0 errors, 0 queries>
    """
    from inspector.door.asking import checked

    return checked(path, probes, notified_on, pseudonymise, key_file, framework)


def trend(
    source: "str | os.PathLike[str] | Mapping[str, Iterable[Any]] | Iterable[Mapping[str, Any]] | Any",
    *,
    better: 'Literal["up", "down"] | None' = None,
    rebase: "Iterable[datetime.date | str] | datetime.date | str" = (),
    baseline: int | None = None,
    two_in_three: 'Literal["package", "making-data-count"]' = "package",
    screen: bool = True,
    name: str = "data",
) -> "Trends":
    """Say what each series did, how surely, since when, and whether it held.

    `source` is the path of a CSV or workbook, or a table in memory: a frame of Polars or pandas, an Arrow table, rows
    as mappings, or a mapping of columns. Each row has a `period` (a date, or text such as `2024-05`, `May 2024`,
    `2024-Q1`, `2023/24`) and a `value`, or a `numerator` and its `denominator`; `series` names the series, `better`
    says `up` or `down`. `name` stands for both where there is neither a file nor a column `series`.

    `better` counts for series that say nothing themselves (else `up` is assumed). `rebase` (days on which new limits
    start), `baseline` (take mean and limits from the first so many points, 12 or more), `two_in_three` and `screen`
    change the XmR chart, never the judgement.

    The series are a sequence, also by name; `frame()` has one row a series, `series_frame()` one row a figure. Rows
    that cannot be read as meant are left out and told in `.problems`; rows of a table in memory are counted from 1.
    Raises `CannotComplete` where the file or table as a whole cannot be read, and for arguments that mean nothing.

    >>> months = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]
    >>> trend({"period": months, "value": [10, 11, 12, 11] * 3 + [16, 17, 18, 17] * 3}, name="visits")["visits"]
    <Trend of visits: 24 points, sudden-gain (probability ...)>
    """
    from inspector.door.trends import drawing, trends

    return trends(source, better, drawing(rebase, baseline, two_in_three, screen), name)


def explain(
    name: str,
    *,
    framework: "str | os.PathLike[str] | None" = None,
    bundle: "str | os.PathLike[str] | None" = None,
    despite_problems: bool = False,
    pseudonymise: bool = False,
    key_file: "str | os.PathLike[str] | None" = None,
) -> "Text":
    """Say what a finding, rule, theme, probe, signal, lint or problem means; with a `bundle`, why it fired there or
    did not.

    Rules and themes are those of `framework`, else of the one that the bundle names, else of `munro`. The text is a
    string that prints with its lines. With `pseudonymise` the ids of children and workers are replaced as by `assess`.
    Raises `CannotComplete` for a name that nobody knows, with those that are near,
    and as `assess` does.

    >>> explain("trajectory").splitlines()[0]
    'trajectory (signal)'
    """
    from inspector.door.asking import explained

    return explained(name, framework, bundle, despite_problems, pseudonymise, key_file)


def frameworks() -> "tuple[FrameworkListed, ...]":
    """The frameworks that can be applied by their id: those that ship with Inspector, and those of installed plugins.

    Each has `id`, `version`, `title`, `question` and `plugin` (empty for ours). Raises `CannotComplete` where a
    plugin's cannot be read.

    >>> [one.id for one in frameworks()]
    ['munro', 'patient-safety-learning']
    """
    from inspector.door.texts import listed

    return listed()


_ROOMS = {
    "CannotComplete": "inspector.model.problems",
    "Inspection": "inspector.model.inspection",
    "Problem": "inspector.model.problems",
    "Problems": "inspector.door.problems",
    "ProblemsInEvidence": "inspector.inspection",
    "Result": "inspector.door.result",
    "Trends": "inspector.door.trends",
}
"""Where the classes live. They are imported when somebody asks for one: each brings libraries that a start should not
wait for."""


def __getattr__(name: str) -> object:
    """A class of `__all__`, imported now. What it is can be seen above, where readers' tools look for it."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'inspector' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__} - {"TYPE_CHECKING", "_ROOMS"})
