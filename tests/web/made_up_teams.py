"""What the made-up service answers about teams: who holds whom today, and when each child was seen."""

from datetime import date

from sightline.web.service import Held


class MadeUpTeams:
    """Each child is held by the worker and in the team of its record; the last one by a team alone."""

    names: dict[str, tuple[str, str]]

    def held_today(self):
        records = self.records_for_policy()
        return tuple(
            Held(child, worker, team, date(2023, 1, 9))
            for child in self.names
            for team in sorted(records[child].teams)
            for worker in sorted(records[child].held_by) or [""]
        )

    def last_visits(self, children):
        return dict.fromkeys(children, date(2022, 12, 9))
