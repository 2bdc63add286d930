import { say } from "./say.js";

export function copy(button) {
  if (!navigator.clipboard) {
    button.hidden = true;
    return;
  }
  const words = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = say("copied");
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}
