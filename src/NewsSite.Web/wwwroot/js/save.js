import { put, read, remove } from "./store.js";

const entryOf = story => ({ id: story.dataset.story, address: story.dataset.storyAddress, headline: story.dataset.storyHeadline });

// «Save for later», a toggle.
export function save(button) {
  const entry = entryOf(button.closest("[data-story]"));
  const words = button.textContent;
  const show = saved => {
    button.setAttribute("aria-pressed", saved);
    button.textContent = saved ? button.dataset.savedWords : words;
  };
  show(read("saved").some(other => other.id === entry.id));
  button.addEventListener("click", () => {
    const saved = button.getAttribute("aria-pressed") === "true";
    if (saved) remove("saved", entry.id); else put("saved", entry);
    show(!saved);
  });
}

// How far a story was read: begun between a tenth and nine tenths, then done with.
export function remember(story) {
  const text = story.querySelector(".prose");
  if (!text) return;
  let waiting = false;
  const note = () => {
    waiting = false;
    const box = text.getBoundingClientRect();
    const part = (innerHeight - box.top) / box.height;
    if (part > .9) remove("begun", story.dataset.story);
    else if (part > .1 && scrollY > 0) put("begun", { ...entryOf(story), part: Math.round(part * 100) });
  };
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    setTimeout(note, 500);
  }, { passive: true });
}
