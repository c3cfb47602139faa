"""What goes to a worker and what comes back: plain values, the same for a process beside and for a machine elsewhere."""

from typing import Literal, NamedTuple

Why = Literal["unreadable", "errors-in-rows", "memory", "killed", "machine", "fault", "refused"]
"""Why a bundle was not judged: it cannot be read; its rows have errors; too little memory; its worker ended; the machine's
fault (a full disk, a permission); a fault of ours; judged by another engine, framework or of other files than was asked."""


class Options(NamedTuple):
    """How every bundle of a run is judged. Without a `framework` it is the one that the bundle names.

    `limits` are as `--limit` takes them; `epoch` is `SOURCE_DATE_EPOCH`, if it is set; `plugins` are the installed packages that
    have a part in the results, each with its version.
    """

    framework: str | None
    framework_digest: str
    engine: str
    despite_problems: bool = False
    matcher: str = "auto"
    seed: str = ""
    plugins: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    epoch: str | None = None
    key: bytes | None = None
    """The key of `--pseudonymise`; None where identifiers stay."""
    register: str | None = None
    """The register that knows of earlier submissions, if one is asked."""


class Task(NamedTuple):
    """One bundle to be judged. `content` is the digest over its files as they were when the task was made.

    `entry`: the submission of the register whose kept files it is, in the place of a path. `known` is a digest over what the
    register holds of the authority; `framework_digest` that of the framework which the bundle names, where none is given for all.
    """

    name: str
    path: str
    content: str
    options: Options
    entry: int | None = None
    known: str = ""
    framework_digest: str = ""

    @property
    def by(self) -> str:
        """The digest of the framework by which it is judged."""
        return self.framework_digest or self.options.framework_digest


class Told(NamedTuple):
    """What a summary says of a result: nothing that one bundle could be ranked by but its verdict, in words."""

    authority: str
    period_start: str
    period_end: str
    verdict: str
    assurance: str
    standings: tuple[tuple[str, str], ...]
    """Of every theme where it stands; of one that stands nowhere though something was submitted on it, why."""
    digest: str
    root: str
    engine: str
    framework: str
    framework_version: str
    framework_digest: str


class Judged(NamedTuple):
    """A result: its bytes as `inspector assess --format json` writes them, and what a summary says of it."""

    name: str
    result: bytes
    told: Told


class Failed(NamedTuple):
    """A bundle that was not judged, why, and what there is to say of it, in lines that may be shown."""

    name: str
    why: Why
    says: tuple[str, ...]


Outcome = Judged | Failed


class Refused(Exception):
    """One result cannot be kept, in words; others can."""
