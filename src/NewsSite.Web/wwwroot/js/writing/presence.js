import { handler } from "./autosave.js";

const Every = 20000;

/** Who else has the story open, asked while the page is looked at. */
export function presence(form) {
  const place = form.querySelector("[data-presence]");
  const ask = async () => {
    if (document.hidden || location.pathname.endsWith("/new")) return;
    try {
      const response = await fetch(`${handler(form, "Presence")}&basedOn=${form.elements.BasedOn.value}`);
      const text = response.ok ? (await response.json()).text : "";
      if (place.textContent !== text) place.textContent = text;
    } catch { /* offline: the state of saving says so */ }
  };
  setInterval(ask, Every);
  document.addEventListener("visibilitychange", ask);
  ask();
}
