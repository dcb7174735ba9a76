"""The words of the themes."""

from sightline.records.themes import THEMES


def theme_labels() -> dict[str, str]:
    """Each theme's label by its key."""
    return {key: theme.label for key, theme in THEMES.items()}
