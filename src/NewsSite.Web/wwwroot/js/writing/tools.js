import { insert } from "./fields.js";

const isLatin = () => document.documentElement.lang === "en";

/** The toolbar and its keys: Ctrl+B, Ctrl+K, Ctrl+H. */
export function tools(form, body) {
  const acts = {
    heading: () => atLineStart(body, "## "),
    list: () => atLineStart(body, "- "),
    bold: () => around(body, "**", "**"),
    quotes: () => (isLatin() ? around(body, "“", "”") : around(body, "«", "»")),
    link: () => form.querySelector("[data-link-dialog]").dispatchEvent(new CustomEvent("open")),
    find: () => form.querySelector("[data-find-dialog]").dispatchEvent(new CustomEvent("open")),
    picture: () => form.dispatchEvent(new CustomEvent("pick-picture")),
    embed: () => insert(body, `${body.selectionStart > 0 ? "\n\n" : ""}https://`),
  };
  const bar = form.querySelector("[role=toolbar]");
  const buttons = [...bar.querySelectorAll("[data-tool]")];
  for (const button of buttons) button.addEventListener("click", () => acts[button.dataset.tool]?.());
  roam(bar, buttons);

  form.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const act = { b: acts.bold, k: acts.link, h: acts.find }[event.key];
    if (act && (event.target === body || event.key === "h")) {
      event.preventDefault();
      act();
    }
  });
}

// One stop for Tab, arrows inside, as toolbars are walked.
function roam(bar, buttons) {
  buttons.forEach((button, index) => (button.tabIndex = index === 0 ? 0 : -1));
  bar.addEventListener("keydown", (event) => {
    const forward = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight", back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const at = buttons.indexOf(document.activeElement);
    const next = event.key === forward ? at + 1 : event.key === back ? at - 1 : -1;
    if (at < 0 || !buttons[next]) return;
    buttons[at].tabIndex = -1;
    buttons[next].tabIndex = 0;
    buttons[next].focus();
  });
}

function around(area, before, after) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  insert(area, before + value.slice(start, end) + after);
  if (start === end) area.setSelectionRange(start + before.length, start + before.length);
}

function atLineStart(area, mark) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const lines = value.slice(from, end).split("\n");
  const marked = lines.every((line) => line.startsWith(mark));
  area.setSelectionRange(from, end);
  insert(area, lines.map((line) => (marked ? line.slice(mark.length) : mark + line)).join("\n"));
}
