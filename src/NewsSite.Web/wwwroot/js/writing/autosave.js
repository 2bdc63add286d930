import { fingerprint, later } from "./fields.js";

const Pause = 5000, Again = 15000;

/** Sends the same form that the button would, a few seconds after the writer pauses, and says what came of it. */
export function autosave(form, copy) {
  const state = form.querySelector("[data-saved]");
  const [saving, , offline, changed] = state.dataset.words.split("|");
  let saved = fingerprint(form), running = false, stopped = false, leaving = false, finished = null;
  const soon = later(now, Pause), again = later(now, Again);

  const say = (text, kind = "") => {
    if (state.textContent !== text) state.textContent = text;
    state.dataset.state = kind;
  };

  async function now() {
    const sent = fingerprint(form);
    if (running || stopped || leaving || sent === saved) return;
    running = true;
    say(saving);
    try {
      const response = await fetch(handler(form, "Autosave"), { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, redirect: "manual" });
      await understand(response, sent);
    } catch {
      say(offline, "bad");
      again();
    } finally {
      running = false;
      finished?.();
      finished = null;
    }
  }

  async function understand(response, sent) {
    const answer = (response.headers.get("Content-Type") ?? "").includes("json") ? await response.json() : null;
    if (answer?.state === "saved") {
      settle(answer, sent);
    } else if (answer) {
      // A field that is wrong, or another's words in the same place: the writer has to look.
      stopped = answer.state === "conflict";
      say(answer.text, "bad");
    } else {
      // Signed out, or the store away: the text is on this device.
      say(offline, "bad");
      again();
    }
  }

  function settle(answer, sent) {
    form.elements.BasedOn.value = answer.revision;
    adopt(answer.id);
    const typedMeanwhile = fingerprint(form) !== sent;
    if (answer.merged && !typedMeanwhile) {
      for (const [name, text] of Object.entries(answer.merged)) setKeepingPlace(form.elements[`Input.${name[0].toUpperCase()}${name.slice(1)}`], text);
      sent = fingerprint(form);
    }
    saved = sent;
    say(answer.text, "saved");
    if (typedMeanwhile) soon();
    else copy.forget();
  }

  // A story that was just begun has an address from now on.
  function adopt(id) {
    const here = `/admin/articles/${id}`;
    if (location.pathname === here) return;
    copy.moveTo(id);
    history.replaceState(null, "", here);
    form.action = `${here}?handler=Save`;
    for (const button of form.querySelectorAll("[formaction]")) {
      button.setAttribute("formaction", button.getAttribute("formaction").replace("/admin/articles/new", here).replace(/(\/admin\/preview\/(?:\w+\/)?)0$/, `$1${id}`));
    }
  }

  form.addEventListener("input", () => {
    if (fingerprint(form) === saved) return;
    say(changed);
    soon();
  });
  form.addEventListener("change", () => soon());
  addEventListener("online", () => now());
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget === "preview") return;
    leaving = true;
    // Sent beside a save that is under way, a story that has no number yet would be begun twice.
    if (!running) return;
    event.preventDefault();
    finished = () => form.requestSubmit(event.submitter);
  });
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("beforeunload", (event) => {
    if (!leaving && fingerprint(form) !== saved) event.preventDefault();
  });
  return { now };
}

export function handler(form, name) {
  return `${form.action.split("?")[0]}?handler=${name}`;
}

function setKeepingPlace(area, text) {
  if (area.value === text) return;
  const { selectionStart, selectionEnd, scrollTop } = area;
  area.value = text;
  area.setSelectionRange(selectionStart, selectionEnd);
  area.scrollTop = scrollTop;
}
