import { read, remove } from "./store.js";

// The page of saved and begun stories, made from what lies in this browser.
export function shelf(page) {
  const lists = { begun: page.querySelector("[data-begun]"), saved: page.querySelector("[data-kept]") };
  const show = () => {
    let any = false;
    for (const [name, list] of Object.entries(lists)) {
      const entries = read(name).filter(entry => entry.address?.startsWith("/") && !entry.address.startsWith("//"));
      list.replaceChildren(...entries.map(entry => item(name, entry)));
      list.parentElement.hidden = entries.length === 0;
      any ||= entries.length > 0;
    }
    page.querySelector("[data-nothing]").hidden = any;
  };
  const item = (name, entry) => {
    const line = document.createElement("li");
    const part = document.createElement("span");
    part.textContent = entry.part ? `${entry.part}%` : "";
    const link = document.createElement("a");
    link.href = entry.address;
    link.textContent = entry.headline;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "times__remove";
    button.textContent = page.dataset.remove;
    button.addEventListener("click", () => {
      remove(name, entry.id);
      show();
    });
    line.append(part, link, button);
    return line;
  };
  show();
}
