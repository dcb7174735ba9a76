"""Why a reading could not begin. The messages are sentences for the person who asked."""

from __future__ import annotations


class NothingToRead(Exception):
    """The paths hold no document."""


class IndexNotUsable(NothingToRead):
    """The list of downloads that was given cannot be used."""
