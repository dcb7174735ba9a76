"""What the return on children looked after holds."""

from collections.abc import Callable
from datetime import date

from tests.sources.formats.rows import Facts, Own, Row, by_then, pick, ran, within

YEARS = ((date(2022, 4, 1), date(2023, 3, 31)), (date(2023, 4, 1), date(2024, 3, 31)))


def return_on_care(own: Own) -> Facts:
    """The return on children looked after of 2022-23 and 2023-24, two years together."""
    both, day = (YEARS[0][0], YEARS[1][1]), YEARS[1][1]
    episodes = [row for row in own["care_episodes"] if ran(row, "started", "ended", both)]
    in_care = {
        year: {row["child"] for row in episodes if ran(row, "started", "ended", year)}
        for year in YEARS
    }

    def about_them(
        table: str, suits: Callable[[Row, tuple[date, date]], bool], *ends: str
    ) -> list[Row]:
        """Rows of a table as known at the end of the last year in which each is told."""
        found = []
        for row in own[table]:
            told = [year for year in YEARS if row["child"] in in_care[year] and suits(row, year)]
            if told:
                found.append(by_then(row, told[-1][1], *ends) if ends else row)
        return found

    immunised = {row["child"] for row in own["immunisations"] if row["up_to_date"]}
    born = {row["child"]: row["born"] for row in own["children"]}
    leavers = [
        row for row in own["care_leavers"] if row["in_touch"] is not None and row["as_of"] <= day
    ]
    ever_in_care = {child for children in in_care.values() for child in children}
    return {
        "children": pick(
            [
                row if row["child"] in ever_in_care else {**row, "sex": None, "ethnicity": None}
                for row in own["children"]
                if row["child"] in ever_in_care | {leaver["child"] for leaver in leavers}
            ],
            "child", "sex", "born", "ethnicity",
        ),
        "care_episodes": pick(
            [by_then(row, day, "ended", "end_reason") for row in episodes],
            "child", "started", "ended", "legal_status", "start_reason", "end_reason",
            "primary_need",
        ),
        "placements": pick(
            [by_then(row, day, "ended", "change_reason") for row in _placements_told(own, episodes)],
            "child", "started", "ended", "type", "provider", "change_reason", "home_urn",
        ),
        "missing_episodes": pick(
            about_them(
                "missing_episodes",
                lambda row, year: ran(row, "started", "returned", year),
                "returned",
            ),
            "child", "started", "returned", "type",
        ),
        "care_reviews": pick(
            [
                row
                for row in about_them("care_reviews", lambda row, year: within(row["held"], year))
                if not row["cancelled"]
            ],
            "child", "held", "participation",
        ),
        "allocations": pick(
            [
                row
                for row in about_them(
                    "allocations",
                    lambda row, year: ran(row, "started", "ended", year),
                    "ended",
                    "change_reason",
                )
                if row["role"] == "social worker"
            ],
            "child", "worker", "started", "ended", "change_reason",
        ),
        "immunisations": pick(
            [
                {"child": child, "as_of": year[1], "up_to_date": child in immunised}
                for year, children in in_care.items()
                for child in children
            ],
            "child", "as_of", "up_to_date",
        ),
        "care_leavers": pick(
            [
                {**row, "as_of": _birthday(born[row["child"]], year)}
                for year in YEARS
                for row in leavers
                if row["as_of"] <= year[1]
            ],
            "child", "as_of", "in_touch", "activity", "accommodation", "accommodation_suitable",
        ),
        "previous_permanence": pick(
            about_them("previous_permanence", lambda row, year: True),
            "child", "ordered", "option", "council",
        ),
        "permanence": pick(
            [
                _adoption_of_the_return(row)
                for row in about_them(
                    "permanence",
                    lambda row, year: ran(row, "decided", "order_made", year),
                    "decision_reversed",
                    "reversal_reason",
                )
            ],
            "child", "decided", "decision_reversed", "reversal_reason", "matched",
            "adopted_by_carer", "adopters", "adopter_sex", "adopter_status",
        ),
    }  # fmt: skip


def _placements_told(own: Own, episodes: list[Row]) -> list[Row]:
    """Placements of the episodes told.

    One whose first episode ended before the two years shows only from its next change of legal
    status on: the return does not say when it began.
    """
    found = []
    for row in own["placements"]:
        told = [
            episode["started"]
            for episode in episodes
            if episode["child"] == row["child"]
            and row["started"] <= episode["started"]
            and (row["ended"] is None or episode["started"] < row["ended"])
        ]
        if told:
            found.append({**row, "started": min(told)})
    return found


def _adoption_of_the_return(row: Row) -> Row:
    """Matching and adopters are told of those adopted in one of the two years."""
    if any(within(row["order_made"], year) for year in YEARS):
        return row
    only_adopted = ("matched", "adopted_by_carer", "adopters", "adopter_sex", "adopter_status")
    return {**row, **dict.fromkeys(only_adopted)}


def _birthday(born: date, year: tuple[date, date]) -> date:
    """The birthday that lies in a year of the return."""
    days = [date(one.year, born.month, min(born.day, 28)) for one in year]
    return next(day for day in days if within(day, year))
