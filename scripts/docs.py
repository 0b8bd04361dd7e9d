"""Writes the parts of docs/ that follow from the code: help of the commands, the record's types, the public names.

    python scripts/docs.py           rewrite docs/reference/{cli,record,python}.md and docs/how-to/export.md
    python scripts/docs.py --check   write nothing; exit 1 where a file is not what it would become

Text between `<!-- generated -->` and `<!-- end -->` is replaced; the rest of a file is written by hand.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
from dataclasses import is_dataclass
from enum import Enum
from inspect import cleandoc
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

import demarche
from demarche.cli.edge import run
from demarche.formats import FORMATS
from demarche.record import Record, Span, TimeInterval
from demarche.record.codec import interval_names, json_name, optional, type_fields

DOCS = Path(__file__).parent.parent / "docs"
BEGIN, END = "<!-- generated: scripts/docs.py -->", "<!-- end -->"
_COMMAND = re.compile(r"^  ([a-z]+)  ", re.MULTILINE)


def commands() -> list[str]:
    """Return the names of the commands, in the order of the help."""
    return _COMMAND.findall(help_of().partition("Commands:")[2])


def help_of(*command: str) -> str:
    """Return the help of a command, or of all."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run([*command, "--help"])
    return out.getvalue().strip("\n")


def cli() -> str:
    """Return the help of all commands."""
    parts = [f"```\n{help_of()}\n```"]
    parts += [f"## demarche {name}\n\n```\n{help_of(name)}\n```" for name in commands()]
    return "\n\n".join(parts)


def formats() -> str:
    """Return the table of the exchange formats."""
    rows = [f"| `{name}` | {form.summary} | {'yes' if form.read else 'no'} |" for name, form in FORMATS.items()]
    return "\n".join(["| format | what it is | can be imported |", "|---|---|---|", *rows])


def types() -> str:
    """Return the types of the record, outermost first, each with its fields as JSON has them."""
    seen: list[type] = []
    _collect(Record, seen)
    return "\n\n".join(_type(kind) for kind in seen)


def _collect(kind: Any, seen: list[type]) -> None:  # noqa: ANN401 - a type form
    for inner in _parts(kind):
        if inner in seen or not (is_dataclass(inner) or (isinstance(inner, type) and issubclass(inner, Enum))):
            continue
        seen.append(inner)
        if is_dataclass(inner):
            for hint in type_fields(inner).values():
                _collect(hint, seen)


def _parts(kind: Any) -> list[Any]:  # noqa: ANN401 - a type form
    if get_origin(kind) in {tuple, Union, UnionType}:
        return [part for arg in get_args(kind) for part in _parts(arg)]
    return [kind]


def _type(kind: type) -> str:
    head = f"### {kind.__name__}\n\n{cleandoc(kind.__doc__ or '')}"
    if issubclass(kind, Enum):
        return f"{head}\n\n{', '.join(f'`{member.value}`' for member in kind)}"
    rows = [row for name, hint in type_fields(kind).items() for row in _field(kind, name, hint)]
    return "\n".join([head, "", "| field | type |", "|---|---|", *rows])


def _field(kind: type, name: str, hint: Any) -> list[str]:  # noqa: ANN401 - a type form
    inner, nullable = optional(hint)
    null = ", or null" if nullable else ""
    if inner is Span and name == "span":
        return ["| `start`, `end`, `text` | where the words stand, and the words |"]
    if inner is TimeInterval:
        return [
            f"| {', '.join(f'`{key}`' for key in interval_names(kind, name))} | first day, last day, precision{null} |"
        ]
    return [f"| `{json_name(kind, name)}` | {_named(inner)}{null} |"]


def _named(kind: Any) -> str:  # noqa: ANN401 - a type form
    if get_origin(kind) is tuple:
        return f"list of {_named(get_args(kind)[0])}"
    plain = {str: "text", int: "whole number", float: "number", bool: "true or false"}
    return plain.get(kind) or getattr(kind, "__name__", str(kind))


def names() -> str:
    """Return the public names with the first line of what each promises."""
    rows = []
    for name in demarche.__all__:
        promise = (getattr(demarche, name).__doc__ or "").strip().splitlines()[0]
        rows.append(f"| `demarche.{name}` | {promise} |")
    return "\n".join(["| name | what it is |", "|---|---|", *rows])


PARTS = {
    "reference/cli.md": cli,
    "reference/record.md": types,
    "reference/python.md": names,
    "how-to/export.md": formats,
}


def current(path: str) -> str:
    """Return the text that a file should have now."""
    text = (DOCS / path).read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{PARTS[path]()}\n\n{END}{after}"


def main(arguments: list[str]) -> int:
    """Rewrite the files, or check them; return the exit code."""
    stale = [path for path in PARTS if current(path) != (DOCS / path).read_text(encoding="utf-8")]
    for path in stale:
        if "--check" in arguments:
            print(f"docs/{path} is stale; run python scripts/docs.py")
        else:
            (DOCS / path).write_text(current(path), encoding="utf-8")
            print(f"docs/{path}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
