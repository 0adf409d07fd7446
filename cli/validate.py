"""``vankien validate``: judges a base by the shapes of the ontology."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from vankien.cli.console import say, say_json
from vankien.cli.parameters import AsJson, Base, opened

if TYPE_CHECKING:
    from vankien.graph.validate import Finding, ValidationReport

SHOWN = 10
"""Findings shown of one kind, unless all are asked for."""

All = Annotated[bool, typer.Option("--all", help=f"Show all findings of a kind, not only {SHOWN}.")]


def validate(kb: Base, every: All = False, as_json: AsJson = False) -> None:
    """Check a base against the SHACL shapes of the ontology.

    A violation means a broken graph: the exit code is 1. A warning means that sources contradict each
    other or that a fact is doubtful: worth a look, no error.

    \b
    Example:
      vankien validate kb
    """
    report = opened(kb).validate()
    if as_json:
        findings = [asdict(finding) for finding in report.findings]
        say_json({"conforms": report.conforms, "checked": report.checked, "findings": findings})
    else:
        tell(report, every)
    raise typer.Exit(0 if report.conforms else 1)


def tell(report: ValidationReport, every: bool) -> None:
    """The findings kind by kind, the gravest first, then the verdict."""
    for (severity, shape, message), group in groupby(report.findings, key=lambda f: (f.severity, f.shape, f.message)):
        findings = list(group)
        say(f"{severity}: {message}  [{shape}, {len(findings):,}]")
        shown = findings if every else findings[:SHOWN]
        for finding in shown:
            say(f"  {finding.label}" + (f": {finding.value}" if finding.value else ""))
            if finding.focus != finding.label:
                say(f"    {finding.focus}")
        if len(shown) < len(findings):
            say(f"  ... and {len(findings) - len(shown):,} more (--all)")
        say()
    verdict = "conforms" if report.conforms else "does not conform"
    violations, warnings = (counted(report.of(kind), kind.lower()) for kind in ("Violation", "Warning"))
    say(f"The base {verdict}: {violations}, {warnings}, {report.checked:,} nodes checked")


def counted(findings: tuple[Finding, ...], what: str) -> str:
    """A number of findings in words."""
    return f"{len(findings):,} {what}" + ("" if len(findings) == 1 else "s")
