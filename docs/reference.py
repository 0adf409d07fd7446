"""Pastes what commands really print into Markdown files, so that the pages cannot drift from the program.

    python docs/reference.py README.md docs/cli.md          rewrite the pages (make docs)
    python docs/reference.py README.md docs/cli.md --check  exit 1 where a pasted text is stale

A block starts with a line ```` ```console ```` whose next line is ``$ vankien ...``; what follows up to the
closing fence is replaced. Words around the blocks are written by hand. Commands run in an empty folder
where ``demo/kb`` is a base made of ``examples/``, as ``make demo`` leaves it.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from typer.testing import CliRunner

from vankien.cli.app import app

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
BLOCK = re.compile(r"^```console\n\$ vankien (?P<words>[^\n]+)\n.*?^```$", re.MULTILINE | re.DOTALL)


def output(words: list[str]) -> str:
    """What ``vankien WORDS`` prints in a terminal of 100 columns."""
    result = CliRunner().invoke(app, words, prog_name="vankien", env={"COLUMNS": "100"}, catch_exceptions=False)
    if result.exit_code:
        sys.exit(f"vankien {shlex.join(words)} failed: {result.output}")
    return "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


def paste(match: re.Match[str]) -> str:
    """One block with the current text."""
    return f"```console\n$ vankien {match['words']}\n{output(shlex.split(match['words']))}\n```"


def renewed(page: Path) -> str:
    """The page's text with every block renewed."""
    text, count = BLOCK.subn(paste, page.read_text(encoding="utf-8"))
    return text if count else sys.exit(f"{page}: no block to fill")


def main(pages: list[Path], check: bool) -> int | str:
    """Rewrite or check pages; the exit code, or the message to exit with."""
    pages = [page.resolve() for page in pages]
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        output(["build", str(EXAMPLES), "--out", "demo/kb", "--processes", "1"])
        texts = {page: renewed(page) for page in pages}
        os.chdir(EXAMPLES)
    stale = [page.name for page, text in texts.items() if text != page.read_text(encoding="utf-8")]
    if check:
        return f"{', '.join(stale)}: pasted texts are stale; run make docs" if stale else 0
    for page, text in texts.items():
        page.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main([Path(a) for a in arguments if a != "--check"], "--check" in arguments))
