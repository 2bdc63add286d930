import { handler } from "./autosave.js";
import { insert, later } from "./fields.js";

/** A link by an address, or to one of our own stories, found by words of its headline. */
export function links(form, body) {
  const dialog = form.querySelector("[data-link-dialog]"), field = dialog.querySelector("input"), found = dialog.querySelector("[data-found]");
  let selection = [0, 0];

  dialog.addEventListener("open", () => {
    selection = [body.selectionStart, body.selectionEnd];
    field.value = "";
    found.replaceChildren();
    dialog.showModal();
  });

  const search = later(async () => {
    const query = field.value.trim();
    if (query.length < 2 || /^(https?:|mailto:|\/)/.test(query)) return found.replaceChildren();
    const response = await fetch(`${handler(form, "Find")}&q=${encodeURIComponent(query)}`);
    const stories = response.ok ? await response.json() : [];
    found.replaceChildren(...stories.map((story) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "found";
      button.textContent = story.headline;
      button.addEventListener("click", () => put(story.address, story.headline));
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
  }, 250);

  function put(address, headline) {
    dialog.close();
    body.focus();
    body.setSelectionRange(...selection);
    const words = body.value.slice(...selection) || headline || address;
    insert(body, `[${words}](${address})`);
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    const first = found.querySelector("button");
    if (/^(https?:|mailto:|\/)/.test(field.value.trim())) put(field.value.trim());
    else first?.click();
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}
