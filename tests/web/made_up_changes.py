"""What the made-up service answers about changes to services: each touches the first four children."""

from sightline.web.what_came_of_a_change import OUTCOMES


class MadeUpChanges:
    """Answers about children affected."""

    names: dict[str, tuple[str, str]]
    come_since: tuple[str, ...] = ()

    def children_affected(self, kind, concerns, since=None):
        """The first four, and those who a test says have come since."""
        return {*list(self.names)[:4], *self.come_since}

    def services_in_the_records(self):
        return [("early_help:Harbour", "Early help by Harbour")]

    def came_by(self, children, since, day):
        """Of nobody is it told who was in care; all else came to the first two of the children."""
        first = frozenset(sorted(children)[:2])
        return {name: None if name == "in-care" else first for name in OUTCOMES}
