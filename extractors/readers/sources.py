"""From what a user names (file, folder, glob, ``-``) to the files to read, each with its id.

An id made from a path is the path relative to SOURCE, with ``/`` between its parts and in NFC, so that
it is the same on every machine. SOURCE for a glob is the folder before its first wildcard.
"""

from __future__ import annotations

import glob
import os
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from vankien.ontology.errors import InputError

STDIN = "-"

_SPOOL = 1 << 24  # bytes of a stream kept in memory; more goes to a temporary file
# Companions of saved web pages and pictures of a corpus: no articles, and no fault of the user's.
_COMPANIONS = set(
    ".css .js .map .woff .woff2 .ttf .eot .ico .png .jpg .jpeg .gif .webp .bmp .svg .tif .tiff"
    " .mp3 .mp4 .m4a .wav .webm .avi".split()
)
# Files that describe a folder.
_ABOUT = {"readme", "license", "licence", "changelog"}
_LOCK = "~$"  # Word's own, beside a document that is open


@dataclass(frozen=True, slots=True)
class Place:
    """A file to read (or standard input): its ``name`` in messages, and its ``id`` (empty for standard input)."""

    path: Path | None
    name: str
    id: str

    @property
    def suffix(self) -> str:
        """Lower-case suffix; of what is inside for ``.gz``."""
        path = Path(self.path or "")
        return Path(path.stem if path.suffix.lower() == ".gz" else path).suffix.lower()

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The bytes, seekable; streams that are not are copied to a spool first."""
        if self.path is None:
            with _spooled(sys.stdin.buffer) as spool:
                yield spool
            return
        with self.path.open("rb") as file:
            if file.seekable():
                yield file
            else:
                with _spooled(file) as spool:
                    yield spool


@contextmanager
def _spooled(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL) as spool:
        shutil.copyfileobj(stream, spool)
        spool.seek(0)
        yield spool


def places(source: str | Path) -> Iterator[Place | InputError]:
    """The files that a SOURCE names, sorted; an :class:`InputError` where it names none."""
    try:
        yield from _places(source)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield InputError(readable(str(source)), f"cannot be read: {reason_of(error)}")


def _places(source: str | Path) -> Iterator[Place | InputError]:
    if source == STDIN:
        yield Place(None, "standard input", "")
        return
    path = Path(source)
    if path.is_dir():
        yield from _or_none(_folder(path, path), str(source), "no readable file in this folder")
    elif path.exists():
        yield _place(path, path.parent)
    elif glob.has_magic(str(source)):
        yield from _or_none(_globbed(str(source)), str(source), "no file matches")
    else:
        yield InputError(readable(str(source)), "no such file or folder")


def _or_none(found: Iterator[Place | InputError], source: str, reason: str) -> Iterator[Place | InputError]:
    first = next(found, None)
    yield InputError(readable(source), reason) if first is None else first
    yield from found


def _globbed(pattern: str) -> Iterator[Place | InputError]:
    fixed = []
    for part in Path(pattern).parts:
        if glob.has_magic(part):
            break
        fixed.append(part)
    root = Path(*fixed)
    for match in sorted(glob.glob(pattern, recursive=True), key=readable):
        path = Path(match)
        if path.is_dir():
            if "**" not in pattern:  # ** gives the files inside by themselves
                yield from _folder(path, root)
        elif not _is_other(path.name):
            yield _place(path, root)


def _folder(folder: Path, root: Path) -> Iterator[Place | InputError]:
    """Files below a folder in the order of their names; hidden ones, companions and READMEs left out.

    Links to folders are not followed (they may go round); a link to nothing is an error when it is opened.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: readable(entry.name))
    except OSError as error:
        yield InputError(readable(str(folder)), f"cannot be read: {reason_of(error)}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _folder(Path(entry.path), root)
        elif (entry.is_file() or not os.path.exists(entry.path)) and not _is_other(entry.name):
            yield _place(Path(entry.path), root)


def _is_other(name: str) -> bool:
    """Whether a file found in a folder is no article by its name alone."""
    path = Path(name.lower())
    return path.suffix in _COMPANIONS or path.name.split(".")[0] in _ABOUT or path.name.startswith(_LOCK)


def _place(path: Path, root: Path) -> Place:
    return Place(path, readable(str(path)), readable(path.relative_to(root).as_posix()))


def readable(name: str) -> str:
    """A path as text in NFC; bytes that are no UTF-8 become U+FFFD, since an id must be writable as UTF-8.

    >>> readable("ba\\u0300i.txt") == "bài.txt"
    True
    """
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def reason_of(error: Exception) -> str:
    """The reason of an operating-system error without its path."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
