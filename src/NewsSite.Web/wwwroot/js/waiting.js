import { asking } from "./asking.js";

// How many wait, by the tabs of the queue; the comments themselves do not move.
export function waiting(tabs) {
  asking(tabs.dataset.waiting, counts => {
    for (const place of tabs.querySelectorAll("[data-count]")) {
      place.textContent = ` ${counts[place.dataset.count]}`;
    }
  });
}
