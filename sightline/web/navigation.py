"""The bars at the top: the parts of the application, and the pages of the part somebody is in.

A page is listed to those whom the policy lets do what the page is for; the page itself asks again.
A new page is added here to the part it belongs to.
"""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import reverse

from sightline.casework import policy


@dataclass(frozen=True)
class Page:
    """A page in the bar: its words, its name in the addresses, and the pages reached from it.

    ``action`` is what the policy is asked before the page is listed.
    """

    words: str
    name: str
    belongs: tuple[str, ...] = ()
    action: str = policy.SEE_FIGURES


@dataclass(frozen=True)
class Section:
    """A part of the application and its pages, the first of which it opens on."""

    words: str
    pages: tuple[Page, ...] = field(default_factory=tuple)


PLAN_PAGES = (
    "begin-plan",
    "begin-plan-without",
    "begin-plan-from",
    "plan",
    "plan-on-a-page",
    "plan-papers",
    "self-evaluation",
    "make-claim",
    "change-claim",
    "tie-claim",
    "withdraw-claim",
    "untie-claim",
    "change-plan",
    "plan-document",
    "add-objective",
    "take-up-drafts",
    "key-posts",
    "plan-money",
    "money-spent",
    "plan-after",
    "objective",
    "change-objective",
    "take-up-objective",
    "leave-out-objective",
    "merge-objectives",
    "split-objective",
    "choose-measure",
    "choose-proposed",
    "drop-measure",
    "choose-questions",
    "drop-question",
    "say-objective",
    "decide-objective",
    "keep-evidence",
    "set-action",
    "withdraw-evidence",
)
ACTION_PAGES = (
    "improvement-action",
    "say-action",
    "end-action",
    "change-action",
    "wait-for-action",
    "wait-no-longer",
)

AUDIT_PAGES = (
    "design-audit",
    "audits-on-theme",
    "case-audit",
    "draw-sample",
    "audit-case",
    "assign-auditors",
    "answer-audit",
    "moderate-audit",
    "audit-action",
    "audit-again",
)
LOOK_BACK_PAGES = (
    "fix-cohort",
    "look-back",
    "look-back-report",
    "give-children",
    "close-look-back",
    "look-back-child",
    "assign-reviewer",
    "look-back-outcome",
)
SERVICE_CHANGE_PAGES = (
    "begin-service-change",
    "service-change",
    "take-in-children",
    "place-children",
    "service-change-happened",
    "call-off-service-change",
    "affected-child",
    "decide-destination",
    "service-change-following",
    "children-followed",
)

SECTIONS = (
    Section(
        "My day",
        (
            Page("My day", "my-day", ("concern", "decide", "several", "task"), policy.DECIDE),
            Page(
                "Rules on worklists",
                "rules-on-worklists",
                ("change-rules-on-worklists",),
                policy.DECIDE,
            ),
        ),
    ),
    Section("Home", (Page("Home", "home", action=policy.SEE_PUBLISHED),)),
    Section(
        "Children",
        (
            Page("Find a child", "find-child", ("find-child-open",), policy.SEARCH_CHILDREN),
            Page("Restricted records", "restricted", ("restricted-hand-over",), policy.RESTRICT),
        ),
    ),
    Section(
        "Trackers",
        (
            Page("Trackers", "trackers", ("tracker",)),
            Page("Emergency tracker", "emergency", action=policy.LIST_CHILDREN),
        ),
    ),
    Section(
        "Supervision",
        (Page("Supervision", "supervision", ("supervision-session",), policy.LIST_CHILDREN),),
    ),
    Section(
        "Figures",
        (
            Page("Measures", "measures", ("measure", "children-behind")),
            Page("Compare", "compare", ("comparison", "compare-theme", "compare-sources")),
            Page("What cannot be told", "cannot-tell"),
            Page("Rows set aside", "set-aside"),
        ),
    ),
    Section(
        "Oversight",
        (
            Page(
                "Plans that ended",
                "endings",
                ("children-of-endings", "endings-recorded"),
            ),
            Page("Audits", "audits", AUDIT_PAGES, policy.SEE_AUDITS),
            Page("Look-back reviews", "look-backs", LOOK_BACK_PAGES, policy.SEE_AUDITS),
            Page(
                "Service changes",
                "service-changes",
                SERVICE_CHANGE_PAGES,
                policy.SEE_SERVICE_CHANGES,
            ),
            Page("Teams", "teams", ("team", "team-worker", "allocate")),
            Page(
                "Data quality",
                "data-quality",
                ("data-quality-kind", "settle-dispute"),
                policy.LIST_CHILDREN,
            ),
        ),
    ),
    Section(
        "Inspections",
        (
            Page("Reports", "inspections", ("line-of-sight", "report-page"), policy.SEE_PUBLISHED),
            Page("Ready for inspection", "ready"),
            Page("Search reports", "search", ("theme",), policy.SEE_PUBLISHED),
            Page("Authorities", "authorities", ("authority",), policy.SEE_PUBLISHED),
            Page("National picture", "national", action=policy.SEE_PUBLISHED),
        ),
    ),
    Section(
        "Improvement",
        (
            Page("Plans", "plans", PLAN_PAGES, policy.SEE_IMPROVEMENT),
            Page("My actions", "my-actions", ACTION_PAGES, policy.OWN_ACTIONS),
        ),
    ),
    Section(
        "Rule book",
        (
            Page("Rules", "rules", ("rule",), policy.SEE_RULES),
            Page("Standards", "standards", action=policy.SEE_RULES),
        ),
    ),
    Section(
        "People",
        (
            Page(
                "People",
                "people",
                (
                    "person",
                    "person-add",
                    "person-change",
                    "person-role",
                    "person-join",
                    "person-link",
                    "person-reset",
                    "person-left",
                ),
                policy.SET_UP_PEOPLE,
            ),
        ),
    ),
    Section("Audit trail", (Page("Audit trail", "audit-trail", action=policy.SEE_AUDIT),)),
)


def first_page_of(person: object) -> str:
    """The name of the page somebody comes to after signing in: their day, where they have one."""
    return "my-day" if policy.may(person, policy.DECIDE) else "home"


def sections(request: HttpRequest) -> list[dict[str, object]]:
    """The parts this person may open; the one they are in is marked."""
    here = _here(request)
    return [
        {
            "text": section.words,
            "href": reverse(pages[0].name),
            "active": any(_is_here(page, here) for page in pages),
        }
        for section in SECTIONS
        if (pages := _open_to(request, section))
    ]


def pages_beside(request: HttpRequest) -> list[dict[str, object]]:
    """The pages of the part somebody is in; none where there is but one."""
    here = _here(request)
    for section in SECTIONS:
        pages = _open_to(request, section)
        if len(pages) > 1 and any(_is_here(page, here) for page in pages):
            return [
                {"text": page.words, "href": reverse(page.name), "active": _is_here(page, here)}
                for page in pages
            ]
    return []


def _open_to(request: HttpRequest, section: Section) -> list[Page]:
    return [page for page in section.pages if policy.may(request.user, page.action)]


def _is_here(page: Page, here: str) -> bool:
    return here == page.name or here in page.belongs


def _here(request: HttpRequest) -> str:
    return request.resolver_match.url_name or "" if request.resolver_match else ""
