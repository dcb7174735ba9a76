"""Whatever a script puts into the Dataset's fields, and of whatever type, reading does not fail."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sightline.records.ssd_fields import SSD_FIELDS, SSD_TABLES
from sightline.sources.ssd import folder
from sightline.sources.ssd.into_records import RECORD_OF

ODD_TEXTS = (
    None,
    "",
    " ",
    "-1",
    "SSD_PH",
    "{",
    '{"A_FLAG":"Y"',
    '{"A_FLAG":{"B":["Y"]}}',
    "[null, 3, {}]",
    "zz/03/2012",
    "2024-02-30",
    "31/12/9999",
    "1900-01-01 00:00:00",
    "Yes",
    "-",
    ":",
    "﻿é\x00",
    "1e999",
)
MOMENT = datetime(2024, 2, 29, 13, 5, tzinfo=UTC)
OF_EVERY_TYPE = {
    "text": pa.array(ODD_TEXTS, pa.string()),
    "long text": pa.array(ODD_TEXTS, pa.large_string()),
    "repeated text": pa.array(ODD_TEXTS, pa.string()).dictionary_encode(),
    "nothing": pa.nulls(3),
    "whole numbers": pa.array([1, -1, None], pa.int32()),
    "decimals": pa.array([1.0, 2.5, None], pa.float64()),
    "not a number": pa.array([float("nan"), float("inf"), None], pa.float64()),
    "exact decimals": pa.array([Decimal("1.50"), None, Decimal("-1.00")]),
    "yes and no": pa.array([True, False, None]),
    "days": pa.array([date(2024, 2, 29), date(1900, 1, 1), None]),
    "moments": pa.array([datetime(2024, 2, 29, 13, 5), None], pa.timestamp("ns")),
    "moments with a zone": pa.array([MOMENT, None], pa.timestamp("us", tz="Europe/London")),
    "bytes": pa.array([b"C1", b"\xff\xfe", None], pa.binary()),
    "lists": pa.array([["16A"], None], pa.list_(pa.string())),
}


@pytest.mark.parametrize("values", OF_EVERY_TYPE.values(), ids=OF_EVERY_TYPE)
def test_reading_does_not_fail_and_no_row_that_says_something_is_lost(tmp_path, values):
    for table in SSD_TABLES:
        fields = [field.field for field in SSD_FIELDS if field.table == table]
        pq.write_table(pa.table(dict.fromkeys(fields, values)), tmp_path / f"{table}.parquet")
    arrival = folder.read(tmp_path)
    assert set(arrival.tables) <= {"extract", *RECORD_OF.values()}
    rows = {name: arrived.rows.num_rows for name, arrived in arrival.tables.items()}
    if values.null_count < len(values):
        assert rows["children"] == rows["missing_episodes"] > 0
