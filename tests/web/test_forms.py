"""A form keeps what was typed, says what is wrong beside it, and is sent once."""

from datetime import date, timedelta

import pytest
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.template import engines
from django.test import RequestFactory
from django.utils import timezone

from sightline.casework.models import Draft, Person
from sightline.casework.policy import ChildRecord
from sightline.casework.writing import NotRecorded
from sightline.web.forms import Field, done, fields_of, keep_draft, open_form, told
from sightline.web.forms import fields as kinds
from sightline.web.forms.sending import DraftOf

FIELDS = (
    Field(name="held", label="Day it was held", kind=kinds.DAY, required=True, not_ahead=True),
    Field(name="words", label="What was said", kind=kinds.WORDS, required=True),
    Field(
        name="agency",
        label="Agency",
        kind=kinds.CHOICE,
        choices=(("police", "Police"), ("health", "Health")),
    ),
    Field(name="seen", label="Was the child seen?", kind=kinds.YES_OR_NO),
    Field(name="hours", label="Hours", kind=kinds.WHOLE, hint="In whole hours."),
    Field(
        name="who",
        label="Who came",
        kind=kinds.CHOICES,
        choices=(("mother", "Mother"), ("father", "Father")),
    ),
)
RIGHT = {
    "held-day": "27",
    "held-month": "march",
    "held-year": "2026",
    "words": " All went well. ",
    "agency": "police",
    "seen": "no",
    "hours": "2",
    "who": ["mother", "father"],
    "submission": "once",
}


def request_of(method: str, content: dict | None = None, person: Person | None = None):
    request = getattr(RequestFactory(), method)("/form/", content or {})
    request.user = person
    request.session = SessionStore()
    MessageMiddleware(lambda _: None).process_request(request)
    return request


def test_what_is_right_is_read():
    form = open_form(request_of("post", RIGHT), FIELDS)
    assert form.is_right
    assert form.submission == "once"
    assert form.values == {
        "held": date(2026, 3, 27),
        "words": "All went well.",
        "agency": "police",
        "seen": False,
        "hours": 2,
        "who": ["mother", "father"],
    }


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"held-day": "31", "held-month": "2"}, "held", "a day that exists"),
        ({"held-year": "26"}, "held", "a day that exists"),
        ({"words": "   "}, "words", "is missing"),
        ({"agency": "army"}, "agency", "choose from the list"),
        ({"seen": "perhaps"}, "seen", "choose yes or no"),
        ({"hours": "two"}, "hours", "whole number"),
        ({"hours": "٣"}, "hours", "whole number"),
        ({"who": ["mother", "aunt"]}, "who", "choose from the list"),
        ({"words": "a" * 20_001}, "words", "up to 20,000 characters"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_shown_as_typed(change, field, words):
    form = open_form(request_of("post", {**RIGHT, **change}), FIELDS)
    assert list(form.faults) == [field]
    assert words in form.fault_of(field)
    page = shown(form)
    assert words in page
    assert form.faults[field].at in page
    assert 'value="27"' in page or "held-day" in change


def test_a_day_that_lies_ahead_is_refused_where_it_must_have_come():
    tomorrow = timezone.localdate() + timedelta(days=1)
    parts = {f"held-{part}": str(getattr(tomorrow, part)) for part in ("day", "month", "year")}
    form = open_form(request_of("post", {**RIGHT, **parts}), FIELDS)
    assert "cannot lie ahead" in form.fault_of("held")


def test_an_empty_form_without_what_must_be_there_names_each():
    form = open_form(request_of("post"), FIELDS)
    assert set(form.faults) == {"held", "words"}
    assert form.values["who"] == []
    assert form.values["seen"] is None


def test_values_are_shown_and_read_again():
    values = {"held": date(2026, 3, 1), "seen": True, "hours": 0, "who": ["father"], "words": "x"}
    form = open_form(request_of("get"), FIELDS, values=values)
    again = open_form(request_of("post", form.typed), FIELDS)
    assert {name: again.values[name] for name in values} == values


def test_what_cannot_be_recorded_is_a_fault_of_the_form():
    form = open_form(request_of("post", RIGHT), FIELDS)
    with told(form):
        raise NotRecorded("That was done already.", "Look at it again.")
    assert "That was done already. Look at it again." in shown(form)


@pytest.mark.django_db
def test_a_draft_is_kept_found_again_and_gone_once_sent():
    person = Person.objects.create(username="writer", role="practitioner", worker="W1")
    draft = DraftOf(form="visit", child=ChildRecord(child="C1", held_by=frozenset({"W1"})))
    half = {"words": "Half a sen", "who": ["mother", "father"], "held-day": "3", "submission": "k"}
    asked = request_of("post", {**half, "keep_draft": "later"}, person)
    form = open_form(asked, FIELDS, draft=draft)
    assert keep_draft(asked, form, to="/back/").url == "/back/"
    begun_again = open_form(request_of("get", person=person), FIELDS, draft=draft)
    page = shown(begun_again)
    assert "Half a sen" in page
    assert 'value="3"' in page
    assert page.count("checked") == 2
    assert "This is your draft" in page
    done(request_of("get", person=person), "Recorded.", to="/", form=begun_again)
    assert not Draft.objects.exists()


@pytest.mark.django_db
def test_a_script_keeps_a_draft_without_leaving_the_page():
    person = Person.objects.create(username="writer", role="practitioner", worker="W1")
    draft = DraftOf(form="visit", child=ChildRecord(child="C1", held_by=frozenset({"W1"})))
    asked = request_of("post", {"words": "Half", "keep_draft": "by itself"}, person)
    assert keep_draft(asked, open_form(asked, FIELDS, draft=draft), to="/").status_code == 204


def test_fields_of_a_record_table_are_its_columns():
    fields = {one.name: one for one in fields_of("return_interviews")}
    assert "child" not in fields
    assert all(one.label for one in fields.values())
    assert any(one.kind == kinds.DAY for one in fields.values())


def shown(form) -> str:
    """The form as a page shows it."""
    template = engines["jinja2"].from_string(
        '{% import "forms/form.html" as forms with context %}{{ forms.errors(form) }}'
        "{% call forms.sent(form) %}{{ forms.boxes(form) }}{% endcall %}"
    )
    return template.render({"form": form, "csrf_input": ""})
