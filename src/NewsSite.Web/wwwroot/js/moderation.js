// One letter an act. On a keyboard without Latin letters the key's place counts: «ش» is A.
const typing = "input:not([type=checkbox]), textarea, select";
const name = "moderation-keys";

document.querySelectorAll("[data-moderation]").forEach(moderation);

function moderation(room) {
  const off = document.querySelector("[data-keys-off]");
  let sent = false;
  // Where nothing is left to decide, the last decision can still be taken back.
  if (off) {
    off.checked = remembered() === "off";
    off.addEventListener("change", () => remember(off.checked ? "off" : "on"));
  }
  addEventListener("pageshow", () => { sent = false; });
  // One act a comment, however often the key was pressed.
  room.addEventListener("submit", event => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("keydown", event => {
    if (remembered() === "off" || off?.checked || event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(typing)) return;
    const act = document.querySelectorAll(`[data-key="${(event.shiftKey ? "shift-" : "") + letter(event)}"]`);
    const shown = [...act].find(one => one.getClientRects().length > 0);
    if (!shown) return;
    event.preventDefault();
    if (shown.matches("summary")) {
      shown.parentElement.open = true;
      shown.focus();
    } else {
      shown.click();
    }
  });
  room.dataset.moderation = "ready";
}

function letter(event) {
  const latin = /^[a-z0-9]$/i.test(event.key) ? event.key : event.code.replace(/^(Key|Digit)/, "");
  return CSS.escape(latin.toLowerCase());
}

function remembered() {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(name, value);
  } catch { /* storage is closed or full: asked again next time */ }
}
