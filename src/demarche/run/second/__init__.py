"""A second reader: a language model behind a chat endpoint that codes the same articles, checked against their words.

This room asks nobody: what asks is given to it from the edge (decision 5).
"""

from demarche.run.second.agreement import Agreement, Counts
from demarche.run.second.answer import Checked, Drop, Told, check
from demarche.run.second.combine import combine
from demarche.run.second.prompt import Prompt, prompt_for
from demarche.run.second.stream import Ask, Second

__all__ = [
    "Agreement",
    "Ask",
    "Checked",
    "Counts",
    "Drop",
    "Prompt",
    "Second",
    "Told",
    "check",
    "combine",
    "prompt_for",
]
