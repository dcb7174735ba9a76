"""Working on whole columns: translating, looking up, reading days and ids."""

import json
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from sightline.records.table import DATE, Column
from sightline.sources.values import read_column

_A_DAY = Column("day", DATE, "A day.")


def as_texts(values: pa.Array | pa.ChunkedArray) -> pa.Array:
    """A column as text. Whole numbers that stand as decimals (ids with a gap) become whole again."""
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    if pa.types.is_floating(values.type) and _all_whole(values):
        values = values.cast(pa.int64())
    if pa.types.is_nested(values.type) or pa.types.is_binary(values.type):
        return pa.array([_as_text(value) for value in values.to_pylist()], pa.string())
    return values if pa.types.is_string(values.type) else values.cast(pa.string())


def _as_text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return json.dumps(value, default=str)


def _all_whole(values: pa.Array) -> bool:
    there = values.drop_null()
    return bool(pc.all(pc.equal(there, pc.floor(there))).as_py())


def translated(
    values: pa.Array | pa.ChunkedArray, translate: Callable[[str], str | None]
) -> pa.Array:
    """Each value as ``translate`` gives it; every distinct one is translated once."""
    encoded = as_texts(values).dictionary_encode()
    new = [None if one is None else translate(one) for one in encoded.dictionary.to_pylist()]
    return pa.array(new, pa.string()).take(encoded.indices)


def looked_up(keys: pa.Array, ids: pa.Array, values: pa.Array) -> pa.Array:
    """For each key the value beside the first equal id, or nothing."""
    return values.take(pc.index_in(as_texts(keys), value_set=as_texts(ids), skip_nulls=True))


def days(values: pa.Array | pa.ChunkedArray) -> pa.Array:
    """A column read as days, as every door reads them; what is none is empty."""
    return read_column(_A_DAY, values).values
