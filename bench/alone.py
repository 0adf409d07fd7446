"""A contender of a bench alone in a fresh process: what one leaves in memory, no other finds there."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from typing import Any


def run_alone(measure: Callable[..., None], name: str, *given: Any) -> tuple[float, float]:
    """The two figures that ``measure(name, *given, connection)`` sends; ends the bench where the contender fails."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=measure, args=(name, *given, sender))
    process.start()
    sender.close()
    try:
        result: tuple[float, float] = receiver.recv()
    except EOFError:
        sys.exit(f"{name} failed; its own message stands above")
    process.join()
    return result
