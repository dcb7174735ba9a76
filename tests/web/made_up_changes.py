"""What the made-up service answers about changes to services: each touches the first four children."""


class MadeUpChanges:
    """Answers about children affected."""

    names: dict[str, tuple[str, str]]
    come_since: tuple[str, ...] = ()

    def children_affected(self, kind, concerns, since=None):
        """The first four, and those who a test says have come since."""
        return {*list(self.names)[:4], *self.come_since}

    def services_in_the_records(self):
        return [("early_help:Harbour", "Early help by Harbour")]
