"""Dictionary forms of words, by part of speech."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["lemma", "verb_tag"]

# Universal parts of speech that inflect, and how lemminflect calls them.
_INFLECTED = {"NOUN": "NOUN", "VERB": "VERB", "AUX": "VERB", "ADJ": "ADJ", "ADV": "ADV"}
# Forms that a table of suffixes gets wrong or leaves as they are.
_FIXED = {
    ("AUX", "'s"): "be",
    ("AUX", "’s"): "be",
    ("AUX", "'re"): "be",
    ("AUX", "’re"): "be",
    ("AUX", "'m"): "be",
    ("AUX", "’m"): "be",
    ("AUX", "'ve"): "have",
    ("AUX", "’ve"): "have",
    ("AUX", "'ll"): "will",
    ("AUX", "’ll"): "will",
    ("AUX", "'d"): "would",
    ("AUX", "’d"): "would",
    ("AUX", "ca"): "can",
    ("AUX", "wo"): "will",
    ("AUX", "would"): "would",
    ("AUX", "could"): "could",
    ("AUX", "should"): "should",
    ("AUX", "might"): "might",
    ("AUX", "must"): "must",
    ("AUX", "may"): "may",
    ("PART", "n't"): "not",
    ("PART", "n’t"): "not",
    ("VERB", "felt"): "feel",
    ("VERB", "found"): "find",
    ("VERB", "left"): "leave",
    ("VERB", "wounded"): "wound",
    ("VERB", "ground"): "grind",
    ("VERB", "bound"): "bind",
    ("VERB", "lay"): "lie",
    ("VERB", "fell"): "fall",
    ("VERB", "saw"): "see",
    ("ADJ", "most"): "most",
    ("ADJ", "more"): "more",
    ("ADV", "most"): "most",
    ("ADV", "more"): "more",
    ("NOUN", "data"): "data",
    ("NOUN", "media"): "media",
    ("NOUN", "people"): "people",
    ("NOUN", "talks"): "talk",
    ("NOUN", "arms"): "arms",
    ("NOUN", "news"): "news",
    ("NOUN", "headquarters"): "headquarters",
    ("NOUN", "barracks"): "barracks",
    ("NOUN", "politics"): "politics",
    ("NOUN", "ties"): "tie",
}


@lru_cache(maxsize=65_536)
def lemma(word: str, pos: str) -> str:
    """Return the dictionary form of `word` as the universal part of speech `pos`; names keep their form and case."""
    if pos == "PROPN":
        return word
    lower = word.lower()
    fixed = _FIXED.get((pos, lower))
    if fixed or pos not in _INFLECTED:
        return fixed or lower
    from lemminflect import getLemma

    found = getLemma(lower, upos=_INFLECTED[pos])
    return found[0] if found else lower


@lru_cache(maxsize=65_536)
def verb_tag(word: str) -> str:
    """Return the form of a verb: `past` (also the participle), `ing`, `present` (third person) or `base`."""
    lower = word.lower()
    base = lemma(word, "VERB")
    if lower == base:
        return "past" if lower in _PAST_LIKE_BASE else "base"
    if lower.endswith("ing"):
        return "ing"
    return "present" if lower.endswith("s") and not lower.endswith(("ss", "was")) else "past"


_PAST_LIKE_BASE = frozenset(
    {"hit", "cut", "put", "set", "shut", "hurt", "cost", "cast", "let", "quit", "split", "spread"}
)
