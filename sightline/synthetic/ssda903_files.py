"""The made-up authority as the return on children looked after: twelve CSV files for each of two years."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from sightline.returns.told_records import (
    Row,
    ToldRecords,
    known_by,
    last_row_by,
    ran_between,
)
from sightline.synthetic.cin_census_blocks import Year

SEX = {"M": "1", "F": "2", "U": ""}
HELD_BY = "social worker"

HEADINGS: dict[str, tuple[str, ...]] = {
    "header": ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
    "episodes": (
        "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
        "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN",
    ),
    "reviews": ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"),
    "uasc": ("CHILD", "SEX", "DOB", "DUC"),
    "oc2": (
        "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS",
        "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED",
        "INTERVENTION_OFFERED",
    ),
    "oc3": ("CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"),
    "ad1": (
        "CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR",
        "LS_ADOPTR",
    ),
    "placed_adoption": (
        "CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED",
    ),
    "prev_perm": ("CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"),
    "missing": ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"),
    "sw_episodes": ("CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"),
    "dolo": ("CHILD", "DOB", "DOLO_START", "DOLO_END"),
}  # fmt: skip


def write_ssda903(
    records: Path, out: Path, progress: Callable[[int, int], None] | None = None
) -> dict[str, int]:
    """Write the record tables in ``records`` as the return of the last two years, a folder each.

    Gives the rows by file. A year knows nothing of what ended after its 31 March. No child here is
    deprived of liberty and no mother is named, so those have headings alone.
    """
    told = ToldRecords.of_folder(records)
    last = Year.up_to(told.day)
    written = {}
    for done, year in enumerate((last.before, last)):
        if progress:
            progress(done, 2)
        folder = out / year.name
        folder.mkdir(parents=True, exist_ok=True)
        of_year = ReturnOfYear(told, year)
        for name, headings in HEADINGS.items():
            rows = list(of_year.rows_of(name))
            _write(folder / f"{name}.csv", headings, rows)
            written[f"{year.name}/{name}"] = len(rows)
    return written


def _write(file: Path, headings: tuple[str, ...], rows: list[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as content:
        writer = csv.DictWriter(content, headings, extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            writer.writerow({name: _said(row.get(name)) for name in headings})


def _said(value: object) -> object:
    """Days as the return writes them; yes and no as 1 and 0."""
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return int(value) if isinstance(value, bool) else value


class ReturnOfYear:
    """What the return of one year says of the children in care in it."""

    def __init__(self, told: ToldRecords, year: Year) -> None:
        self._told = told
        self._year = year
        self._episodes = told.by_child("care_episodes", self._ran("started", "ended"))
        self._placements = told.by_child("placements")
        self._workers = told.by_child(
            "allocations",
            lambda row: row["role"] == HELD_BY and self._ran("started", "ended")(row),
        )

    def _ran(self, starts: str, ends: str) -> Callable[[Row], bool]:
        return lambda row: ran_between(row, starts, ends, self._year.first, self._year.last)

    def _within(self, happened: str) -> Callable[[Row], bool]:
        return lambda row: row[happened] and self._year.first <= row[happened] <= self._year.last

    def rows_of(self, name: str) -> Iterator[Row]:
        """The rows of one file, by its name."""
        making = {
            "header": self._header,
            "episodes": self._episode_rows,
            "reviews": self._reviews,
            "uasc": self._unaccompanied,
            "oc2": self._health,
            "oc3": self._care_leavers,
            "ad1": self._adopted,
            "placed_adoption": self._placed,
            "prev_perm": self._homes_before,
            "missing": self._missing,
            "sw_episodes": self._social_workers,
        }
        for row in making[name]() if name in making else ():
            child = self._told.children[row["CHILD"]]
            yield {
                "SEX": SEX[child["sex"]],
                "DOB": child["born"],
                "ETHNIC": child["ethnicity"],
                **row,
            }

    def _header(self) -> Iterator[Row]:
        for child in self._episodes:
            yield {"CHILD": child, "UPN": "UN1", "MOTHER": None}

    def _in_care(self, table: str, keep: Callable[[Row], bool]) -> Iterator[Row]:
        """Rows of a table about the children whose episodes are told."""
        for child, rows in self._told.by_child(table, keep).items():
            if child in self._episodes:
                yield from rows

    def _episode_rows(self) -> Iterator[Row]:
        for child, episodes in self._episodes.items():
            for episode in episodes:
                row = known_by(episode, self._year.last, "ended", "end_reason")
                place = last_row_by(self._placements[child], "started", row["started"])
                assert place is not None, "every episode has a placement"
                moved = row["ended"] is not None and place["ended"] == row["ended"]
                yield {
                    "CHILD": child,
                    "DECOM": row["started"],
                    "RNE": row["start_reason"],
                    "LS": row["legal_status"],
                    "CIN": row["primary_need"],
                    "PLACE": place["type"],
                    "PLACE_PROVIDER": place["provider"],
                    "DEC": row["ended"],
                    "REC": row["end_reason"],
                    "REASON_PLACE_CHANGE": place["change_reason"] if moved else None,
                    "URN": place["home_urn"],
                }

    def _reviews(self) -> Iterator[Row]:
        for row in self._in_care("care_reviews", self._within("held")):
            if not row["cancelled"]:
                yield {
                    "CHILD": row["child"],
                    "REVIEW": row["held"],
                    "REVIEW_CODE": row["participation"],
                }

    def _unaccompanied(self) -> Iterator[Row]:
        for child in self._episodes:
            if self._told.children[child]["unaccompanied"]:
                yield {"CHILD": child}

    def _health(self) -> Iterator[Row]:
        """One row for each child, of the whole year."""
        checks = self._told.by_child("health_checks", self._within("checked"))
        answers = self._told.by_child("strengths_and_difficulties", self._within("completed"))
        immunised = {row["child"]: row["up_to_date"] for row in self._told.rows("immunisations")}
        misused = self._told.by_child("substance_misuse", self._within("found"))
        convicted = self._told.by_child("convictions", self._within("offended"))
        for child in self._episodes:
            kinds = {row["kind"] for row in checks.get(child, []) if row["status"] == "completed"}
            score = answers.get(child, [{"score": None, "no_score_reason": None}])[-1]
            yield {
                "CHILD": child,
                "SDQ_SCORE": score["score"],
                "SDQ_REASON": score["no_score_reason"],
                "CONVICTED": child in convicted,
                "IMMUNISATIONS": bool(immunised.get(child)),
                "TEETH_CHECK": "dental check" in kinds,
                "HEALTH_ASSESSMENT": any("health assessment" in kind for kind in kinds),
                "SUBSTANCE_MISUSE": child in misused,
            }

    def _care_leavers(self) -> Iterator[Row]:
        for row in self._told.rows("care_leavers"):
            if row["in_touch"] is not None and row["as_of"] <= self._year.last:
                suitable = row["accommodation_suitable"] or ""
                yield {
                    "CHILD": row["child"],
                    "IN_TOUCH": row["in_touch"],
                    "ACTIV": row["activity"],
                    "ACCOM": f"{row['accommodation']}{suitable}" if row["accommodation"] else None,
                }

    def _adopted(self) -> Iterator[Row]:
        for row in self._in_care("permanence", self._within("order_made")):
            yield {
                "CHILD": row["child"],
                "DATE_INT": row["decided"],
                "DATE_MATCH": row["matched"],
                "FOSTER_CARE": row["adopted_by_carer"],
                "NB_ADOPTR": row["adopters"],
                "SEX_ADOPTR": row["adopter_sex"],
                "LS_ADOPTR": row["adopter_status"],
            }

    def _placed(self) -> Iterator[Row]:
        for row in self._in_care("permanence", self._ran("decided", "order_made")):
            row = known_by(row, self._year.last, "decision_reversed", "reversal_reason")
            yield {
                "CHILD": row["child"],
                "DATE_PLACED": row["decided"],
                "DATE_PLACED_CEASED": row["decision_reversed"],
                "REASON_PLACED_CEASED": row["reversal_reason"],
            }

    def _homes_before(self) -> Iterator[Row]:
        for row in self._in_care("previous_permanence", lambda row: True):
            yield {
                "CHILD": row["child"],
                "PREV_PERM": row["option"],
                "LA_PERM": row["council"],
                "DATE_PERM": row["ordered"],
            }

    def _missing(self) -> Iterator[Row]:
        for row in self._in_care("missing_episodes", self._ran("started", "returned")):
            row = known_by(row, self._year.last, "returned")
            yield {
                "CHILD": row["child"],
                "MISSING": row["type"],
                "MIS_START": row["started"],
                "MIS_END": row["returned"],
            }

    def _social_workers(self) -> Iterator[Row]:
        for child in self._episodes:
            for row in self._workers.get(child, []):
                row = known_by(row, self._year.last, "ended", "change_reason")
                yield {
                    "CHILD": child,
                    "SW_ID": row["worker"],
                    "SW_DECOM": row["started"],
                    "SW_DEC": row["ended"],
                    "SW_REASON": row["change_reason"],
                }
