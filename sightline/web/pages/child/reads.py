"""Who has read a child's record: every showing and every refusal, for those who may see it."""

from django.http import HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.policy import SEE_AUDIT
from sightline.web.pages.child.frame import opened, shown_tab

ON_A_PAGE = 100
WORDS = "who has read a child's record"


def reads(request: HttpRequest, token: str) -> HttpResponse:
    """The readings, newest first, so many on a page."""
    page = opened(request, token, action=SEE_AUDIT, words=WORDS)
    found = audit.reads_of_child(page.child)
    total = found.count()
    number = min(_number(request.GET.get("page", "")), max(1, -(-total // ON_A_PAGE)))
    return shown_tab(
        page,
        "child/reads.html",
        lambda: {
            "reads": found[(number - 1) * ON_A_PAGE : number * ON_A_PAGE],
            "total": total,
            "number": number,
            "earlier": number * ON_A_PAGE < total,
            "later": number > 1,
        },
        words=WORDS,
    )


def _number(asked: str) -> int:
    """The number of the page asked for; 1 where that is no number."""
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
