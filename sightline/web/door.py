"""The door of every page: asks the policy, keeps what was refused, shows why."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from sightline.casework import audit
from sightline.casework.policy import may


def require(
    request: HttpRequest,
    action: str,
    thing: Any = None,
    *,
    words: str,
    children: Sequence[str] = (),
) -> None:
    """Go on where the policy says yes. Otherwise the refusal is written down and the page stops.

    ``words`` say in the audit trail what was asked for; they name no child.
    """
    answer = may(request.user, action, thing)
    if answer:
        return
    audit.record(
        by=request.user if request.user.is_authenticated else None,
        action=action,
        thing=words,
        children=children,
        refused_because=answer.because,
    )
    raise PermissionDenied(answer.because)
