"""The part of an address that names a concern, a worker or a team and says nothing of either.

A concern's page is at the token of the child and a keyed hash of the rule and the subject; a list
is narrowed to a worker or a team by a keyed hash of its name.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from sightline.casework.concern_keys import ConcernKey
from sightline.web import keys

KEY = "concern_addresses"


def address_part(concern: ConcernKey, workspace: Path) -> str:
    """What stands for a concern behind the child's token."""
    return opaque("concern", "\n".join((concern.rule, concern.child, concern.subject)), workspace)


def concern_at(part: str, concerns: Iterable[ConcernKey], workspace: Path) -> ConcernKey | None:
    """Which of these concerns the part stands for; None where it stands for none of them."""
    return next((one for one in concerns if address_part(one, workspace) == part), None)


def opaque(kind: str, value: str, workspace: Path) -> str:
    """A short keyed hash of a value; the same value of another kind has another."""
    key = _key(workspace)
    digest = hmac.new(key, f"{kind}\n{value}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def behind(hidden: str, kind: str, values: Iterable[str], workspace: Path) -> str:
    """Which of these values the hash stands for; "" where it stands for none of them."""
    return next((one for one in values if opaque(kind, one, workspace) == hidden), "")


@lru_cache(maxsize=8)
def _key(workspace: Path) -> bytes:
    """The workspace's key, read once: a list asks for it hundreds of times."""
    return keys.key_of(workspace, KEY).encode()
