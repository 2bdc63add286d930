// Votes without leaving the page. The page is everybody's, so this browser remembers what was pressed in it.
import { put, read, remove } from "./store.js";

const name = "useful";

export function useful(form) {
  const buttons = [...form.elements].filter(one => one.matches("button.useful"));
  const show = (button, counts) => button.setAttribute("aria-pressed", counts);
  const pressed = new Set(read(name).map(entry => entry.id));
  buttons.forEach(button => show(button, pressed.has(button.value)));

  form.addEventListener("submit", async event => {
    event.preventDefault();
    const button = event.submitter;
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      await send(form, button);
    } catch {
      tell(button, form.dataset.useful);
    }
    button.ariaBusy = null;
  });

  async function send(form, button) {
    const vote = new FormData(form, button);
    if (button.getAttribute("aria-pressed") === "true") vote.append("back", "true");
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(vote), headers: { Accept: "application/json" } });
    const { count, counts, said } = await answer.json();
    tell(button, said ?? "");
    if (!answer.ok) return;
    button.querySelector("b").textContent = count;
    show(button, counts);
    if (counts) put(name, { id: button.value }); else remove(name, button.value);
  }
}

function tell(button, words) {
  let line = button.parentElement.querySelector(".useful__said");
  if (!line && !words) return;
  if (!line) {
    line = document.createElement("span");
    line.className = "useful__said";
    line.setAttribute("role", "status");
    button.after(line);
  }
  line.textContent = words;
}
