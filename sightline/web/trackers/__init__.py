"""The trackers: what brings a child onto each list and off it, declared once for each."""

from sightline.web.trackers.declared import IN_ORDER, TRACKERS
from sightline.web.trackers.tracker import LastSeen, Stay, Tracker, on_now, with_left_of_late

__all__ = ["IN_ORDER", "TRACKERS", "LastSeen", "Stay", "Tracker", "on_now", "with_left_of_late"]
