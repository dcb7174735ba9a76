"""Django pages, one app per thing a person handles."""
