"""Opening a form, keeping its draft, sending it, and saying what became of it."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from sightline.casework.drafts import draft_of, drop_draft, save_draft
from sightline.casework.policy import ChildRecord
from sightline.casework.recording import Stale
from sightline.casework.writing import NotRecorded
from sightline.web.forms.fields import Field
from sightline.web.forms.filled import Filled, begun, from_draft, sent

SUBMISSION, SEEN, KEEP = "submission", "seen", "keep_draft"
LEFT_OUT_OF_DRAFTS = frozenset({SUBMISSION, SEEN, KEEP, "csrfmiddlewaretoken"})
BY_ITSELF = "by itself"
LONGEST_KEY = 64


@dataclass(frozen=True, kw_only=True)
class DraftOf:
    """Which draft a form is: of which form, about which child and which thing of theirs."""

    form: str
    child: ChildRecord
    about: str = ""

    @property
    def named(self) -> dict[str, Any]:
        """As the functions of ``casework.drafts`` take it."""
        return {"form": self.form, "child": self.child, "about": self.about}


def open_form(
    request: HttpRequest,
    fields: Sequence[Field],
    *,
    values: Mapping[str, Any] | None = None,
    seen: int | None = None,
    draft: DraftOf | None = None,
    prefix: str = "",
) -> Filled:
    """The form of this request: as it was sent, as its writer left it, or as first shown.

    ``values``  what a form first shown holds already.
    ``seen``    the number of the version it corrects.
    ``draft``   where a person may leave it and come back; without it nothing is kept.
    """
    if request.method == "POST":
        key = request.POST.get(SUBMISSION, "")[:LONGEST_KEY] or secrets.token_urlsafe(16)
        form = sent(fields, key, request.POST, request.FILES, prefix)
        form.seen = _number(request.POST.get(SEEN, ""))
    else:
        form = _first_shown(request, fields, values, draft, prefix)
        form.seen = form.draft.seen if form.draft else seen
    form.of = draft
    return form


def _first_shown(request, fields, values, draft: DraftOf | None, prefix: str) -> Filled:
    key = secrets.token_urlsafe(16)
    kept = draft_of(by=request.user, **draft.named) if draft else None
    if kept is None:
        return begun(fields, key, values, prefix)
    form = from_draft(fields, key, kept.content, prefix)
    form.draft = kept
    return form


def keep_draft(request: HttpRequest, form: Filled, *, to: str) -> HttpResponse | None:
    """Where the person asked to come back later: keep what they typed and go to ``to``.

    None where the form is sent for good. A script that keeps it as they type gets 204.
    """
    if request.method != "POST" or KEEP not in request.POST or form.of is None:
        return None
    typed = {
        name: values if len(values) > 1 else values[0]
        for name, values in request.POST.lists()
        if name not in LEFT_OUT_OF_DRAFTS
    }
    save_draft(
        by=request.user, content=typed, seen=form.seen, address=request.path, **form.of.named
    )
    if request.POST[KEEP] == BY_ITSELF:
        return HttpResponse(status=204)
    messages.info(request, "Your draft is kept. Only you can see it. Open the form to go on.")
    return HttpResponseRedirect(to)


@contextmanager
def told(form: Filled) -> Iterator[None]:
    """What cannot be recorded becomes a fault of the form, which is then shown again as typed.

    Where somebody changed it meanwhile both versions are shown, and sending again is a correction
    of theirs.
    """
    try:
        yield
    except Stale as stale:
        form.blame("", f"{stale.fault} {stale.next_step}")
        form.theirs, form.seen = stale.theirs, stale.theirs.number
    except NotRecorded as fault:
        form.blame("", f"{fault.fault} {fault.next_step}")


def done(request: HttpRequest, words: str, *, to: str, form: Filled | None = None) -> HttpResponse:
    """Go to ``to`` and say there, once, what was done. ``words`` name no child."""
    if form is not None and form.of is not None:
        drop_draft(by=request.user, **form.of.named)
    messages.success(request, words)
    return HttpResponseRedirect(to)


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else None
