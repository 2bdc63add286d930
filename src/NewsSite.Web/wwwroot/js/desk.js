import { ago } from "./ago.js";
import { drop } from "./drop.js";
import { waiting } from "./waiting.js";
import { writing } from "./writing/writing.js";

const parts = { "#ago": ago, "[data-drop]": drop, "[data-waiting]": waiting, "[data-writing]": writing };

for (const [selector, attach] of Object.entries(parts)) {
  document.querySelectorAll(selector).forEach(attach);
}
