"""Pastes the real ``--help`` texts into a Markdown file, so that the page cannot drift from the commands.

    python docs/reference.py docs/cli.md          rewrite the page (make docs)
    python docs/reference.py docs/cli.md --check  exit 1 where a pasted text is stale

A block starts with a line ```` ```console ```` whose next line is ``$ vankien ... --help``; what follows up to
the closing fence is replaced. Words around the blocks are written by hand.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from typer.testing import CliRunner

from vankien.cli.app import app

BLOCK = re.compile(r"^```console\n\$ vankien(?P<words>[\w -]*) --help\n.*?^```$", re.MULTILINE | re.DOTALL)


def help_text(words: list[str]) -> str:
    """What ``vankien WORDS --help`` prints in a terminal of 100 columns."""
    result = CliRunner().invoke(app, [*words, "--help"], prog_name="vankien", env={"COLUMNS": "100"})
    if result.exit_code:
        sys.exit(f"vankien {' '.join(words)} --help failed: {result.output}")
    return "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


def paste(match: re.Match[str]) -> str:
    """One block with the current text."""
    words = match["words"].split()
    return f"```console\n$ {' '.join(['vankien', *words])} --help\n{help_text(words)}\n```"


def main(page: Path, check: bool) -> int | str:
    """Rewrite or check one page; the exit code, or the message to exit with."""
    old = page.read_text(encoding="utf-8")
    new, count = BLOCK.subn(paste, old)
    if not count:
        sys.exit(f"{page}: no block to fill")
    if check:
        return 0 if new == old else f"{page}: a pasted help text is stale; run make docs"
    page.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), "--check" in sys.argv[2:]))
