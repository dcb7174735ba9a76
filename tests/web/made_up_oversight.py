"""What the made-up service answers to the pages of oversight: every child had one plan, which ended."""

from datetime import date

from sightline.measures.endings import Ending
from sightline.rules.checks_before_ending import CHECKS
from sightline.web.service import CheckAnswer
from sightline.web.trackers import LastSeen, Stay

PLAN = "protection plan 2022-05-01"
STARTED, ENDED = date(2022, 5, 1), date(2023, 3, 1)
ANSWERS = {
    name: CheckAnswer(
        ("met", "not met", "no evidence")[place % 3], (("decided", "2024-02-27"),) if place % 3 else ()
    )
    for place, name in enumerate(CHECKS)
}  # fmt: skip


class MadeUpOversight:
    """Answers about plans that end."""

    names: dict[str, tuple[str, str]]

    def checks_before_ending(self, child, plan_started, on, also=None, in_place_of=()):
        """What is recorded with it is met."""
        told = (also or {}).get("plan_endings", [{}])[0]
        return ANSWERS | (
            {"relapse_plan_written": CheckAnswer("met", (("relapse plan", True),))}
            if told.get("relapse_plan")
            else {}
        )

    def stays(self, tracker):
        """Every child came onto each tracker; the second left of late."""
        return [
            Stay(
                child,
                date(2024, 1, 5 + place),
                date(2024, 3, 20) if place == 1 else None,
                "made up",
            )
            for place, child in enumerate(self.names)
        ]

    def open_children(self):
        """The first was never seen, the others were in turn."""
        return [
            LastSeen(
                child,
                date(2024, 3, place) if place else None,
                "W1" if place else "",
                "in person" if place else "",
            )
            for place, child in enumerate(self.names)
        ]

    def checks_at_endings_of(self, child):
        return {PLAN: ANSWERS}

    def endings(self, wanted):
        found = [
            Ending(
                child=child,
                subject=PLAN,
                ended=ENDED,
                end_reason="no longer at risk of significant harm",
                looked_until=date(2024, 3, 1),
                next_plan_started=date(2023, 3, 20) if place == 0 else None,
                next_enquiry_started=date(2023, 3, 9) if place < 2 else None,
                entered_care=None,
                worker="W1" if place % 2 else "W2",
                team="Assessment North" if place % 2 else "Assessment South",
            )
            for place, child in enumerate(self.names)
        ]
        return [
            one
            for one in found
            if wanted.since <= one.ended <= wanted.until
            and wanted.team in ("", one.team)
            and wanted.child in ("", one.child)
            and (not wanted.came or getattr(one, wanted.came))
        ]

    def answers_at_endings(self, wanted):
        plans = len(self.endings(wanted))
        return {
            name: {one: plans if one == said.answer else 0 for one in ("met", "not met", "no evidence")}
            for name, said in ANSWERS.items()
        }  # fmt: skip

    def checks_nobody_can_answer(self):
        return {"every_action_done": "The source holds no plan actions."}

    def teams_of_endings(self):
        return ["Assessment North", "Assessment South"]
