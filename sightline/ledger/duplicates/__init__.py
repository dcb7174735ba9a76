"""One person under two ids: pairs are proposed with what agrees and what differs, a person decides,
and nobody with a sign of adoption is ever compared."""
