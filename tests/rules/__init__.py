"""Tests of the rule book as a whole: what every rule must have, and what breaks it."""
