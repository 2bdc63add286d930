import { handler } from "./autosave.js";
import { later } from "./fields.js";

/** Known tags, offered while one is typed: a spelling variant finds the one that there is. */
export function tags(form) {
  const field = form.elements["Input.Tags"], list = form.querySelector("#known-tags");
  field.addEventListener("input", later(async () => {
    const parts = field.value.split(/[،,;؛]/), last = parts.at(-1).trim();
    if (last.length < 2) return list.replaceChildren();
    const response = await fetch(`${handler(form, "Tags")}&q=${encodeURIComponent(last)}&section=${form.elements["Input.SectionId"].value}`);
    if (!response.ok) return;
    const before = parts.slice(0, -1).map((part) => part.trim()).filter(Boolean);
    list.replaceChildren(...(await response.json()).map((name) => new Option("", [...before, name].join("، "))));
  }, 250));
}
