"""Pairs of ids that may be one person, found by Splink, each with what agrees and what differs.

Splink looks for pairs and says field by field how alike they are. Its weight only keeps out pairs
with too little in common; it is not kept and orders nothing: a person decides by the pattern.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from sightline.ledger.duplicates.candidates import CANDIDATES_SCHEMA, candidates_of
from sightline.ledger.duplicates.deciding import decided_pairs
from sightline.sources.could_not import CouldNot

FIELDS = tuple(name for name in CANDIDATES_SCHEMA.names if name != "child")
AGREES, CLOSE, DIFFERS, NOT_TOLD = "agrees", "close", "differs", "not told"
TO_FILL_IN = ("decision", "decided_by", "reason")
PROPOSALS_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("child", "other_child", *FIELDS, *TO_FILL_IN)]
)
# How often two rows of one person, and of two people, agree, are close and differ. They are ours,
# chosen by judgement and not learned from anybody's records.
_HOW_OFTEN = {
    "given_name": ((0.80, 0.10, 0.10), (0.01, 0.02, 0.97)),
    "family_name": ((0.75, 0.10, 0.15), (0.005, 0.01, 0.985)),
    "born": ((0.90, 0.07, 0.03), (0.0003, 0.003, 0.9967)),
    "sex": ((0.97, 0.03), (0.5, 0.5)),
    "postcode": ((0.40, 0.60), (0.001, 0.999)),
    "pupil_number": ((0.95, 0.05), (0.0001, 0.9999)),
    "national_id": ((0.95, 0.05), (0.0001, 0.9999)),
}
LEAST_WEIGHT = 0.0
BORN_CLOSE = """
    born_l <> born_r AND (
        (year(born_l) = year(born_r) AND month(born_l) = day(born_r) AND day(born_l) = month(born_r))
        OR levenshtein(born_l::VARCHAR, born_r::VARCHAR) = 1)
"""
LASTING_NUMBERS = ("pupil_number", "national_id")


@dataclass
class Proposals:
    """``pairs`` is the table to be decided on; ``left_out`` counts people with a sign of adoption."""

    pairs: pa.Table
    left_out: int
    compared: int = field(default=0)


def propose(backend: Any) -> Proposals:
    """Pairs that nobody has decided yet. Raises CouldNot where Splink is not installed."""
    _splink()
    people, left_out = candidates_of(backend.con)
    decided = decided_pairs(backend.con)
    joined_at_birth = {
        frozenset(pair)
        for pair in backend.con.execute(
            "SELECT child, unborn_id FROM history.children WHERE unborn_id IS NOT NULL"
        ).fetchall()
    }
    rows = [
        row
        for row in _pairs(people)
        if frozenset((row["child"], row["other_child"])) not in decided | joined_at_birth
        if not _may_be_twins(row)
    ]
    rows.sort(key=lambda row: (row["child"], row["other_child"]))
    return Proposals(pa.Table.from_pylist(rows, PROPOSALS_SCHEMA), left_out, people.num_rows)


def _splink() -> Any:
    try:
        import splink
    except ImportError as error:
        raise CouldNot(
            "Proposing duplicates needs Splink, which is not installed.",
            "Run: pip install --require-hashes -r requirements/duplicates.txt",
        ) from error
    return splink


def _pairs(people: pa.Table) -> Iterator[dict[str, Any]]:
    from sightline.engine.store import open_memory

    splink = _splink()
    backend = open_memory()
    try:
        connection = backend.con
        connection.register("arrived", people)
        connection.execute("CREATE TABLE people AS SELECT * FROM arrived")
        linker = splink.Linker("people", _settings(splink), splink.DuckDBAPI(connection=connection))
        found = linker.inference.predict(threshold_match_weight=LEAST_WEIGHT).physical_name
        gammas = ", ".join(f"gamma_{name}" for name in FIELDS)
        rows = connection.execute(f"SELECT child_l, child_r, {gammas} FROM {found}").fetchall()
    finally:
        backend.disconnect()
    for child, other, *agreement in rows:
        said = map(_in_words, FIELDS, agreement)
        yield {"child": child, "other_child": other, **dict(zip(FIELDS, said, strict=True))}


def _settings(splink: Any) -> Any:
    together = [
        *itertools.combinations(("given_name", "family_name", "born"), 2),
        *((number,) for number in LASTING_NUMBERS),
    ]
    return splink.SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="child",
        comparisons=[_comparison(name) for name in FIELDS],
        blocking_rules_to_generate_predictions=[splink.block_on(*names) for names in together],
        retain_intermediate_calculation_columns=True,
        retain_matching_columns=True,
    )


def _comparison(name: str) -> Any:
    import splink.comparison_level_library as levels
    from splink import comparison_library as comparisons

    close = {
        "born": BORN_CLOSE,
        "given_name": "jaro_winkler_similarity(given_name_l, given_name_r) >= 0.9",
        "family_name": "jaro_winkler_similarity(family_name_l, family_name_r) >= 0.9",
    }
    middle = [levels.CustomLevel(close[name], CLOSE)] if name in close else []
    one_person, two_people = _HOW_OFTEN[name]
    return comparisons.CustomComparison(
        output_column_name=name,
        comparison_levels=[
            levels.NullLevel(name),
            levels.ExactMatchLevel(name),
            *middle,
            levels.ElseLevel(),
        ],
    ).configure(m_probabilities=list(one_person), u_probabilities=list(two_people))


def _in_words(name: str, agreement: int) -> str:
    best = len(_HOW_OFTEN[name][0]) - 1
    return {-1: NOT_TOLD, 0: DIFFERS, best: AGREES}.get(agreement, CLOSE)


def _may_be_twins(row: dict[str, Any]) -> bool:
    """Twins share all but the given name; a number of their own tells that two ids are no twins."""
    return row["given_name"] == DIFFERS and not any(
        row[number] == AGREES for number in LASTING_NUMBERS
    )
