"""Where errors become one line and an exit code.

0: done. 1: it could not be done. 2: wrong usage. 130: stopped with Ctrl-C. 141: nobody reads the output any more.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from demarche.errors import DemarcheError

__all__ = ["Stopped", "main", "run"]

DONE, FAILED, WRONG_USAGE, STOPPED, NOBODY_READS = 0, 1, 2, 130, 141
TRACEBACK = "--traceback"


class Stopped(Exception):
    """The user pressed Ctrl-C; the message says what is kept."""


def main() -> None:
    """Run the command line of this process and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever goes wrong is one line on standard error."""
    traceback = TRACEBACK in arguments
    try:
        code = _command([a for a in arguments if a != TRACEBACK])
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - the last stop before the user
        code, words = _verdict(error)
        if traceback and not isinstance(error, SystemExit):
            import traceback as traces

            traces.print_exception(error)
        if words:
            print(f"demarche: {words}", file=sys.stderr)  # noqa: T201 - the edge
        if code == NOBODY_READS:
            _close_output()
    return code


def _command(arguments: list[str]) -> int:
    from demarche.cli.app import app

    code = app(arguments, standalone_mode=False, prog_name="demarche")
    return code if isinstance(code, int) else DONE


def _verdict(error: BaseException) -> tuple[int, str]:  # noqa: PLR0911 - one line for each kind of error
    """Return the exit code and the line for an error."""
    if isinstance(error, SystemExit):
        return (error.code if isinstance(error.code, int) else FAILED), ""
    if isinstance(error, BrokenPipeError):
        return NOBODY_READS, ""
    if isinstance(error, (KeyboardInterrupt, Stopped)) or type(error).__name__ == "Abort":
        return STOPPED, str(error) or "stopped"
    if isinstance(error, DemarcheError):
        return FAILED, f"error: {_one_line(error)}"
    if isinstance(error, OSError) and error.errno is not None:
        return FAILED, f"error: {_os_error(error)}"
    if hasattr(error, "format_message"):  # Typer's usage errors; their class is not public
        return WRONG_USAGE, f"error: {_usage(error)}"
    return FAILED, f"error: a fault of demarche ({_one_line(error)}); run it again with {TRACEBACK} and report it"


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _os_error(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return (
        f"{where}{error.strerror or error}; make room or choose another place and run it again (what is coded is kept)"
    )


def _usage(error: BaseException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "demarche"
    words = " ".join(error.format_message().split()).rstrip(".")  # type: ignore[attr-defined]
    return f"{words}; see `{path} --help`"


def _close_output() -> None:
    """Point standard output at nothing, so that Python does not complain of the broken pipe when it exits."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
