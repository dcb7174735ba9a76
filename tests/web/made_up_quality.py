"""What the made-up service answers about the quality of its records: something for every child."""

from datetime import date

from sightline.web.quality_shown import Disagreement, Fault, RowSetAside


class MadeUpQuality:
    """A row set aside and a disagreement of every child, and a row that names nobody."""

    names: dict[str, tuple[str, str]]

    def rows_set_aside(self):
        mend = "Correct the end date."
        return [
            RowSetAside("protection_plans", child, "protection_plans.csv", place + 2,
                        "the Sightline folder", "The plan ends before it starts.", mend)
            for place, child in enumerate([*self.names, ""])
        ]  # fmt: skip

    def faults(self):
        return [Fault("referrals", "source", "An unknown code.", "Use a code of the list.", 7, 7)]

    def disagreements(self):
        sides = (
            "2022-05-01",
            "the Sightline folder",
            "2022-05-11",
            "Annex A",
            "Ask the case system.",
        )
        return [
            Disagreement("protection_plans", "started", child, date(2022, 5, 1), *sides)
            for child in self.names
        ] + [
            # An id before birth may be another child's: of the first two each names the other.
            Disagreement(
                "children", "unborn_id", one, None, "", "", other, "Annex A", "Find out whose."
            )
            for one, other in zip(list(self.names)[:2], list(self.names)[1::-1], strict=True)
        ]
