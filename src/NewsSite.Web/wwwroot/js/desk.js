import { ago } from "./ago.js";
import { drop } from "./drop.js";
import { writing } from "./writing/writing.js";

const parts = { "#ago": ago, "[data-drop]": drop, "[data-writing]": writing };

for (const [selector, attach] of Object.entries(parts)) {
  document.querySelectorAll(selector).forEach(attach);
}
