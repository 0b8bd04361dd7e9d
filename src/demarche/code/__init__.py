"""Who did what to whom, and what follows from it for a relationship."""

from demarche.code.coder import Coder

__all__ = ["Coder"]
