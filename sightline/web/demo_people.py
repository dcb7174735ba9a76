"""People to try Sightline as. Passwords are made once for each workspace, never fixed in code.

They are kept in the workspace, readable by their owner only, so that the address and the sign-in
can be printed each time the application is started.
"""

import json
import secrets
from pathlib import Path

from sightline.web import keys

PEOPLE = (
    ("leader", "leader"),
    ("analyst", "analyst"),
    ("practitioner", "practitioner"),
    ("member", "member"),
)
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def make(workspace: Path, worker: str = "") -> list[tuple[str, str, str]]:
    """Name, password and role of each; made where missing. ``worker`` is who the practitioner is."""
    from django.contrib.auth import get_user_model

    passwords = _passwords(workspace)
    for name, role in PEOPLE:
        person, is_new = get_user_model().objects.get_or_create(username=name)
        person.role = role
        if role == "practitioner" and worker:
            person.worker = worker
        if is_new or not person.check_password(passwords[name]):
            person.set_password(passwords[name])
        person.save()
    return [(name, passwords[name], role) for name, role in PEOPLE]


def _passwords(workspace: Path) -> dict[str, str]:
    """The passwords of this workspace."""
    kept = keys.kept_secret(
        workspace, "demo_sign_in", lambda: json.dumps({name: _password() for name, _ in PEOPLE})
    )
    return json.loads(kept)


def _password() -> str:
    """Twelve letters that are easy to copy, about 59 bits."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))
