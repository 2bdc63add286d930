import { picturesIn, upload } from "./upload.js";

/** The library's form takes many pictures at once, dropped or pasted, and shows how far each is. */
export function drop(form) {
  const field = form.querySelector("input[type=file]"), bar = form.querySelector("progress"), state = form.querySelector("[data-drop-state]");

  async function send(files) {
    if (files.length === 0) return;
    bar.hidden = false;
    let failed = 0;
    for (const [index, file] of files.entries()) {
      const line = document.createElement("li");
      line.textContent = `${file.name}: ${form.dataset.busy}`;
      state.append(line);
      try {
        await upload(file, form.elements.__RequestVerificationToken.value, (part) => (bar.value = (index + part) / files.length));
        line.textContent = `${file.name} ✓`;
      } catch (fault) {
        failed++;
        line.textContent = `${file.name}: ${fault.message}`;
      }
    }
    bar.value = 1;
    if (failed === 0) location.reload();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send([...field.files]);
  });
  field.addEventListener("change", () => send([...field.files]));
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.dataset.over = "";
  });
  form.addEventListener("dragleave", () => delete form.dataset.over);
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    delete form.dataset.over;
    send(picturesIn(event.dataTransfer));
  });
  document.addEventListener("paste", (event) => send(picturesIn(event.clipboardData)));
}
