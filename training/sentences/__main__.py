"""Check every file: `python -m training.sentences`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from training.sentences import read


def main() -> int:
    """Print what is wrong and how many of each label there are."""
    sentences, wrong = read(Path(__file__).parent)
    for line in wrong:
        print(line)
    acts = [act for sentence in sentences for act in sentence.acts]
    held_out = sum(sentence.held_out for sentence in sentences)
    print(f"{len(sentences)} sentences, {held_out} held out, {len(acts)} acts, {len(wrong)} wrong")
    for counts in (Counter(act.kind for act in acts), Counter(act.status for act in acts)):
        print("  ".join(f"{label} {count}" for label, count in counts.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
