import { ago } from "./ago.js";

const parts = { "#ago": ago };

for (const [selector, attach] of Object.entries(parts)) {
  document.querySelectorAll(selector).forEach(attach);
}
