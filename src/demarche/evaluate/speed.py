"""Speed on one core: the whole pipeline beside the encoder alone and beside a spaCy CNN pipeline.

PATH is a folder of articles (or one file). The same texts go, one process, one thread, one core, through

* the whole pipeline, from the article to the record;
* the floor: one bare int8 pass of the encoder over the same sentences, article by article in the same batches, their
  words already cut and their pieces found;
* a spaCy pipeline of `en_core_web_sm`'s sizes (tagger, parser and names on HashEmbedCNN of width 96, depth 4, 2,000
  rows) with random weights: weights do not matter for speed. It does syntax and names only.

`over_floor` is the pipeline's time over the floor's; `over_spacy` the pipeline's words a second over spaCy's. Times are
those of the processor, not of the clock; the best of `ROUNDS` rounds, in which they take turns, counts for each.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.annotate.windows import batches, feed
from demarche.errors import UnknownFormat
from demarche.evaluate import loaded
from demarche.evaluate.result import Evaluation
from demarche.read import read
from demarche.record import Article

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["NAME", "evaluate"]

NAME = "speed"
MOST = 60
"""Articles measured; more would only take longer."""
ROUNDS = 5
LABELS = {"parser": 45, "tagger": 50, "ner": 18}
"""Sizes of en_core_web_sm's label sets."""


def evaluate(path: Path) -> Evaluation:
    """Measure on the articles at a path; raises `UnknownFormat` when there is none."""
    articles = [item for item in read(path) if isinstance(item, Article)][:MOST]
    if not articles:
        msg = "no article here; name a folder of them"
        raise UnknownFormat(msg, where=str(path))
    with _one_core():
        pipeline = loaded.pipeline()
        texts = [_sentences(article) for article in articles]
        number = sum(len(words) for sentences in texts for words in sentences)
        cnn = _spacy()
        whole, floor, annotate, model, spacy = _best(
            lambda: [pipeline.code(article) for article in articles],
            _floor(texts),
            lambda: [pipeline.annotate(article) for article in articles],
            lambda: [loaded.reader().read(sentences) for sentences in texts],
            lambda: list(cnn.pipe([article.text for article in articles])),
        )
    return Evaluation(
        name=NAME,
        path=str(path),
        items=len(articles),
        measures={
            "over_floor": whole / floor,
            "over_spacy": spacy / whole,
            "pipeline_words_per_second": number / whole,
            "floor_words_per_second": number / floor,
            "spacy_words_per_second": number / spacy,
            "model_share": model / whole,
            "annotate_share": annotate / whole,
        },
        words=number,
        notes=(
            f"{number} words in {sum(map(len, texts))} sentences; best of {ROUNDS} rounds each, one core, one thread",
            "over_floor and over_spacy are ratios of times and speeds, not fractions",
            "the spaCy pipeline does syntax and names alone, with random weights",
        ),
    )


def _best(*works: Callable[[], object]) -> list[float]:
    """Return the processor seconds of each work in the fastest of some rounds; a busy machine changes them little.

    The works take turns, so that a machine that slows down slows them all.
    """
    return [min(times) for times in zip(*([_seconds(work) for work in works] for _ in range(ROUNDS)), strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep this process on one core where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _sentences(article: Article) -> list[list[str]]:
    reading = loaded.pipeline().annotate(article)
    return [[token.norm_ for token in reading.doc[s.first : s.last]] for s in reading.sentences]


def _floor(texts: Sequence[Sequence[Sequence[str]]]) -> Callable[[], object]:
    """Return the bare pass over the sentences of each text: batches made beforehand, no head."""
    reader = loaded.reader()
    feeds = [feed(batch) for sentences in texts for batch in batches(reader.windows(sentences))]
    session = reader.sessions.encoder
    return lambda: [session.run(["hidden"], one) for one in feeds]


def _spacy() -> Language:
    """Return a pipeline of en_core_web_sm's sizes with random weights."""
    import spacy

    cnn = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 96,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
        "pretrained_vectors": None,
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": cnn})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser = nlp.add_pipe("parser", config={"model": _transitions("parser", listener)})
    ner = nlp.add_pipe("ner", config={"model": _transitions("ner", cnn)})
    for pipe, name in ((tagger, "tagger"), (parser, "parser"), (ner, "ner")):
        for i in range(LABELS[name]):
            pipe.add_label(f"L{i}")  # type: ignore[attr-defined]
    nlp.initialize()
    return nlp


def _transitions(kind: str, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }
