"""What differs on a terminal: tables are folded to its width, and a progress bar runs on stderr."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from vankien.cli.console import table

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")

LONG = "Đảng ủy Khối các cơ quan Trung ương và Đảng ủy Khối Doanh nghiệp Trung ương"


def on_terminal(command: list[str], stream: str, width: int = 60) -> str:
    """What a command writes to its stdout or stderr, when that is a terminal of some width."""
    master, slave = os.openpty()
    environment = {**os.environ, "COLUMNS": str(width), "TERM": "xterm"}
    out, err = (slave if stream == name else subprocess.DEVNULL for name in ("stdout", "stderr"))
    with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err) as process:
        os.close(slave)
        written = b""
        try:
            while part := os.read(master, 65536):
                written += part
        except OSError:  # Linux says so when the other end is closed
            pass
        process.wait()
    os.close(master)
    return written.decode()


def plain(text: str) -> str:
    """Text without the terminal's control sequences."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


def test_a_table_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    table(("body", "n"), [(LONG, "1,200"), ("Bộ\nChính trị", "7")], numbers=("n",))
    header, rule, first, second = capsys.readouterr().out.splitlines()
    assert first == f"{LONG}  1,200" and second == f"{'Bộ Chính trị':{len(LONG)}}      7"
    assert len(rule) == len(first) and header.split() == ["body", "n"]


def test_decomposed_marks_take_no_width(capsys: pytest.CaptureFixture[str]) -> None:
    table(("a", "b"), [("ho\u0302\u0323i", "x"), ("hội", "y")])
    *_, first, second = capsys.readouterr().out.splitlines()
    assert first == "ho\u0302\u0323i  x" and second == "hội  y"


def test_a_table_without_rows(capsys: pytest.CaptureFixture[str]) -> None:
    table(("a", "b"), [])
    assert capsys.readouterr().out == "a  b\n────\n"


def test_a_table_on_a_terminal_is_folded_and_loses_nothing() -> None:
    code = f"from vankien.cli.console import table; table(('body', 'words'), [({LONG!r}, {LONG!r})])"
    lines = plain(on_terminal([sys.executable, "-c", code], "stdout", width=60)).splitlines()
    assert max(map(len, lines)) <= 60
    for column in (0, 1):
        cells = [line.ljust(60)[column * 31 :][:29].split() for line in lines[2:]]
        assert sum(cells, []) == LONG.split()


def test_a_build_on_a_terminal_shows_progress_and_complaints_on_lines_of_their_own(news: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vankien.cli.app", "build", str(tmp_path / "missing"), str(news), "-p", "1"]
    shown = plain(on_terminal([*command, "--out", str(tmp_path / "kb")], "stderr", width=200))
    assert "3 articles" in shown
    assert re.search(r"(?:^|[\r\n])vankien: [^\r\n]*missing: no such file or folder[\r\n]", shown)
