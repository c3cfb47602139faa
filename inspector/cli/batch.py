"""`inspector batch`: many bundles judged at once, each as it would be by itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inspector.cli._pseudonyms import pseudonym_options, pseudonyms
from inspector.cli.register._options import key_option, register_option

if TYPE_CHECKING:
    from inspector.batch.found import Found
    from inspector.batch.kept import Kept
    from inspector.batch.run import Backend, Keeper, Known
    from inspector.batch.task import Options, Outcome

File = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path))
@click.option(
    "--framework",
    metavar="ID|PATH",
    envvar="INSPECTOR_FRAMEWORK",
    help="By which all are judged. Default: what each bundle names, else munro.",
)
@click.option(
    "--output",
    "-o",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of results: NAME.json for each, and summary.csv. A run that was stopped is taken up there.",
)
@register_option
@click.option(
    "--every-submission", is_flag=True, help="Without a PATH: all of the register, not the last of each authority."
)
@click.option(
    "--enter", is_flag=True, help="Enter each result in the register; the bundle's submission has to be there."
)
@key_option
@click.option("--jobs", type=click.IntRange(1, 1_000), help="Processes. Default: one for each core.")
@click.option(
    "--dask",
    metavar="ADDRESS|FILE",
    help="Let a Dask cluster judge: the address of its scheduler, or its scheduler file. It reads the same paths.",
)
@click.option("--tls-ca-file", type=File, help="For --dask: who vouches for the scheduler.")
@click.option("--tls-cert", type=File, help="For --dask: the certificate to show.")
@click.option("--tls-key", type=File, help="For --dask: its private key.")
@click.option(
    "--despite-problems",
    is_flag=True,
    help="Assess although rows have errors: they are left out, and what they belong to is trusted less.",
)
@pseudonym_options
@click.option("--seed", default="", metavar="TEXT", help="Draws the fieldwork's samples, as with `inspector assess`.")
@click.option(
    "--matcher",
    type=click.Choice(["auto", "durable", "reference"]),
    default="auto",
    envvar="INSPECTOR_MATCHER",
    help="What matches rules with facts. The answer is the same.",
)
def batch(
    paths: tuple[Path, ...],
    framework: str | None,
    folder: Path | None,
    register: str | None,
    every_submission: bool,
    enter: bool,
    key: Path | None,
    jobs: int | None,
    dask: str | None,
    tls_ca_file: Path | None,
    tls_cert: Path | None,
    tls_key: Path | None,
    despite_problems: bool,
    pseudonymise: bool | None,
    key_file: Path | None,
    seed: str,
    matcher: str,
) -> int:
    """Give the verdict on every bundle at the PATHs: bundles, or folders of them; without a PATH, on what a register keeps.

    Results are those of `inspector assess --format json`, byte for byte. What cannot be judged stops nothing: it is reported at
    the end, with exit code 1. The same command again does only what is not done.
    """
    from inspector.register.named import where

    tls = (tls_ca_file, tls_cert, tls_key)
    _go_together(paths, folder, register, every_submission, enter)
    backend = _backend(jobs, dask, tls)
    secret = _secret(pseudonymise, key_file, in_the_open=dask is not None and not any(tls))
    register = where(register) if register else None
    if register is not None and "://" not in register:
        register = str(Path(register).absolute())
    options = _options(framework, despite_problems, matcher, seed, secret, register)
    found = _found(paths, register, every_submission, elsewhere=dask is not None)
    keepers: list[Keeper] = [_entering(register, key)] if enter and register is not None else []
    if folder is not None:
        _room(folder, *paths, framework, key_file, register if register and "://" not in register else None)
    with _held(folder):
        return _run(found, options, backend, keepers, folder)


def _go_together(paths: tuple[Path, ...], folder: Path | None, register: str | None, every: bool, enter: bool) -> None:
    """Raise UsageError for options that do not go together."""
    if not paths and register is None:
        raise click.UsageError("Name bundles, or a register whose kept bundles are judged (--register).")
    if folder is None and not enter:
        raise click.UsageError("Say where results go: into a folder (-o FOLDER), into the register (--enter), or both.")
    if enter and register is None:
        raise click.UsageError("--enter needs --register: results are entered there.")
    if every and paths:
        raise click.UsageError("--every-submission is for a register without a PATH.")


def _found(paths: tuple[Path, ...], register: str | None, every: bool, *, elsewhere: bool) -> "tuple[Found, ...]":
    from inspector.batch.found import bundles

    if paths:
        # Whoever judges elsewhere stands in another folder.
        return tuple(one._replace(path=one.path.absolute()) if elsewhere else one for one in bundles(paths))
    from inspector.batch.registered import kept

    assert register is not None
    return kept(register, every=every)


def _entering(register: str, key: Path | None) -> "Keeper":
    from inspector.batch.registered import Registered
    from inspector.register import keys

    return Registered(register, keys.load(key, register))


def _run(
    found: "tuple[Found, ...]", options: "Options", backend: "Backend", keepers: "list[Keeper]", folder: Path | None
) -> int:
    from inspector.batch.kept import Kept
    from inspector.batch.run import run
    from inspector.cli._many import Shown

    kept, shown = Kept(folder) if folder is not None else None, Shown()
    try:
        # What is found in the folder need not be asked of the register.
        outcomes = run(found, options, backend, [*([kept] if kept else []), *keepers], shown, _known(options))
    finally:
        shown.finish()
    return _told(outcomes, kept)


def _options(
    framework: str | None, despite_problems: bool, matcher: str, seed: str, key: bytes | None, register: str | None
) -> "Options":
    """How all are judged. Raises CannotComplete where the framework cannot be used."""
    import os

    from inspector.batch.judge import EPOCH, taking_part
    from inspector.batch.task import Options
    from inspector.framework.read_by import DEFAULT
    from inspector.judging.rulebooks import load
    from inspector.judging.rulebooks import taking_part as plugins
    from inspector.version import __version__

    # Without one that is given the default is looked at all the same: most bundles name none.
    ruled = load(framework or DEFAULT).framework
    return Options(
        framework=str(Path(framework).absolute()) if framework and Path(framework).is_dir() else framework,
        framework_digest=ruled.digest,
        engine=__version__,
        despite_problems=despite_problems,
        matcher=matcher,
        seed=seed,
        plugins=taking_part(plugins(ruled)),
        limits=_limits(),
        epoch=os.environ.get(EPOCH),
        key=key,
        register=register,
    )


def _known(options: "Options") -> "Callable[[Found], Known]":
    """What says of a bundle on what else its result depends: what the register knows, the framework that it names."""
    from functools import cache

    from inspector.batch import manifests, registered
    from inspector.batch.run import Known

    register = options.register

    @cache
    def digest(name: str) -> str:
        from inspector.framework import listing
        from inspector.judging.rulebooks import load

        # What is none of these is refused by whoever judges.
        return load(name).framework.digest if name in listing() else ""

    def known(one: "Found") -> Known:
        named = ""
        if options.framework is None and one.entry is not None and register is not None:
            named = registered.framework_of(register, one.entry)
        elif options.framework is None:
            named = manifests.said(one.path, "framework")
        knows = "" if register is None else registered.known_of(register, one.path, one.entry)
        return Known(knows, digest(named) if named else "")

    return known


def _limits() -> tuple[str, ...]:
    """The limits as they are in this run, where they are not as they are by themselves."""
    from inspector.model.limits import LIMITS, most

    return tuple(f"{name}={most(name)}" for name, limit in LIMITS.items() if most(name) != limit.most)


def _secret(pseudonymise: bool | None, key_file: Path | None, *, in_the_open: bool) -> bytes | None:
    from inspector import files

    if pseudonyms(pseudonymise, key_file) is None:
        return None
    if key_file is None:
        raise click.UsageError(
            "--pseudonymise needs --key-file here: the same key for every bundle, and for the next run."
        )
    if in_the_open:
        raise click.UsageError("--pseudonymise with --dask needs TLS (--tls-ca-file, …): the key goes to the workers.")
    return files.data(key_file, "key-bytes").strip()


def _backend(jobs: int | None, dask: str | None, tls: tuple[Path | None, Path | None, Path | None]) -> "Backend":
    """Who judges. Raises UsageError for options that do not go together."""
    if dask is None:
        if any(tls):
            raise click.UsageError("--tls-ca-file, --tls-cert and --tls-key are for --dask.")
        from inspector.batch import pool
        from inspector.batch.judge import judged

        return partial(pool.outcomes, jobs=jobs or pool.cores(), judge=judged)
    if jobs is not None:
        raise click.UsageError("--jobs and --dask do not go together: a cluster has the workers it has.")
    from inspector.batch import on_dask

    return partial(on_dask.outcomes, address=dask, tls=on_dask.Tls(*tls))


def _room(folder: Path, *inputs: Path | str | None) -> None:
    """Make the folder of results. Raises UsageError where it lies over what is read or cannot be made."""
    from inspector.writing.over import lies_over

    for read in inputs:
        how = lies_over(folder, Path(read)) if read is not None else ""
        if how:
            raise click.UsageError(f"{folder} {how}; nothing was written. Name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise click.UsageError(
            f"{folder} cannot be made: {failure.strerror}. Name a folder you may write to."
        ) from None


@contextmanager
def _held(folder: Path | None) -> Iterator[None]:
    """The folder for this run alone. Raises UsageError where another has it."""
    from inspector.batch.on_dask import NoDask
    from inspector.writing.turns import Busy, held

    try:
        with held(folder, 0) if folder is not None else nullcontext():
            yield
    except Busy:
        raise click.UsageError(f"another run is writing into {folder}; wait for it, or name another folder.") from None
    except NoDask as failure:
        raise click.ClickException(str(failure)) from None


def _told(outcomes: "list[Outcome]", kept: "Kept | None") -> int:
    """Write the summary, say what could not be judged, by name, and where the results are; the exit code."""
    from inspector.batch.summary import csv_of
    from inspector.batch.task import Failed
    from inspector.cli._output import write_bytes
    from inspector.model.words import plain
    from inspector.report.harmless import cell

    summary = csv_of(outcomes, cell)
    failed = [one for one in outcomes if isinstance(one, Failed)]
    for one in failed:
        more = f" (and {len(one.says) - 1} more)" if len(one.says) > 1 else ""
        click.echo(plain(f"{one.name}: not judged, {one.why}: {one.says[0] if one.says else ''}{more}"), err=True)
    done = f"{len(outcomes) - len(failed):,} of {len(outcomes):,} judged"
    if kept is None:
        click.echo(f"{done}, each entered in the register.", err=True)
        write_bytes(summary, None)
    else:
        click.echo(f"{done}. The results and the summary: {plain(str(kept.write_summary(summary)))}")
    return int(bool(failed))
