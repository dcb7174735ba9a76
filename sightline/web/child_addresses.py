"""The address of a child's page: a keyed token that says nothing of the child.

Names, dates of birth and the council's ids stand in no address, so none reaches a browser's
history, a proxy's log or a bookmark. The token is the same in one workspace for ever and
means nothing in another.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from sightline.web import keys


def token_of(child: str, workspace: Path) -> str:
    """The token that stands for this child in addresses."""
    key = keys.key_of(workspace, "child_addresses").encode()
    return _token(child, key)


def child_of(token: str, children: Sequence[str], workspace: Path) -> str | None:
    """Which of the ``children`` the token stands for; None where it stands for none of them."""
    return _children_by_token(tuple(children), workspace).get(token)


@lru_cache(maxsize=2)
def _children_by_token(children: tuple[str, ...], workspace: Path) -> dict[str, str]:
    """Every child by token; made once for each ledger."""
    key = keys.key_of(workspace, "child_addresses").encode()
    return {_token(child, key): child for child in children}


def _token(child: str, key: bytes) -> str:
    """120 bits of the keyed hash, in letters and digits that are read alike by everybody."""
    digest = hmac.new(key, child.encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:15]).decode().lower()
