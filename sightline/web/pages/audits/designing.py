"""All audits, and designing one: its themes, what it asks, its grades."""

import hashlib

from django.http import HttpRequest, HttpResponse

from sightline.casework import audits
from sightline.casework.access import access_of
from sightline.casework.models import CaseAudit
from sightline.casework.policy import DESIGN_AUDITS, READ_CHILD, SEE_AUDITS, may
from sightline.improvement.audit_questions import QUESTIONS_BY_KEY, questions_on
from sightline.web import service
from sightline.web.door import require
from sightline.web.forms import Field, Filled
from sightline.web.forms.fields import CHOICES, WORDS
from sightline.web.pages.audits.finding import SEEN, audit_address
from sightline.web.pages.listed_children import asked, crumbs, listing, names_of
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels

TO_AUDIT = "children one is to audit"


def all_audits(request: HttpRequest) -> HttpResponse:
    """Every audit, the latest first, and what the person was given to audit."""
    require(request, SEE_AUDITS, words=SEEN)
    access, records = access_of(request.user), service.current().records_for_policy()
    mine = [
        one
        for one in audits.waiting_for(request.user)
        if one.case.child in records
        and may(request.user, READ_CHILD, records[one.case.child], access)
    ]
    rows = list(CaseAudit.objects.order_by("-designed_at"))
    content = {
        "rows": [(one, audits.standing_draw(one)) for one in rows],
        "mine": mine,
        "names": names_of({one.case.child for one in mine}),
        "labels": theme_labels(),
        "themes": sorted({theme for one in rows for theme in one.themes}),
        "designs": bool(may(request.user, DESIGN_AUDITS)),
    }
    cases = [one.case for one in mine]
    return listing(request, "audits/all.html", content, cases, TO_AUDIT)


def choose_themes(request: HttpRequest) -> HttpResponse:
    """Which themes an audit is on; or, once they are chosen, what it asks."""
    require(request, DESIGN_AUDITS, words="design an audit")
    labels = theme_labels()
    chosen = [theme for theme in request.GET.getlist("theme") if theme in labels]
    if not chosen:
        way = crumbs(("Design an audit", ""))
        return shown(request, "audits/themes.html", {"labels": labels, "way": way})
    return _ask(request, chosen, labels)


def _ask(request: HttpRequest, themes: list[str], labels: dict[str, str]) -> HttpResponse:
    """The form of a design on these themes."""
    known = questions_on(themes)
    fields = (
        Field(name="title", label="Title", hint="What is looked at, and why now.", required=True),
        *_of_the_themes([(one.key, one.words) for one in known]),
        Field(
            name="own",
            label="Your own questions",
            kind=WORDS,
            hint="One on each line. Each is answered in words, with evidence.",
        ),
        Field(
            name="grades",
            label="Grades for the whole of a case",
            kind=WORDS,
            hint="The best first, one on each line, in your service’s own words.",
            required=True,
        ),
    )

    def record(form: Filled) -> CaseAudit:
        keys = form.values.get("questions", [])
        return audits.design(
            by=request.user,
            title=form.values["title"],
            themes=themes,
            questions=[
                *((key, QUESTIONS_BY_KEY[key].words) for key in keys),
                *_own(form.values["own"]),
            ],
            grades=_lines(form.values["grades"]),
            submission=form.submission,
        )

    return asked(
        request,
        fields,
        record,
        heading="Design an audit",
        way=crumbs(("Design an audit", "")),
        to=audit_address,
        said="The audit is designed. Draw its sample next.",
        button="Keep this design",
        words=f"On: {'; '.join(labels[theme] for theme in themes)}. "
        "The design stands as you keep it, so that every case is asked the same.",
        values={
            "grades": "\n".join(audits.USUAL_GRADES),
            "questions": [one.key for one in known],
        },
    )


def _of_the_themes(questions: list[tuple[str, str]]) -> tuple[Field, ...]:
    """The questions that are known on the themes, where there are any."""
    if not questions:
        return ()
    return (Field(name="questions", label="What is asked", kind=CHOICES, choices=tuple(questions)),)


def _lines(words: str | None) -> list[str]:
    """Line by line what was typed, no line twice."""
    return list(dict.fromkeys(line.strip() for line in (words or "").splitlines() if line.strip()))


def _own(words: str | None) -> list[tuple[str, str]]:
    """Own questions with a key each, which no known question has."""
    return [
        (f"own-{hashlib.sha256(line.encode()).hexdigest()[:12]}", line) for line in _lines(words)
    ]
