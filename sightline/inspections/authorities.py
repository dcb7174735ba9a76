"""Which authority a document is about: its usual name and its codes, from the name as printed.

``authorities.csv`` holds one authority a line: the inspectorate's number (urn), the education
department's code, the statistics office's code, the usual name, the day it was abolished (empty
where it still exists) and other names it goes by, with semicolons between. Names and codes are
facts published by those bodies.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Authority:
    """One English authority with children's services duties, as it stood."""

    urn: str
    code: str
    ons_code: str
    name: str
    ended: date | None
    aliases: tuple[str, ...]


# Words of a printed name that say what sort of body it is, and not which.
_SORT_OF_BODY = re.compile(
    r"\b(?:london borough of|royal borough of|metropolitan borough of|borough of|city of|county of"
    r"|council of|metropolitan borough|metropolitan district|unitary authority|borough|metropolitan"
    r"|district|city|county|council|local authority|local safeguarding children board"
    r"|safeguarding children (?:board|partnership)|local|area|children[’']s (?:social care )?services"
    r"|the)\b"
)


def plain_name(name: str) -> str:
    """The name with spelling variants and the sort of body taken away: the key of the table."""
    name = name.lower().replace("&", " and ").replace("’", "'").replace(".", "")
    name = _SORT_OF_BODY.sub(" ", name.replace("-", " "))
    return " ".join(re.findall(r"[a-z']+", re.sub(r"\bof\s*$", " ", name.strip())))


@cache
def authorities() -> tuple[Authority, ...]:
    """Every authority of the table."""
    text = resources.files(__package__).joinpath("authorities.csv").read_text(encoding="utf-8")
    return tuple(
        Authority(
            urn=row["urn"],
            code=row["code"],
            ons_code=row["ons_code"],
            name=row["name"],
            ended=date.fromisoformat(row["ended"]) if row["ended"] else None,
            aliases=tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip()),
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def _by_plain_name() -> dict[str, tuple[Authority, ...]]:
    table: dict[str, tuple[Authority, ...]] = {}
    for authority in authorities():
        for name in {plain_name(name) for name in (authority.name, *authority.aliases)}:
            table[name] = (*table.get(name, ()), authority)
    return table


@cache
def _by_urn() -> dict[str, Authority]:
    return {authority.urn: authority for authority in authorities() if authority.urn}


def authority_named(name: str, on: date | None = None) -> Authority | None:
    """The authority of that name: on a day, the one that existed then (Dorset was made anew)."""
    # The City of London is the only one left nameless once "City of" is taken off.
    if re.search(r"\bcity of london\b|\blondon corporation\b", name, re.IGNORECASE):
        return _by_urn()["80450"]
    found = _by_plain_name().get(plain_name(name), ())
    existing = [one for one in found if one.ended is None or (on is not None and on < one.ended)]
    return min(existing, key=lambda one: one.ended or date.max) if existing else None


def authority_with_urn(urn: str) -> Authority | None:
    """The authority with the inspectorate's number."""
    return _by_urn().get(urn)
