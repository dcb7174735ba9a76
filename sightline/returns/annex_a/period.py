"""The time that each list of Annex A tells of."""

from dataclasses import dataclass
from datetime import date

from sightline.sources.mapping import months_before

MONTHS = 6
# Children for adoption and people who want to adopt: a year. Neither length was checked against
# Ofsted's own workbook of 2026.
MONTHS_OF_ADOPTION = 12
MONTHS_COUNTED = 12


@dataclass(frozen=True)
class Period:
    """The time up to a day: what happened or ran in it stands on the lists. Both days are included."""

    day: date

    @property
    def since(self) -> date:
        """The first day of lists 1 to 8."""
        return months_before(self.day, MONTHS)

    @property
    def since_of_adoption(self) -> date:
        """The first day of lists 10 and 11."""
        return months_before(self.day, MONTHS_OF_ADOPTION)

    @property
    def a_year_ago(self) -> date:
        """Columns that count the last twelve months begin on the day after."""
        return months_before(self.day, MONTHS_COUNTED)

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the time of lists 1 to 8."""
        return day is not None and self.since <= day <= self.day
