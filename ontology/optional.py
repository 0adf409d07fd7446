"""Optional parts: libraries that only some need, installed by the extra that is named where one is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from vankien.ontology.errors import UsageError


def optional(module: str, extra: str) -> Any:
    """The module, which an extra of vankien installs. Raises UsageError, naming the extra, where it is missing.

    >>> optional("json", "parquet").loads("[1]")
    [1]
    >>> optional("no_such_module", "parquet")
    Traceback (most recent call last):
    vankien.ontology.errors.UsageError: parquet needs an optional part: pip install 'vankien[parquet]' (or 'vankien[all]')
    """
    try:
        return import_module(module)
    except ImportError:
        raise UsageError(f"{extra} needs an optional part: pip install 'vankien[{extra}]' (or 'vankien[all]')") from None
