"""The folder of a knowledge base: what lies in it, who may write, which generation is served.

::

    kb/
    ├── vankien.json     marker: this folder is a knowledge base, and of which format
    ├── lock             held by the one writer (flock: it dies with the process)
    ├── log.sqlite       the statement log, the master copy (vankien.graph.log)
    ├── journal.tsv      what curators judged; the other thing that is kept (vankien.graph.journal)
    ├── current.json     which generation is served; replaced in one rename
    └── generations/
        ├── 000001/      a whole pyoxigraph store; never written again once it is served
        └── 000002/
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from vankien.ontology.errors import StoreError

FORMAT = 1
"""Version of the folder's layout."""

MARKER, JOURNAL = "vankien.json", "journal.tsv"


@dataclass(frozen=True, slots=True)
class Served:
    """What ``current.json`` says: the generation's name, the one before it, and what went into it.

    ``quads`` counts the named graphs; ``model`` names the code that made them.
    """

    generation: str
    previous: str = ""
    quads: int = 0
    model: str = ""


class Folder:
    """A knowledge base's place on disk. Opening it creates nothing.

    Raises StoreError for a path that is a file, or a folder that holds something else.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._refuse_foreign()

    @property
    def log(self) -> Path:
        """The statement log's file."""
        return self.path / "log.sqlite"

    @property
    def journal(self) -> Path:
        """The curators' journal."""
        return self.path / JOURNAL

    def generation(self, name: str) -> Path:
        """The folder of one generation."""
        return self.path / "generations" / name

    def served(self) -> Served | None:
        """The generation that readers see, or None while no build has finished."""
        try:
            return Served(**json.loads((self.path / "current.json").read_text(encoding="utf-8")))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, TypeError) as error:
            raise StoreError(f"{self.path}: current.json cannot be read ({error})") from None

    def holds(self, served: Served) -> bool:
        """Whether the generation is still there."""
        return (self.generation(served.generation) / "CURRENT").exists()

    def next_generation(self) -> str:
        """A name that no generation has; later generations sort later."""
        names = [p.name for p in (self.path / "generations").iterdir() if p.name.isdigit()]
        return f"{max(map(int, names), default=0) + 1:06d}"

    def serve(self, served: Served) -> None:
        """Let readers see a generation: one atomic rename, durable when this returns."""
        _replace(self.path / "current.json", json.dumps(asdict(served)) + "\n")

    def sweep(self) -> None:
        """Delete generations that are neither served, nor the one before, nor open in a reader."""
        served = self.served()
        keep = {served.generation, served.previous} if served else set()
        for path in (self.path / "generations").iterdir():
            if path.name not in keep:
                with open_folder(path) as descriptor:
                    if _flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB):
                        shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer, or raise StoreError. The kernel frees the lock of one that was killed."""
        self._create()
        try:
            descriptor = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be written ({error.strerror})") from None
        try:
            if not _flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB):
                holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip() or "unknown"
                raise StoreError(f"{self.path}: another build is writing this base (process {holder})")
            os.truncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
            yield
        finally:
            os.close(descriptor)

    def _create(self) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._refuse_foreign()
            if not (self.path / MARKER).exists():
                _replace(
                    self.path / MARKER, json.dumps({"vankien": "knowledge base", "format": FORMAT}) + "\n"
                )
            (self.path / "generations").mkdir(exist_ok=True)
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be written ({error.strerror})") from None

    def _refuse_foreign(self) -> None:
        if not self.path.exists():
            return
        if not self.path.is_dir():
            raise StoreError(f"{self.path}: a file, not the folder of a knowledge base")
        try:
            marker = json.loads((self.path / MARKER).read_text(encoding="utf-8"))
        except FileNotFoundError:
            # A first build killed at once leaves an empty folder, or a hidden marker not yet renamed; a journal may be there before its base.
            if strange := sorted(p.name for p in self.path.iterdir() if not p.name.startswith(".") and p.name != JOURNAL):
                raise StoreError(f"{self.path}: no knowledge base, the folder holds {strange[0]}") from None
            return
        except (OSError, ValueError) as error:
            raise StoreError(f"{self.path}: {MARKER} cannot be read ({error})") from None
        if not isinstance(marker, dict) or marker.get("format") != FORMAT:
            raise StoreError(
                f"{self.path}: a knowledge base of another format; this vankien reads format {FORMAT}"
            )


@contextmanager
def open_folder(path: Path) -> Iterator[int]:
    """A folder's file descriptor, for locking."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def hold_folder(path: Path) -> int:
    """A descriptor with a shared lock on a generation: as long as it is open, no sweep deletes the folder."""
    descriptor = os.open(path, os.O_RDONLY)
    _flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _flock(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        return False
    return True


def _replace(path: Path, text: str) -> None:
    """Write a small file so that it is there whole or not at all, also after a power cut."""
    new = path.with_name(f".{path.name}.new")
    with new.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    with open_folder(path.parent) as descriptor:
        os.fsync(descriptor)
