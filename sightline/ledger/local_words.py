"""A council's own words for roles and agencies, put into the words of the rules.

Each door knows the words its kind of source usually has. What a council says otherwise is written
into ``sightline.toml``; words that nobody mapped stay as they are and are shown with the line to add.
"""

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from sightline.ledger.settings import FILE_NAME, Settings
from sightline.records.codes import CODES
from sightline.records.tables import TABLES

# The code lists a council maps, and the section of the settings it does so in.
SECTIONS = {"allocation_role": "roles", "agency": "agencies"}


def in_our_words(name: str, rows: pa.Table, settings: Settings) -> pa.Table:
    """The rows of record table ``name``, with the words the settings map put into codes."""
    for column in TABLES[name].columns:
        section = SECTIONS.get(column.codes)
        words = getattr(settings, section) if section else {}
        if words:
            place = rows.column_names.index(column.name)
            rows = rows.set_column(place, column.name, _mapped(rows[column.name], words))
    return rows


def how_to_mend_word(codes: str, word: str) -> str:
    """The line to add for a word that no code list knows."""
    quoted = word.replace("\\", "\\\\").replace('"', '\\"')
    choices = ", ".join(CODES[codes])
    return (
        f'Add to {FILE_NAME}, under [{SECTIONS[codes]}], the line "{quoted}" = "{_example(codes)}", '
        f"with the one that fits after the = sign: {choices}."
    )


def _example(codes: str) -> str:
    return "other" if "other" in CODES[codes] else next(iter(CODES[codes]))


def _mapped(values: pa.ChunkedArray | pa.Array, words: Mapping[str, str]) -> pa.Array:
    meant = {_plain(word): code for word, code in words.items()}
    encoded = pc.dictionary_encode(values.combine_chunks())
    told = [
        word if word is None else meant.get(_plain(word), word)
        for word in encoded.dictionary.to_pylist()
    ]
    return pa.array(told, pa.string()).take(encoded.indices)


def _plain(word: str) -> str:
    """Words without case, spaces and signs, so that their spellings meet."""
    return re.sub(r"[^a-z0-9]", "", word.lower())
