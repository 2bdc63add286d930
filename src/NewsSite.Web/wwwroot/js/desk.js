import { ago } from "./ago.js";
import { writing } from "./writing/writing.js";

const parts = { "#ago": ago, "[data-writing]": writing };

for (const [selector, attach] of Object.entries(parts)) {
  document.querySelectorAll(selector).forEach(attach);
}
