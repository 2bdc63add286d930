// Tells a screen reader, in the page's language, and returns the words.
export function say(name) {
  const region = document.querySelector("[data-said]");
  const words = region.dataset[name];
  region.textContent = words;
  setTimeout(() => { region.textContent = ""; }, 4000);
  return words;
}
