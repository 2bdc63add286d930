import { ago } from "./ago.js";
import { comment } from "./comment.js";
import { copy } from "./copy.js";
import { display } from "./display.js";
import { print } from "./print.js";
import { gallery } from "./gallery.js";
import { fresh } from "./fresh.js";
import { useful } from "./useful.js";
import { frame } from "./frame.js";
import { save, remember } from "./save.js";
import { share } from "./share.js";
import { shelf } from "./shelf.js";

const parts = { "#ago": ago, "[data-copy]": copy, "[data-comment]": comment, "[data-display]": display, "[data-print]": print, "[data-share]": share, "[data-save]": save, "[data-story]": remember, "[data-shelf]": shelf, "[data-gallery]": gallery, "[data-frame]": frame, "[data-useful]": useful, "[data-fresh]": fresh };

for (const [selector, attach] of Object.entries(parts)) {
  document.querySelectorAll(selector).forEach(attach);
}
