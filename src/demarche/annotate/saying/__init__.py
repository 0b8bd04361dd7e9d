"""Who says, thinks or wants what, read off the syntax of one sentence: a source, a cue and the content."""

from demarche.annotate.saying.find import sayings
from demarche.annotate.saying.saying import Saying, Words

__all__ = ["Saying", "Words", "sayings"]
