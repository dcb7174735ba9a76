// Warns before somebody is signed out, and lets them stay. Without a script the foot of each page
// says when that is. What is left is counted from the server's answer: clocks differ.
const WARNED_BEFORE = 5 * 60;
const dialog = document.getElementById("session-warning");

if (dialog) {
  const left = dialog.querySelector("[data-session-left]");
  const foot = document.querySelector("[data-session-ends]");
  let ends = Date.now() / 1000 + Number(dialog.dataset.left);
  let said = "";
  let asking = false;

  const seconds = () => ends - Date.now() / 1000;
  const over = () => {
    const here = encodeURIComponent(window.location.pathname);
    window.location.assign(`${dialog.dataset.signsIn}?next=${here}`);
  };
  // Another tab may have made the session longer: the server knows.
  const ask = async (method) => {
    asking = true;
    const token = dialog.querySelector("[name=csrfmiddlewaretoken]").value;
    const headers = method === "POST" ? { "X-CSRFToken": token } : {};
    const answer = await fetch(dialog.dataset.asks, { method, redirect: "manual", headers });
    if (!answer.ok) return over();
    const told = await answer.json();
    ends = Date.now() / 1000 + told.left;
    if (foot) foot.textContent = told.ends;
    asking = false;
  };
  const tell = () => {
    const minutes = Math.ceil(seconds() / 60);
    const words = minutes > 1 ? `You will be signed out in ${minutes} minutes.` : "You will be signed out in less than a minute.";
    if (words !== said) left.textContent = said = words;
  };
  const look = async () => {
    if (asking) return;
    if (seconds() <= WARNED_BEFORE && !dialog.open) await ask("GET");
    if (seconds() <= 0) {
      await ask("GET");
      if (seconds() <= 0) return over();
    }
    if (seconds() > WARNED_BEFORE) {
      if (dialog.open) dialog.close();
      return;
    }
    tell();
    if (!dialog.open) dialog.showModal();
  };
  const stay = async () => {
    await ask("POST");
    dialog.close();
  };

  dialog.querySelector("[data-session-stay]").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });
  setInterval(look, 1000);
  look();
}
