"""Fixing a cohort: by a rule, by how often a child was referred, or by a list of council ids."""

import re
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from sightline.casework import look_backs
from sightline.casework.models import LookBack
from sightline.casework.policy import DESIGN_AUDITS
from sightline.casework.writing import NotRecorded
from sightline.rules import RULES
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, Filled
from sightline.web.forms.fields import CHOICE, DAY, FILE, WHOLE, WORDS
from sightline.web.pages.listed_children import asked
from sightline.web.pages.lookback.finding import review_address, way
from sightline.web.words import day_in_words

BY_RULE, BY_REFERRALS, BY_LIST = "rule", "referrals", "list"
LARGEST_FILE = 1_000_000
FEWEST_REFERRALS, MOST_REFERRALS = 1, 1_000


def fix(request: HttpRequest) -> HttpResponse:
    """Ask who is looked at; once it is sent the cohort stands."""
    require(request, DESIGN_AUDITS, words="fix the cohort of a look-back review")
    day = service.current().authority().day

    def record(form: Filled) -> LookBack:
        values = form.values
        until = values["until"] or day
        children, found_by = _found(values, until)
        workspace = service.current()
        return look_backs.fix_cohort(
            by=request.user,
            title=values["title"],
            question=values["question"],
            found_by=found_by,
            on=until,
            records=[workspace.record_of(child) for child in sorted(children)],
            submission=form.submission,
        )

    return asked(
        request,
        _fields(),
        record,
        heading="Begin a look-back review",
        way=way(("Begin a review", "")),
        to=review_address,
        said="The cohort is fixed. Give its children to reviewers next.",
        button="Fix the cohort",
        words="The children found now are the cohort: nobody joins or leaves it. Every one of them "
        "gets an outcome before the review can be closed.",
        values={"until": day},
    )


def _fields() -> tuple[Field, ...]:
    rules = sorted(RULES.values(), key=lambda one: one.title)
    ways = (
        (BY_RULE, "By a rule: children for whom it was open"),
        (BY_REFERRALS, "By referrals: children referred so often"),
        (BY_LIST, "By a list of council ids"),
    )
    return (
        Field(name="title", label="Title", required=True),
        Field(
            name="question",
            label="What is asked of each child?",
            hint="Such as: was there a concern that nobody saw?",
            kind=WORDS,
            required=True,
        ),
        Field(name="how", label="How are the children found?", kind=CHOICE, choices=ways, required=True),
        Field(name="rule", label="Rule", kind=CHOICE, choices=tuple((one.name, one.title) for one in rules)),
        Field(name="times", label="Referred on so many days or more", kind=WHOLE),
        Field(name="ids", label="Council ids", kind=WORDS, hint="One on each line."),
        Field(name="file", label="Or a file of council ids", kind=FILE, hint="Text or CSV, one id on each line, up to 1 MB."),
        Field(name="since", label="Since", kind=DAY, not_ahead=True, hint="For a rule or referrals: the first day looked at. Leave it empty for a rule that was open on the last day."),
        Field(name="until", label="Until", kind=DAY, not_ahead=True, hint="The last day looked at: by default the day of the records."),
    )  # fmt: skip


def _found(values: dict[str, Any], until: date) -> tuple[set[str], str]:
    """The children who answer the question, and in words how they were found."""
    since = values["since"]
    if since and since > until:
        raise NotRecorded("The first day lies after the last.", "Give the earlier day first.")
    workspace = service.current()
    if values["how"] == BY_RULE:
        if not values["rule"]:
            raise NotRecorded("No rule is chosen.", "Choose one from the list.")
        when = _between(since, until) if since else f"on {day_in_words(until)}"
        children = workspace.children_with(values["rule"], since or until, until)
        return children, f"{RULES[values['rule']].title}: open {when}."
    if values["how"] == BY_REFERRALS:
        times = values["times"] or 0
        if not FEWEST_REFERRALS <= times <= MOST_REFERRALS or since is None:
            raise NotRecorded(
                "Referrals are counted from a number and a first day.",
                f"Give a number from {FEWEST_REFERRALS} to {MOST_REFERRALS:,}, and the first day.",
            )
        children = workspace.children_referred(times, since, until)
        return children, f"Referred on {times} days or more {_between(since, until)}."
    return _listed(values["ids"], values["file"]), "A list of council ids."


def _between(since: date, until: date) -> str:
    return f"between {day_in_words(since)} and {day_in_words(until)}"


def _listed(typed: str | None, file: UploadedFile | None) -> set[str]:
    """The children of a list. Raises NotRecorded where an id is nobody's, so that none is lost unseen."""
    ids = set(re.split(r"[\s,;\"]+", f"{typed or ''}\n{_text_of(file)}")) - {""}
    known = set(service.current().children())
    strange = len(ids - known)
    if strange:
        words = "1 id is" if strange == 1 else f"{strange:,} ids are"
        raise NotRecorded(
            f"{words} nobody’s in these records.", "Correct the list, without a heading, and send it again."
        )  # fmt: skip
    return ids


def _text_of(file: UploadedFile | None) -> str:
    if file is None:
        return ""
    if (file.size or 0) > LARGEST_FILE:
        raise NotRecorded("The file is larger than 1 MB.", "Send the ids alone.")
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotRecorded(
            "The file is not plain text.", "Save it as text or CSV and send it again."
        ) from None
