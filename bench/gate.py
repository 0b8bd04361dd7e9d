"""The accuracy gate: no figure may fall below its floor, and no floor may be lowered quietly.

    bench/gate                       measure everything that has a floor
    bench/gate ud ner                only these evaluations
    bench/gate --raise ud            measure, and raise the floors of `ud` to what was measured
    bench/gate --lower ud "reason"   the same where a figure fell; the reason is kept beside the floor

`floors.json` holds, for each evaluation and path, a digest of the input and the floor of each figure. A changed input
is an error, as its figures cannot be compared. The sets are not part of this repository: DEMARCHE_DATA names the folder
they are in (default ../shared). Where a set is absent the gate says so and goes on; exit 1 means a figure fell.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from demarche.evaluate import measure

FLOORS = Path(__file__).with_name("floors.json")
NOISE = 0.002
"""What a figure may fall short of its floor: other processors round int8 products otherwise."""


@dataclass(slots=True, kw_only=True)
class Floor:
    """One evaluation on one input, with the least that each figure may be; `digest` is that of the input."""

    name: str
    path: str
    digest: str | None = None
    floors: dict[str, float] = field(default_factory=dict)
    lowered: list[str] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    """Run the gate; return its exit code."""
    mode = arguments[0] if arguments[:1] and arguments[0].startswith("--") else ""
    if mode not in {"", "--raise", "--lower"} or (mode == "--lower" and len(arguments) != 3):
        print(__doc__)
        return 2
    names = set(arguments[1:2] if mode else arguments)
    floors = [Floor(**row) for row in json.loads(FLOORS.read_text(encoding="utf-8"))]
    chosen = [floor for floor in floors if not names or floor.name in names]
    fallen = sum(_visit(floor, mode, arguments[2] if mode == "--lower" else "") for floor in chosen)
    if mode:
        FLOORS.write_text(json.dumps([asdict(floor) for floor in floors], indent=1) + "\n", encoding="utf-8")
    return 1 if fallen else 0


def _visit(floor: Floor, mode: str, reason: str) -> bool:
    """Measure one evaluation; say whether a figure fell."""
    path = Path(os.environ.get("DEMARCHE_DATA", "../shared")) / floor.path
    if not path.exists():
        print(f"{floor.name}: {path} is not here, so nothing is measured (DEMARCHE_DATA names the folder of the sets)")
        return False
    digest = _digest(path)
    if floor.digest and digest != floor.digest and not reason:
        print(f"{floor.name}: {path} is not the input that the floors were measured on; its digest changed")
        return True
    measured = measure(floor.name, path).evaluation.measures
    bad = [name for name, least in floor.floors.items() if measured.get(name, 0.0) < least - NOISE]
    for name, least in floor.floors.items():
        mark = "FELL" if name in bad else "ok"
        print(f"{floor.name:10} {name:24} {measured.get(name, 0.0):.4f}  floor {least:.4f}  {mark}")
    if mode and bad and not reason:
        print(f"{floor.name}: a floor is not lowered without a reason; see --lower")
    elif mode:
        floor.digest = digest
        floor.floors = {name: round(measured[name], 4) for name in floor.floors}
        floor.lowered += [reason] if reason and bad else []
        return False
    return bool(bad)


def _digest(path: Path) -> str:
    """Return the SHA-256 over the names and bytes of a file or of all files in a folder."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(str(file.relative_to(path)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
