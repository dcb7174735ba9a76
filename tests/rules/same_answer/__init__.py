"""Changes to a rule that change no answer, each with the reason: no worked example could catch them."""

import importlib
import pkgutil

SAME_ANSWER: dict[tuple[str, str], str] = {
    change: why
    for module in pkgutil.iter_modules(__path__)
    for change, why in importlib.import_module(f"{__name__}.{module.name}").SAME_ANSWER.items()
}
