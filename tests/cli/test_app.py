"""The command as a whole: help, version, exit codes, errors in one line, early closed pipes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from vankien import __version__
from vankien.graph import KnowledgeBase

Run = Callable[..., Result]

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("build", "extract", "query", "explain", "stats", "validate", "export", "diff", "resolve", "withdraw", "evaluate")
WITH_JSON = ("build", "query", "explain", "stats", "validate", "diff", "resolve", "withdraw", "evaluate")


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"vankien {__version__}\n"


def test_help_lists_the_commands(run: Run) -> None:
    section = run("--help").stdout.split("Commands:")[1]
    assert [line.split()[0] for line in section.splitlines() if line.strip()] == list(COMMANDS)


def test_no_arguments_show_the_help(run: Run) -> None:
    assert "Commands:" in run().output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_in_its_help(run: Run, command: str) -> None:
    help_text = run(command, "--help").stdout
    assert f"  vankien {command} " in help_text.split("Example:")[1].split("Options:")[0]


@pytest.mark.parametrize("command", WITH_JSON)
def test_tables_have_a_json_form(run: Run, command: str) -> None:
    assert "--json" in run(command, "--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("biuld", "x"),
        ("build",),
        ("build", "x"),
        ("query", "kb", "ASK {}", "--format", "word"),
        ("extract", "--processes", "0", "x"),
        ("withdraw", "kb"),
    ],
    ids=" ".join,
)
def test_bad_usage_is_exit_2(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output and result.stdout == ""


@pytest.mark.parametrize(
    "command", [("query", "ASK {}"), ("stats",), ("explain", "x"), ("validate",), ("export", "o.ttl"), ("withdraw", "a")]
)
def test_a_mistyped_base_is_one_clear_line(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    missing = tmp_path / "missing"
    result = run(command[0], missing, *command[1:])
    assert result.exit_code == 2 and result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith(f"vankien: {missing}: no such folder")
    assert not missing.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are text")
def test_a_name_that_is_no_text_can_be_complained_about(tmp_path: Path) -> None:
    command = [sys.executable.encode(), b"-m", b"vankien.cli.app", b"stats", b"kb\xff"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"vankien: kb\\udcff: no such folder")


@pytest.mark.parametrize("command", [("stats",), ("query", "ASK {}"), ("validate",)])
def test_a_folder_of_something_else_is_refused(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8")
    result = run(command[0], tmp_path, *command[1:])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1 and str(tmp_path) in result.stderr


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (OSError(28, "No space left on device", "kb/log"), 2, "vankien: kb/log: No space left on device"),
        (KeyboardInterrupt(), 130, "vankien: interrupted"),
    ],
    ids=["disk full", "Ctrl-C"],
)
def test_what_the_system_throws_is_one_line_too(
    run: Run, base: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, line: str
) -> None:
    def fail(self: object) -> None:
        raise error

    monkeypatch.setattr(KnowledgeBase, "stats", fail)
    result = run("stats", base)
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", f"{line}\n")


def test_the_module_can_be_run(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vankien.cli.app", "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"vankien {__version__}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE there")
@pytest.mark.parametrize("what", ["extract", "query"])
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path, base: Path, what: str) -> None:
    """As in ``vankien extract ... | head -n 1``; the output is larger than any pipe's buffer."""
    article = {"id": "a", "text": "Bộ Chính trị ban hành Chỉ thị số 05-CT/TW. " + "x " * 100_000}
    (tmp_path / "a.jsonl").write_text(json.dumps(article, ensure_ascii=False), encoding="utf-8")
    arguments = {
        "extract": ["extract", str(tmp_path / "a.jsonl"), "--processes", "1"],
        "query": ["query", str(base), "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000", "--format", "csv"],
    }[what]
    command = [sys.executable, "-m", "vankien.cli.app", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_the_pasted_texts_are_current() -> None:
    """Help texts and answers in README.md and docs/cli.md; ``make docs`` renews them."""
    command = [sys.executable, "docs/reference.py", "README.md", "docs/cli.md", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
