import { insert } from "./fields.js";

const Marks = /[\u0640\p{M}]/u;
const Same = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي" };

/** Finds without minding vowel marks, hamza and the like, and replaces one or all. */
export function findAndReplace(form, body) {
  const dialog = form.querySelector("[data-find-dialog]");
  const [wanted, instead] = dialog.querySelectorAll("input"), said = dialog.querySelector("[role=status]");

  dialog.addEventListener("open", () => {
    wanted.value = body.value.slice(body.selectionStart, body.selectionEnd).split("\n")[0] || wanted.value;
    dialog.show();
    wanted.select();
  });

  const acts = {
    next: () => select(spans(body.value, wanted.value).find(([start]) => start >= body.selectionEnd) ?? spans(body.value, wanted.value)[0]),
    one: () => {
      if (fold(body.value.slice(body.selectionStart, body.selectionEnd)).text === fold(wanted.value).text && wanted.value) insert(body, instead.value);
      acts.next();
    },
    all: () => {
      const all = spans(body.value, wanted.value);
      let text = "", at = 0;
      for (const [start, end] of all) {
        text += body.value.slice(at, start) + instead.value;
        at = end;
      }
      if (all.length > 0) {
        body.focus();
        body.setSelectionRange(0, body.value.length);
        insert(body, text + body.value.slice(at));
      }
      said.textContent = String(all.length);
    },
    close: () => {
      dialog.close();
      body.focus();
    },
  };
  for (const button of dialog.querySelectorAll("[data-find]")) button.addEventListener("click", () => acts[button.dataset.find]());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") acts.close();
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      event.stopPropagation();
      acts.next();
    }
  });

  function select(span) {
    said.textContent = String(spans(body.value, wanted.value).length);
    if (!span) return;
    body.focus();
    body.setSelectionRange(...span);
  }
}

// With the place of every letter that is left in the original.
function fold(text) {
  const letters = [], places = [];
  for (let at = 0; at < text.length; at++) {
    if (Marks.test(text[at])) continue;
    letters.push(Same[text[at]] ?? text[at].toLowerCase());
    places.push(at);
  }
  return { text: letters.join(""), places };
}

function spans(text, query) {
  const wanted = fold(query).text;
  if (!wanted) return [];
  const folded = fold(text), found = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    found.push([folded.places[at], folded.places[at + wanted.length] ?? text.length]);
  }
  return found;
}
