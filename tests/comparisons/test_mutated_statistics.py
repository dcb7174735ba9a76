"""Files damaged by chance: read, set aside or refused in words, and never a crash."""

import random

import pytest

from sightline.comparisons.could_not import CouldNotCompare
from sightline.comparisons.load import load_statistics
from sightline.comparisons.statistics import statistics_of
from tests.comparisons.made_up_files import (
    COUNCIL_TABLE,
    NEIGHBOURS,
    PLACE,
    later_plans,
    ordinary_plans,
    write,
)

TABLE = (
    "indicator_id,indicator_name,old_la_code,la_name,geo_level,year_end,value,numerator,denominator,flag\n"
    "assess_45d_pct,x,001,Thornmere,LA,2024,9,,,\nkites,x,001,Thornmere,LA,2024,9,1,2,\n"
)
PIECES = (
    b",",
    b'"',
    b"\n",
    b"\r\n",
    b"\x00",
    b"\xff",
    b'"1,234"',
    b"9" * 25,
    b"-5",
    b"NaN",
    b"1e5",
)


def damaged(text: str, chance: random.Random) -> bytes:
    """The text with a few pieces changed, cut out, put in or said twice."""
    found = bytearray(text.encode())
    for _ in range(chance.choice((1, 3, 10))):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(4):
            case 0:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[place : place + chance.randrange(40)]
            case 2:
                found[place:place] = chance.choice(PIECES)
            case _:
                del found[place:]
    return bytes(found)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_never_crashes_a_load_or_a_comparison(tmp_path, seed):
    chance = random.Random(seed)
    (tmp_path / "in").mkdir()
    for number, text in enumerate((ordinary_plans(), NEIGHBOURS, COUNCIL_TABLE, TABLE)):
        (tmp_path / "in" / f"{number}.csv").write_bytes(damaged(text, chance))
    try:
        report = load_statistics([tmp_path / "in"], tmp_path / "w")
    except CouldNotCompare:
        return
    assert len(report.added) + len(report.not_read) == 4
    held = statistics_of(tmp_path / "w")
    for indicator in held.indicators:
        held.comparison(indicator, [area.key for area in held.councils][:3])


def test_a_file_with_headings_and_no_rows_is_said(tmp_path):
    folder = write(tmp_path / "in", plans=later_plans(), head=PLACE)
    report = load_statistics([folder], tmp_path / "w")
    assert report.set_aside["plans.csv"] == ["the file has headings and no rows"]


def test_thousands_set_apart_and_another_encoding_are_read(tmp_path):
    text = later_plans(
        '2024,Reporting year,Local authority,E9,England,R1,Marches,001,X1,Café Vale,P,"1,200",300,25.0'
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plans.csv").write_bytes(text.encode("cp1252"))
    load_statistics([tmp_path / "in"], tmp_path / "w")
    point = statistics_of(tmp_path / "w").comparison("repeat_plans", ["001"]).lines[0].points[0]
    assert (point.denominator, point.value) == (1200, 25.0)
    assert statistics_of(tmp_path / "w").areas["001"].name == "Café Vale"
