"""The ``vankien`` command: puts the subcommands together and turns errors into one clear line.

Exit codes: 0 all well; 1 done, but some inputs failed (or a base that broke its shapes); 2 bad usage.
Subcommands import the wings when they run, so that ``vankien --help`` answers at once.
"""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from vankien import __version__
from vankien.cli import (
    build,
    diff,
    evaluate,
    explain,
    export,
    extract,
    query,
    resolve,
    stats,
    validate,
    withdraw,
)
from vankien.cli.console import complain, hang_up, say
from vankien.ontology.errors import VankienError


class Commands(TyperGroup):
    """Runs a subcommand; what goes wrong for a user is said in one line on stderr, without a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()  # here, where a reader that left early (| head) can still be handled
        except BrokenPipeError:
            hang_up()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            going_on = "; a build goes on from here when it is run again" if ctx.invoked_subcommand == "build" else ""
            complain(f"interrupted{going_on}")
            raise typer.Exit(130) from None
        except VankienError as error:
            complain(str(error))
            raise typer.Exit(2) from None
        except OSError as error:
            complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
            raise typer.Exit(2) from None


app = typer.Typer(
    cls=Commands,
    name="vankien",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: the same text in a terminal, a pipe and docs/cli.md
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"vankien {__version__}")
        raise typer.Exit


@app.callback()
def vankien(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Reads Vietnamese Party news into a knowledge graph, with the exact words behind every fact.

    \b
    Example:
      vankien build articles/ --out kb
      vankien query kb --list
      vankien explain kb "Bộ Chính trị"
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A file name may hold bytes that are no UTF-8; it must not cost the message that names it.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


for command in (
    build.build, extract.extract, query.query, explain.explain, stats.stats,
    validate.validate, export.export, diff.diff, resolve.resolve, withdraw.withdraw, evaluate.evaluate,
):
    app.command()(command)


def main() -> None:
    """Entry point of the installed command. To be told to end (SIGTERM) is to be interrupted: nothing half-written stays behind."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    app()


if __name__ == "__main__":
    main()
