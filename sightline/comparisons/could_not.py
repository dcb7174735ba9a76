"""The error a reader may see: what is wrong with published statistics, and what to do next."""


class CouldNotCompare(Exception):
    """Something could not be done, in two sentences a reader can act on.

    ``fault``      what is wrong, in the reader's words.
    ``next_step``  what to do about it.
    """

    def __init__(self, fault: str, next_step: str) -> None:
        super().__init__(f"{fault} {next_step}")
        self.fault = fault
        self.next_step = next_step
