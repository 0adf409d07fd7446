"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs ../shared, so that ``-m "not shared"`` leaves it out."""
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.shared)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and gold annotations beside the project; it is not part of it.

    Without the folder the test is skipped, unless ``VANKIEN_REQUIRE_SHARED=1`` says that it must run.
    """
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        reason = "needs ../shared (real articles, not shipped with the project)"
        if os.environ.get("VANKIEN_REQUIRE_SHARED") == "1":
            pytest.fail(f"{reason}, and VANKIEN_REQUIRE_SHARED=1 forbids to skip")
        pytest.skip(reason)
    return folder
