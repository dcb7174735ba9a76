// Keeps what is typed into a form as a draft, a few seconds after it was typed. Without a script
// the button "Keep as a draft" does the same.
const PAUSE = 5000;

for (const form of document.querySelectorAll("form[data-keeps-draft]")) {
  const state = form.querySelector("[data-draft-state]");
  let waiting = 0;
  const keep = async () => {
    const content = new FormData(form);
    content.set("keep_draft", "by itself");
    for (const [name, value] of [...content]) if (value instanceof File) content.delete(name);
    try {
      const answer = await fetch(window.location.href, { method: "POST", body: content, redirect: "manual" });
      state.textContent = answer.status === 204
        ? `Kept as a draft at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}.`
        : "This could not be kept as a draft. If you have been signed out, sign in again in another tab, then go on here.";
    } catch {
      state.textContent = "This could not be kept as a draft: the application does not answer.";
    }
  };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(keep, PAUSE); });
  form.addEventListener("submit", () => clearTimeout(waiting));
}
