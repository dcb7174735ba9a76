"""Forms: what is asked, what was typed, what is wrong with it, and what becomes of it.

A page declares its ``Field``s (or takes those of a record table with ``fields_of``), opens a
``Filled`` form, and sends it:

    form = open_form(request, FIELDS)
    if request.method == "POST" and form.is_right:
        with told(form):
            something(by=request.user, **form.values, submission=form.submission)
            return done(request, "Recorded.", to=address)
    return shown(request, "page.html", {"form": form})

The template shows it with the macros of ``forms/form.html``.
"""

from sightline.web.forms.fields import Field, fields_of
from sightline.web.forms.filled import Fault, Filled
from sightline.web.forms.sending import done, keep_draft, open_form, told

__all__ = ["Fault", "Field", "Filled", "done", "fields_of", "keep_draft", "open_form", "told"]
