"""The council's own values of standards, as plans use them."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from sightline.ledger.settings import read_settings


def local_values() -> Mapping[str, Any]:
    """What ``[standards]`` of sightline.toml says; nothing where no workspace is served."""
    return read_settings(settings.WORKSPACE).standards if settings.WORKSPACE else {}
