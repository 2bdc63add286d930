import { autosave } from "./autosave.js";
import { counts } from "./counts.js";
import { deviceCopy } from "./device-copy.js";
import { findAndReplace } from "./find.js";
import { links } from "./links.js";
import { paste } from "./paste.js";
import { pictures } from "./pictures.js";
import { presence } from "./presence.js";
import { preview } from "./preview.js";
import { tags } from "./tags.js";
import { tools } from "./tools.js";

/** The editor. Without script the form is whole; each part here makes it quicker. */
export function writing(form) {
  const body = form.querySelector("[data-body]");
  const copy = deviceCopy(form);
  const save = autosave(form, copy);
  preview(form);
  pictures(form, body);
  presence(form);
  counts(form, body);
  tools(form, body);
  paste(form, body);
  links(form, body);
  findAndReplace(form, body);
  tags(form);
  copy.offer();

  form.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === "s") {
      event.preventDefault();
      save.now();
    } else if (event.key === "Enter") {
      event.preventDefault();
      form.querySelector("[data-publish]").click();
    }
  });
}
