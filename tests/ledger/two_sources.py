"""A small made-up workspace in which a children in need census stands beside a Sightline folder."""

from datetime import date, datetime

from sightline.ledger.load import load
from sightline.ledger.reading import coverage_of, records_of
from tests.ledger.small_folder import write_good_folder

MONDAY = datetime(2024, 4, 1, 6)
TUESDAY = datetime(2024, 4, 2, 6)
WEDNESDAY = datetime(2024, 4, 3, 6)

CENSUS = """<?xml version="1.0" encoding="utf-8"?>
<Message>
  <Header><CollectionDetails><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header>
  <Children>{}</Children>
</Message>
"""
CHILD = """<Child>
  <ChildIdentifiers><LAchildID>{child}</LAchildID><PersonBirthDate>{born}</PersonBirthDate>
  </ChildIdentifiers>
  <CINdetails><CINreferralDate>{referred}</CINreferralDate>{inside}</CINdetails>
</Child>"""
PLAN = """<ChildProtectionPlans><CPPstartDate>{started}</CPPstartDate>{ended}
  <InitialCategoryOfAbuse>{category}</InitialCategoryOfAbuse>
  <LatestCategoryOfAbuse>{category}</LatestCategoryOfAbuse></ChildProtectionPlans>"""


def plan(started: str, category: str = "NEG", ended: str = "") -> str:
    """One protection plan as the census writes it."""
    end = f"<CPPendDate>{ended}</CPPendDate>" if ended else ""
    return PLAN.format(started=started, category=category, ended=end)


def child(name: str, born: str, referred: str, inside: str = "") -> str:
    """One child with one referral."""
    return CHILD.format(child=name, born=born, referred=referred, inside=inside)


def census(path, *children):
    """Write a census of those children; gives its path."""
    path.write_text(CENSUS.format("".join(children)), encoding="utf-8")
    return path


# What the census says of the two children of the small folder, alike in all they both tell.
C1 = child("C1", "2015-06-01", "2021-12-20", plan("2022-01-10", "NEG", "2022-09-01"))
C2 = child("C2", "2018-02-03", "2023-04-20", plan("2023-05-02", "EMO"))


def load_both(tmp_path, workspace, *children):
    """The small folder on Monday, the census on Tuesday; gives their paths."""
    folder = write_good_folder(tmp_path / "source")
    load(folder, workspace, now=MONDAY)
    path = census(tmp_path / "cin.xml", *(children or (C1, C2)))
    load(path, workspace, now=TUESDAY)
    return folder, path


def rows_of(workspace, table, known_on: date | None = None):
    """Rows of a record table as dicts, in the order of child and day."""
    with workspace.reading() as backend:
        rows = records_of(backend, known_on=known_on)[table].to_pyarrow().to_pylist()
    return sorted(rows, key=lambda row: (row.get("child") or "", repr(row.get("started"))))


def filled(workspace, known_on: date | None = None):
    """Table and column to whether it is filled."""
    with workspace.reading() as backend:
        rows = coverage_of(backend, known_on=known_on).to_pylist()
    return {(row["table"], row["column"]): row["filled"] for row in rows}
