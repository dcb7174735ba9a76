// Turns on the parts of GOV.UK Frontend that use a script. Every page works without it.
import { initAll } from "../govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
