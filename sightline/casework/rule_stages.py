"""Switching rules on in stages, so that nobody's first day is a thousand red rows.

A rule that nobody ever set is on from the beginning. One that is off is asked every night all the
same: figures, the rule book and the child's page show it, worklists do not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sightline.casework.models import Person, RuleStage
from sightline.casework.policy import STAGE_RULES
from sightline.casework.writing import NotRecorded, said, write


@dataclass(frozen=True)
class Stages:
    """What stands: by rule the latest setting. A rule without one is on, and always was."""

    latest: dict[str, RuleStage]

    def is_on(self, rule: str, day: date) -> bool:
        """Whether the rule stands on worklists on that day."""
        setting = self.latest.get(rule)
        return setting is None or (setting.on_from is not None and setting.on_from <= day)

    def on_from(self, rule: str) -> date | None:
        """The day from which it is on worklists; None where nobody set one."""
        setting = self.latest.get(rule)
        return setting.on_from if setting else None

    @property
    def marks(self) -> frozenset[tuple[str, date | None]]:
        """What was set, to tell whether anything has changed."""
        return frozenset((rule, setting.on_from) for rule, setting in self.latest.items())


def stages() -> Stages:
    """The settings as they stand, in one query."""
    rows = RuleStage.objects.select_related("by").order_by("pk")
    return Stages({row.rule: row for row in rows})


def settings_of(rules: Iterable[str]) -> list[RuleStage]:
    """Every setting these rules ever had, the latest first."""
    rows = RuleStage.objects.filter(rule__in=list(rules)).select_related("by")
    return list(rows.order_by("-pk"))


def set_stage(
    *, by: Person, rule: str, on_from: date | None, reason: str, submission: str = ""
) -> RuleStage:
    """Put a rule on worklists from a day on (which may lie ahead), or, without a day, take it off.

    Raises NotRecorded where there is no such rule, or no reason.
    """

    def work(at: datetime) -> RuleStage:
        # Imported here: the rule book takes seconds that signing in does not need.
        from sightline.rules import RULES

        if rule not in RULES:
            raise NotRecorded("There is no rule of that name.", "Choose one from the list.")
        return RuleStage.objects.create(
            rule=rule, on_from=on_from, reason=said(reason, "reason"), by=by, at=at
        )

    words = f"{rule}: on worklists from {on_from}" if on_from else f"{rule}: off worklists"
    return write(by=by, action=STAGE_RULES, thing=words, work=work, submission=submission)
