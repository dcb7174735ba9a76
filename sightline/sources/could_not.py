"""The error a reader may see: what is wrong, and what to do next."""


class CouldNot(Exception):
    """Something could not be done, said in two sentences a practitioner can act on.

    ``fault``      what is wrong, in the reader's words.
    ``next_step``  what to do about it.
    Neither ever holds a child's data: both may end up in a log.
    """

    def __init__(self, fault: str, next_step: str) -> None:
        super().__init__(f"{fault} {next_step}")
        self.fault = fault
        self.next_step = next_step
