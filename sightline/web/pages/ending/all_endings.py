"""Every plan that ended: what the plans ended on, what came after, and the children behind each figure."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import audit
from sightline.casework.models import Recording
from sightline.casework.policy import (
    EXPORT_CHILDREN,
    LIST_CHILDREN,
    SEE_FIGURES,
    SEE_SMALL_NUMBERS,
    may,
)
from sightline.engine.check import ANSWERS
from sightline.engine.periods import YEAR, month_of, period_named, periods
from sightline.engine.small_numbers import SMALLEST_SHOWN, is_small
from sightline.measures.endings import Ending, Wanted
from sightline.rules.checks_before_ending import CHECKS
from sightline.rules.ending_a_plan import AFTERWARDS
from sightline.web import service
from sightline.web.door import require
from sightline.web.lists import csv_file, in_pages, open_to
from sightline.web.pages.child_door import address_of
from sightline.web.pages.shown import shown
from sightline.web.words import day_in_words

ALL, LAST_YEAR = "all", "last-12-months"
IN_WORDS = {
    "next_plan_started": "a new protection plan",
    "next_enquiry_started": "a new enquiry",
    "entered_care": "entry to care",
}
COLUMNS = ("child", "given_name", "family_name", "plan", "ended", "end_reason", "team", "worker",
           *AFTERWARDS, "looked_until")  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """What the page is asked for: ``period`` is a year, or all; ``wanted`` the same for the ledger."""

    period: str
    team: str
    wanted: Wanted

    @property
    def in_address(self) -> dict[str, str]:
        """The part behind the question mark."""
        return {"period": self.period} | ({"team": self.team} if self.team else {})

    @property
    def in_words(self) -> str:
        """The days the plans ended in, as a sentence goes on."""
        if self.period == ALL:
            return "all years"
        return f"ended from {day_in_words(self.wanted.since)} to {day_in_words(self.wanted.until)}"

    def list_at(self, **more: str) -> str:
        """The address of the list behind one figure."""
        return f"{reverse('children-of-endings')}?{urlencode(self.in_address | more)}"


def endings(request: HttpRequest) -> HttpResponse:
    """Figures over all endings of a period: what came after, and check by check what they ended on."""
    require(request, SEE_FIGURES, words="all endings of plans")
    choice = _choice(request)
    workspace = service.current()
    ended = workspace.endings(choice.wanted)
    sees_small = bool(may(request.user, SEE_SMALL_NUMBERS)) and not _few_and_not_theirs(
        request, ended, workspace
    )
    answers = workspace.answers_at_endings(choice.wanted)
    content = {
        "choice": choice,
        "years": _years(workspace),
        "teams": workspace.teams_of_endings(),
        "number": _number(len(ended), 0, sees_small),
        "after": {
            name: _number(sum(getattr(one, name) is not None for one in ended), len(ended), sees_small)
            for name in AFTERWARDS
        },
        "still_looked": _number(_still_in_view(ended, workspace), len(ended), sees_small),
        "after_in_words": IN_WORDS,
        "answers": [
            (CHECKS[name], _row(counts, sees_small)) for name, counts in answers.items()
        ],
        "answer_names": ANSWERS,
        "nobody_can_answer": workspace.checks_nobody_can_answer(),
        "may_list": bool(may(request.user, LIST_CHILDREN)),
    }  # fmt: skip
    return shown(request, "ending/endings.html", content)


def children(request: HttpRequest) -> HttpResponse:
    """The children behind one of the figures. Reading the list is kept in the audit trail."""
    words = "children whose plans ended"
    require(request, LIST_CHILDREN, words=words)
    choice = _choice(request)
    workspace = service.current()
    ended = workspace.endings(choice.wanted)
    rows = open_to(request.user, ended, workspace.records_for_policy())
    page = in_pages(request, rows, len(ended))
    with transaction.atomic():
        audit.record(
            by=request.user,
            action=LIST_CHILDREN,
            thing=words,
            children=[one.child for one in page.rows],
        )
        return shown(
            request,
            "ending/children.html",
            {
                "choice": choice,
                "page_of_list": page,
                "names": workspace.names_of({one.child for one in page.rows}),
                "workers": workspace.worker_names(),
                "recorded": _recorded_among(page.rows),
                "address_of": address_of,
                "what": _what(choice.wanted),
                "file": f"{reverse('children-of-endings-file')}?{request.GET.urlencode()}",
                "may_export": bool(may(request.user, EXPORT_CHILDREN)),
            },
        )


def children_file(request: HttpRequest) -> HttpResponse:
    """The same list, whole, as a file."""
    words = "file of children whose plans ended"
    require(request, EXPORT_CHILDREN, words=words)
    choice = _choice(request)
    workspace = service.current()
    rows = open_to(request.user, workspace.endings(choice.wanted), workspace.records_for_policy())
    names = workspace.names_of({one.child for one in rows})
    with transaction.atomic():
        audit.record(
            by=request.user,
            action=EXPORT_CHILDREN,
            thing=words,
            children=[one.child for one in rows],
        )
        return csv_file(
            f"plans-that-ended-{choice.period}",
            workspace.authority(),
            COLUMNS,
            (
                (one.child, *names.get(one.child, ("", "")), one.subject, one.ended, one.end_reason,
                 one.team, one.worker, one.next_plan_started, one.next_enquiry_started,
                 one.entered_care, one.looked_until)
                for one in rows
            ),
        )  # fmt: skip


def recorded(request: HttpRequest) -> HttpResponse:
    """What was recorded here of plans that end, the latest first."""
    words = "endings recorded here"
    require(request, LIST_CHILDREN, words=words)
    workspace = service.current()
    found = list(
        Recording.objects.filter(table="plan_endings")
        .select_related("made_by")
        .order_by("-made_on", "-pk")
    )
    rows = open_to(request.user, found, workspace.records_for_policy())
    page = in_pages(request, rows, len(found))
    with transaction.atomic():
        audit.record(
            by=request.user,
            action=LIST_CHILDREN,
            thing=words,
            children=[one.child for one in page.rows],
        )
        return shown(
            request,
            "ending/recorded.html",
            {
                "page_of_list": page,
                "names": workspace.names_of({one.child for one in page.rows}),
                "address_of": address_of,
            },
        )


def _choice(request: HttpRequest) -> Choice:
    """What the address asks for; Http404 for what there is not."""
    workspace = service.current()
    years = [one.label for one in _years(workspace)]
    period = request.GET.get("period") or LAST_YEAR
    team = request.GET.get("team", "")
    check, answer = request.GET.get("check", ""), request.GET.get("answer", "")
    came = request.GET.get("came", "")
    if (
        period not in (ALL, LAST_YEAR, *years)
        or (team and team not in workspace.teams_of_endings())
        or (came and came not in AFTERWARDS)
        or ((check or answer) and (check not in CHECKS or answer not in ANSWERS))
    ):
        raise Http404("There are no such endings.")
    first, last = _days(period, workspace.authority().day)
    wanted = Wanted(since=first, until=last, team=team, check=check, answer=answer, came=came)
    return Choice(period, team, wanted)


def _days(period: str, today: date) -> tuple[date, date]:
    """The first and the last day of a period, which goes no further than the day asked about."""
    if period == ALL:
        return date.min, today
    if period == LAST_YEAR:
        # 29 February has no day a year before.
        before = date(today.year - 1, today.month, min(today.day, 28 if today.month == 2 else 31))
        return before + timedelta(days=1), today
    return period_named(period).first_day, min(period_named(period).last_day, today)


def _years(workspace: service.Service) -> list:
    """The years (April to March) that the records speak of, the latest first."""
    authority = workspace.authority()
    earliest = authority.earliest_day or authority.day
    return list(reversed(periods(YEAR, month_of(earliest), month_of(authority.day))))


def _still_in_view(ended: list[Ending], workspace: service.Service) -> int:
    """How many endings are so recent that something may yet come after them."""
    return sum(one.looked_until > workspace.authority().day for one in ended)


def _few_and_not_theirs(
    request: HttpRequest, ended: list[Ending], workspace: service.Service
) -> bool:
    """Whether so few plans were chosen that their figures would tell of a child whose record is closed
    to this person."""
    if len(ended) >= SMALLEST_SHOWN:
        return False
    return len(open_to(request.user, ended, workspace.records_for_policy())) < len(ended)


def _number(count: int, out_of: int, sees_small: bool) -> int | None:
    """A count as this person may see it; None where it is hidden."""
    return count if sees_small or not is_small(count, out_of) else None


def _row(counts: dict[str, int], sees_small: bool) -> dict[str, int | None]:
    """One check's counts; where one is small, another is hidden with it, for the total would tell it."""
    if sees_small:
        return dict(counts)
    if is_small(sum(counts.values()), 0):
        return dict.fromkeys(counts)
    hidden = {name for name, count in counts.items() if is_small(count, 0)}
    if len(hidden) == 1:
        others = [name for name in counts if name not in hidden]
        hidden.add(min(others, key=lambda name: counts[name]))
    return {name: None if name in hidden else count for name, count in counts.items()}


def _what(wanted: Wanted) -> str:
    """What the list holds, in words."""
    if wanted.came:
        return f"followed by {IN_WORDS[wanted.came]}"
    if wanted.check:
        return f"“{CHECKS[wanted.check].title}”: {wanted.answer}"
    return ""


def _recorded_among(rows) -> dict[tuple[str, str], int]:
    """The recordings of these endings, by child and plan."""
    wanted = {
        f"end of plan {one.subject[-10:]} {one.child}": (one.child, one.subject) for one in rows
    }
    found = Recording.objects.filter(only_one__in=list(wanted), is_withdrawn=False)
    return {wanted[one.only_one]: one.pk for one in found}
