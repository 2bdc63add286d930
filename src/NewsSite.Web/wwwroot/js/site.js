import { copy } from "./copy.js";
import { display } from "./display.js";
import { print } from "./print.js";
import { share } from "./share.js";

const parts = { "[data-copy]": copy, "[data-display]": display, "[data-print]": print, "[data-share]": share };

for (const [selector, attach] of Object.entries(parts)) {
  document.querySelectorAll(selector).forEach(attach);
}
