"""The command line. The only room that prints."""

from demarche.cli.edge import main

__all__ = ["main"]
