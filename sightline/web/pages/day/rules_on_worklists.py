"""Which rules stand on worklists: seen by everybody who works from one, changed by those who answer."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework.policy import DECIDE, STAGE_RULES, may
from sightline.casework.readers import name_of
from sightline.casework.rule_stages import set_stage, settings_of, stages
from sightline.engine.rule import STAGES
from sightline.rules import RULES
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, done, open_form, told
from sightline.web.forms.fields import CHOICE, CHOICES, DAY, WORDS
from sightline.web.pages.day.rows import day_of
from sightline.web.pages.shown import shown

WORDS_IN_THE_TRAIL = "rules on worklists"
ON, OFF = "on", "off"


def rules_on_worklists(request: HttpRequest) -> HttpResponse:
    """Every rule by stage of the journey: on worklists, from which day, and who set it and why."""
    require(request, DECIDE, words=WORDS_IN_THE_TRAIL)
    standing, day = stages(), day_of(service.current())
    content = {
        "stages": {
            stage: [
                (rule, standing.is_on(rule.name, day), standing.latest.get(rule.name))
                for rule in RULES.values()
                if rule.stage == stage and rule.on_by_default
            ]
            for stage in STAGES
        },
        "off": [rule for rule in RULES.values() if not standing.is_on(rule.name, day)],
        "history": settings_of(RULES),
        "rules": RULES,
        "day": day,
        "may_change": bool(may(request.user, STAGE_RULES)),
        "name_of": name_of,
    }
    return shown(request, "day/rules_on_worklists.html", content)


def change(request: HttpRequest) -> HttpResponse:
    """Put rules on worklists from a day, or take them off, with a reason."""
    require(request, STAGE_RULES, words=WORDS_IN_THE_TRAIL)
    day = day_of(service.current())
    form = open_form(request, _fields(), values={"on_or_off": ON, "on_from": day})
    if request.method == "POST":
        _from_which_day(form)
    if request.method == "POST" and form.is_right:
        chosen = form.values["rules"]
        with told(form):
            for rule in chosen:
                set_stage(
                    by=request.user,
                    rule=rule,
                    on_from=form.values["on_from"] if form.values["on_or_off"] == ON else None,
                    reason=form.values["reason"],
                    submission=f"{form.submission[:40]} {list(RULES).index(rule)}",
                )
            words = f"{len(chosen)} {'rule is' if len(chosen) == 1 else 'rules are'} changed."
            return done(request, words, to=reverse("rules-on-worklists"))
    return shown(request, "day/change_rules.html", {"form": form, "day": day})


def _fields() -> tuple[Field, ...]:
    choices = tuple(
        (rule.name, f"{rule.title} ({rule.stage})") for rule in RULES.values() if rule.on_by_default
    )
    return (
        Field(name="rules", label="Which rules?", kind=CHOICES, choices=choices, required=True),
        Field(
            name="on_or_off",
            label="On worklists, or off them?",
            kind=CHOICE,
            required=True,
            choices=((ON, "On, from the day below"), (OFF, "Off, until somebody puts them on")),
        ),
        Field(
            name="on_from",
            label="From which day?",
            kind=DAY,
            hint="What is open on that day is listed as from before the rule. It may lie ahead.",
        ),
        Field(name="reason", label="Why now?", kind=WORDS, required=True),
    )


def _from_which_day(form: Any) -> None:
    """A rule that goes on needs the day from which it does."""
    if form.values.get("on_or_off") == ON and form.values.get("on_from", date.min) is None:
        form.blame("on_from", "From which day is missing. Give the day, or take the rules off.")
