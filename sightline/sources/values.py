"""Reading one column of a source into its declared type, cell by cell where it must be.

A value that does not read is left empty and reported with its place; it never stops the load.
Each distinct value is read once, so a million dates cost a few thousand readings.
"""

import datetime
import math
import re
from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from sightline.records.table import (
    ARROW_TYPES,
    DATE,
    NUMBER,
    TEXT,
    WHOLE_NUMBER,
    YES_NO,
    Column,
)

PLACEHOLDER_TEXTS = frozenset({"SSD_PH", "PLACEHOLDER_DATA"})
# 1900-01-01 is what SQL Server makes of an empty text; 9999-12-31 is how some systems say "no end".
PLACEHOLDER_DAYS = frozenset({datetime.date(1900, 1, 1), datetime.date(9999, 12, 31)})
PLACEHOLDER_IDS = frozenset({"-1"})

# A day outside these years is a slip of the keyboard, such as 0219 for 2019.
FIRST_YEAR, LAST_YEAR = 1900, 2100

YES_WORDS = frozenset({"y", "yes", "true", "t", "1"})
NO_WORDS = frozenset({"n", "no", "false", "f", "0"})

ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.+Z-]*)?")
BRITISH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: [\d:.]*)?")
BARE_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")

WANTED = {
    TEXT: "text",
    DATE: "a date such as 2024-03-31",
    YES_NO: "yes or no",
    WHOLE_NUMBER: "a whole number",
    NUMBER: "a number",
}


@dataclass(frozen=True)
class ReadColumn:
    """A column after reading: its values, and which rows lost a value and why.

    ``unread``        row numbers, from 0, whose value did not read and was left empty.
    ``placeholders``  row numbers whose value was a stand-in for "nothing" and was read as empty.
    ``hopeless``      True where not one of the values there are could be read.
    """

    values: pa.Array
    unread: pa.Array
    placeholders: pa.Array
    hopeless: bool


class _DoesNotRead(ValueError):
    """This value is not of the declared type."""


def read_column(
    column: Column, source: pa.ChunkedArray | pa.Array, *, is_key: bool = False
) -> ReadColumn:
    """Read ``source`` as ``column`` declares: its values, and the places of those that do not read.

    ``is_key`` is True for the column that tells the rows apart: like a reference, it reads -1 as empty.
    """
    wanted = ARROW_TYPES[column.type]
    source = _one_array(source)
    is_id = is_key or bool(column.refers_to)
    if pa.types.is_nested(source.type):
        nothing = pa.nulls(len(source), wanted)
        return ReadColumn(nothing, _present(source), _no_rows(), source.null_count < len(source))
    if column.type == TEXT and pa.types.is_string(source.type):
        return _read_texts(source, is_id)
    if column.type == DATE and _is_plain_moment(source.type):
        source = source.cast(pa.date32(), safe=False)
    if column.type == DATE and pa.types.is_date32(source.type):
        return _read_days(source)
    if column.type == YES_NO and pa.types.is_boolean(source.type):
        return ReadColumn(source, _no_rows(), _no_rows(), False)

    encoded = source.dictionary_encode()
    distinct, positions = encoded.dictionary, encoded.indices
    read = _reader_of(column, is_id)
    values: list[object] = []
    failed: list[bool] = []
    stand_ins: list[bool] = []
    for value in distinct.to_pylist():
        try:
            found = read(value)
        except (_DoesNotRead, ValueError, OverflowError):
            values.append(None)
            failed.append(True)
            stand_ins.append(False)
            continue
        values.append(found)
        failed.append(False)
        stand_ins.append(found is None and not _says_nothing(value))

    read_values = pa.array(values, wanted).take(positions)
    unread = _rows_where(failed, positions)
    hopeless = len(unread) > 0 and read_values.null_count == len(read_values)
    return ReadColumn(read_values, unread, _rows_where(stand_ins, positions), hopeless)


def _one_array(source: pa.ChunkedArray | pa.Array) -> pa.Array:
    """The column as one plain array, whatever chunks or dictionary it came in."""
    if isinstance(source, pa.ChunkedArray):
        source = pa.concat_arrays(source.chunks) if source.num_chunks else pa.nulls(0, source.type)
    if pa.types.is_dictionary(source.type):
        source = source.cast(source.type.value_type)
    if pa.types.is_large_string(source.type) or pa.types.is_string_view(source.type):
        source = source.cast(pa.string())
    return source


def _is_plain_moment(kind: pa.DataType) -> bool:
    """True for moments without a time zone, whose day needs no reading."""
    return bool(pa.types.is_timestamp(kind)) and kind.tz is None


def _read_texts(source: pa.Array, is_id: bool) -> ReadColumn:
    """Text that is text already: the same reading as ``_text``, a column at a time."""
    trimmed = pc.utf8_trim_whitespace(source)
    placeholders = pa.array(sorted(PLACEHOLDER_TEXTS | (PLACEHOLDER_IDS if is_id else frozenset())))
    is_placeholder = pc.is_in(trimmed, placeholders)
    says_nothing = pc.or_(is_placeholder, pc.equal(trimmed, ""))
    values = pc.if_else(says_nothing, pa.scalar(None, pa.string()), trimmed)
    return ReadColumn(values, _no_rows(), pc.indices_nonzero(is_placeholder), False)


def _read_days(source: pa.Array) -> ReadColumn:
    """Days that are days already: the same reading as ``_day``, a column at a time."""
    placeholders = pc.is_in(source, pa.array(sorted(PLACEHOLDER_DAYS), pa.date32()))
    first, last = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)
    slips = pc.or_(pc.less(source, first), pc.greater(source, last))
    slips = pc.and_not(pc.fill_null(slips, False), placeholders)
    values = pc.if_else(pc.or_(placeholders, slips), pa.scalar(None, pa.date32()), source)
    unread = pc.indices_nonzero(slips)
    hopeless = len(unread) > 0 and values.null_count == len(values)
    return ReadColumn(values, unread, pc.indices_nonzero(placeholders), hopeless)


def _reader_of(column: Column, is_id: bool) -> Callable[[object], object]:
    if column.type == TEXT:
        return lambda value: _text(value, is_id)
    return {DATE: _day, YES_NO: _yes_no, WHOLE_NUMBER: _whole_number, NUMBER: _number}[column.type]


def _text(value: object, is_id: bool = False) -> str | None:
    if value is None:
        return None
    if isinstance(value, bytes):
        value = value.decode("utf-8")
    if isinstance(value, float):
        # pandas turns a column of whole-number ids with one gap into decimals, and the gap into NaN.
        if math.isnan(value):
            return None
        if value.is_integer():
            value = int(value)
    text = str(value).strip()
    if not text or text in PLACEHOLDER_TEXTS or (is_id and text in PLACEHOLDER_IDS):
        return None
    return text


def _day(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        value = value.date()
    if not isinstance(value, datetime.date):
        text = _text(value)
        if text is None:
            return None
        value = _day_from_text(text)
    if value in PLACEHOLDER_DAYS:
        return None
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise _DoesNotRead
    return value


def _day_from_text(text: str) -> datetime.date:
    for pattern in (ISO_DAY, BARE_DAY):
        if match := pattern.fullmatch(text):
            year, month, day = (int(part) for part in match.groups())
            return datetime.date(year, month, day)
    if match := BRITISH_DAY.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        return datetime.date(year, month, day)
    raise _DoesNotRead


def _yes_no(value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    text = _text(value)
    if text is None:
        return None
    if text.lower() in YES_WORDS:
        return True
    if text.lower() in NO_WORDS:
        return False
    raise _DoesNotRead


def _whole_number(value: object) -> int | None:
    number = _number(value)
    if number is None:
        return None
    if not number.is_integer():
        raise _DoesNotRead
    return int(number)


def _number(value: object) -> float | None:
    if isinstance(value, bool | datetime.date):
        raise _DoesNotRead
    text = _text(value)
    if text is None:
        return None
    number = float(text.replace(",", ""))
    if not math.isfinite(number):
        raise _DoesNotRead
    return number


def _says_nothing(value: object) -> bool:
    """True for what is plainly empty: nothing, blanks, not-a-number."""
    return value is None or value != value or str(value).strip() == ""


def _rows_where(marks: list[bool], positions: pa.Array) -> pa.Array:
    """Row numbers, from 0, whose distinct value is marked."""
    if not any(marks):
        return _no_rows()
    return pc.indices_nonzero(pc.fill_null(pa.array(marks).take(positions), False))


def _present(source: pa.ChunkedArray | pa.Array) -> pa.Array:
    return pc.indices_nonzero(pc.is_valid(source))


def _no_rows() -> pa.Array:
    return pa.array([], pa.uint64())
