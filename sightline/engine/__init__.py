"""What a rule, a clock and a measure are, and the only place where an expression is executed."""
