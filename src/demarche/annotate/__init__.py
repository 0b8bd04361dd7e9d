"""The language layer: an article in, its words, sentences, names, times, quantities, quotations and claims out."""

from demarche.annotate.reading import Attribution, DirectQuote, Name, Reading, ReadSentence

__all__ = ["Attribution", "DirectQuote", "Name", "ReadSentence", "Reading"]
