"""The sample dossier that ships with the package: the Cuban missile crisis, told in our own words."""

from __future__ import annotations

from pathlib import Path

__all__ = ["DOSSIER"]

DOSSIER = Path(__file__).parent / "dossier"
"""Folder of the dispatches, one Markdown file each."""
