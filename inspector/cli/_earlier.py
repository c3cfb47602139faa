"""The options that name earlier submissions, and who vouches for when they were received."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from inspector.judging.settling import Workings
    from inspector.register.recalled import Recall

Command = TypeVar("Command", bound=Callable[..., Any])


class Earlier(NamedTuple):
    """What was named: bundles, a register and the public key that signed it, receipts and the public key of these."""

    bundles: tuple[Path, ...] = ()
    register: str | None = None
    receipts: tuple[Path, ...] = ()
    key: Path | None = None
    register_key: Path | None = None

    @property
    def files(self) -> tuple[Path | str | None, ...]:
        """All that is read."""
        place = None if self.register is None or "://" in self.register else self.register
        return (*self.bundles, place, *self.receipts, self.key, self.register_key)

    def recall(self) -> "Recall | None":
        """What remembers earlier submissions; None where only bundles are named. Raises CannotComplete."""
        if self.register is None and not self.receipts:
            return None
        from inspector.register.recalled import recalled

        return recalled(self.register, self.receipts, self.key, signed_by=self.register_key)

    def committed(self, workings: "Workings") -> "Workings":
        """The same with the assurance that they give."""
        if not self.bundles and self.register is None:
            return workings
        from inspector.committing import committed

        return committed(workings)


def earlier_options(command: Command) -> Command:
    """Add `--earlier`, `--register`, `--receipt` and their keys; the command is given `earlier`, an `Earlier`."""

    def called(
        *args: Any,
        earlier: tuple[Path, ...],
        register: str | None,
        receipts: tuple[Path, ...],
        receipt_key: Path | None,
        register_key: Path | None,
        **others: Any,
    ) -> Any:
        if receipt_key is not None and not receipts:
            raise click.UsageError("--receipt-key needs --receipt: nothing else is done with the key.")
        if register_key is not None and not register:
            raise click.UsageError("--register-key needs --register: nothing else is done with the key.")
        found = Earlier(earlier, register or None, receipts, receipt_key, register_key)
        return command(*args, earlier=found, **others)

    called.__doc__, called.__name__ = command.__doc__, command.__name__
    found: Any = called
    found.__click_params__ = getattr(command, "__click_params__", [])
    for option in reversed(_OPTIONS):
        found = option(found)
    return found  # type: ignore[no-any-return]


_OPTIONS = (
    click.option(
        "--earlier",
        multiple=True,
        type=click.Path(path_type=Path),
        help="An earlier submission of the same authority, repeatable: rows rewritten since are asked about, and what it held "
        "in time is committed.",
    ),
    click.option(
        "--register",
        "-r",
        metavar="FILE|URL",
        envvar="INSPECTOR_REGISTER",
        help="A register of submissions: what it holds of the authority's earlier ones, with the days on which they came. "
        "INSPECTOR_REGISTER says it for all commands.",
    ),
    click.option(
        "--register-key",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The public key (.pub) that the register has to be signed by. Without it the key is believed that the register "
        "names itself, and the report says which.",
    ),
    click.option(
        "--receipt",
        "receipts",
        multiple=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help="The receipt of a bundle that is given, repeatable: it vouches for the day on which that was received.",
    ),
    click.option(
        "--receipt-key",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The public key (.pub) of the register that gave the receipts.",
    ),
)
