"""Names for made-up people: ordinary given names, and family names made of moors and weather.

The family names are put together so that a reader sees at once that nobody real is meant.
"""

GIVEN_NAMES = (
    "Aaliyah", "Adam", "Aisha", "Alfie", "Amara", "Amelia", "Anya", "Archie", "Ayaan", "Bella",
    "Ben", "Callum", "Chloe", "Daisy", "Daniel", "Dylan", "Eleni", "Ella", "Emeka", "Erin",
    "Ethan", "Eva", "Farah", "Finn", "Freya", "George", "Grace", "Hamza", "Hana", "Harry",
    "Ibrahim", "Imogen", "Isla", "Jack", "Jasmine", "Jayden", "Joel", "Kai", "Katya", "Keira",
    "Layla", "Leo", "Lily", "Logan", "Lucas", "Maisie", "Maryam", "Mason", "Mia", "Mohammed",
    "Naomi", "Nia", "Noah", "Oliver", "Olivia", "Omar", "Oscar", "Poppy", "Priya", "Rhys",
    "Riley", "Rosa", "Ruby", "Ryan", "Sana", "Scarlett", "Sofia", "Tariq", "Theo", "Tia",
    "Toby", "Tomasz", "Tyler", "Yusuf", "Zara", "Zoe",
)  # fmt: skip

_FIRST_PARTS = (
    "Ash", "Black", "Brae", "Bright", "Clough", "Cold", "Dark", "Drift", "East", "Fog", "Frost",
    "Gale", "Hail", "Heath", "High", "Long", "Mist", "Moor", "North", "Rain", "Sleet", "Snow",
    "South", "Storm", "West", "Wind",
)  # fmt: skip
_LAST_PARTS = (
    "beck", "brook", "cairn", "combe", "dale", "fell", "ford", "gate", "holm", "lea", "mere",
    "rigg", "scar", "tarn", "thwaite", "wold",
)  # fmt: skip

FAMILY_NAMES = tuple(first + last for first in _FIRST_PARTS for last in _LAST_PARTS)

PLACE_NAMES = tuple(
    sorted(
        (first + last for last in ("mere", "rigg") for first in _FIRST_PARTS),
        key="Northmere".__ne__,
    )
)
"""Names of made-up councils, Northmere first."""
