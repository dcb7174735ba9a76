"""Small made-up files of statistics, in the shape of published ones. No council in them exists."""

from pathlib import Path

PLACE = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,new_la_code,la_name"
)
ENGLAND = "E92000001,England"
COUNCILS = {
    "001": "Thornmere",
    "002": "Ashby Vale",
    "003": "Little Marsh",
    "004": "Ashby Vale",
    "005": "Harrow Down",
}
"""Two councils are called Ashby Vale: 002 was abolished, 004 came after it."""

COUNCIL_TABLE = (
    "old_la_code,new_la_code,la_name,region_code,region_name,abolished_on,successors_old_code\n"
    "001,X1,Thornmere,R1,The Marches,,\n"
    "002,X2,Ashby Vale,R1,The Marches,2022-04-01,004;005\n"
    "004,X4,Ashby Vale,R1,The Marches,,\n"
    "005,X5,Harrow Down,R1,The Marches,,\n"
)
NEIGHBOURS = (
    "code,neighbour,rank,model\n"
    "001,003,1,2023-04\n001,004,2,2023-04\n001,005,3,2023-04\n"
    "001,002,1,2020-01\n001,003,2,2020-01\n"
)


def council(year: object, code: str, *cells: object, name: str = "") -> str:
    """One row of a council."""
    named = name or COUNCILS.get(code, f"Council {code}")
    long_code = f"X{code[-1]}" if code else ""
    place = (
        f"{year},Reporting year,Local authority,{ENGLAND},R1,The Marches,{code},{long_code},{named}"
    )
    return ",".join([place, *map(str, cells)])


def england(year: object, *cells: object) -> str:
    """One row of the country."""
    return ",".join([f"{year},Reporting year,National,{ENGLAND},,,,,", *map(str, cells)])


LATER_PLANS = "category,CPP_start,CPP_subsequent,CPP_subsequent_percent"


def later_plans(*rows: str, more: str = "") -> str:
    """A file on second or later protection plans; ``more`` are further headings."""
    return "\n".join([f"{PLACE},{LATER_PLANS}{more}", *rows]) + "\n"


def plans(
    year: object, code: str, started: object, later: object, share: object, *more: object
) -> str:
    """One council's row of that file."""
    return council(year, code, "Plans", started, later, share, *more)


def ordinary_plans() -> str:
    """Five councils over 2021 to 2024; 2022 is missing, one cell is suppressed."""
    rows = [
        plans(2021, "001", 100, 20, 20.0),
        plans(2021, "002", 50, 5, 10.0),
        plans(2021, "003", 80, 24, 30.0),
        england(2021, "Plans", 230, 49, 21.3),
        plans(2023, "001", 120, 30, 25.0),
        plans(2023, "003", "c", "c", "c"),
        plans(2023, "004", 40, 4, 10.0),
        plans(2023, "005", 60, 18, 30.0),
        england(2023, "Plans", 260, 60, 23.1),
        plans(2024, "001", 90, 18, 20.0),
        plans(2024, "003", 70, 14, 20.0),
        plans(2024, "004", 50, 20, 40.0),
        plans(2024, "005", 0, 0, "z"),
        england(2024, "Plans", 210, 52, 24.8),
    ]
    return later_plans(*rows)


def write(folder: Path, **files: str) -> Path:
    """Write files by name without ending; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def ordinary_folder(folder: Path) -> Path:
    """Plans, neighbours and the table of councils."""
    return write(folder, plans=ordinary_plans(), neighbours=NEIGHBOURS, councils=COUNCIL_TABLE)
