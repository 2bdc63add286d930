import { picturesIn, upload } from "../upload.js";
import { insert } from "./fields.js";

/** Pictures chosen, dropped or pasted: the field's becomes the lead picture, those on the text stand in the text. */
export function pictures(form, body) {
  const field = form.querySelector("[data-upload]"), state = form.querySelector("[data-upload-state]"), shown = form.querySelector("[data-lead-shown]");

  async function take(file) {
    state.textContent = field.dataset.upload;
    try {
      const picture = await upload(file, form.elements.__RequestVerificationToken.value, (part) => (state.textContent = `${field.dataset.upload} ${Math.round(part * 100)}%`));
      state.textContent = "";
      return picture;
    } catch (fault) {
      state.textContent = fault.message;
      return null;
    }
  }

  field.addEventListener("change", async () => {
    const picture = field.files[0] && (await take(field.files[0]));
    // The server has it: it need not be sent again with every save.
    field.value = "";
    if (!picture) return;
    const image = new Image();
    image.src = picture.image;
    image.alt = picture.text;
    image.className = "panel__picture";
    shown.replaceChildren(image);
    form.elements["Input.PictureId"].value = picture.id;
    for (const [name, value] of [["PictureText", picture.text], ["PictureCaption", picture.caption], ["PictureCredit", picture.credit]]) {
      form.elements[`Input.${name}`].value ||= value;
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });

  async function put(files) {
    for (const file of files) {
      const picture = await take(file);
      if (picture) insert(body, `\n\n![${picture.text}](${picture.key})\n\n`);
    }
  }

  form.addEventListener("pick-picture", () => {
    const chooser = document.createElement("input");
    chooser.type = "file";
    chooser.multiple = true;
    chooser.accept = field.accept;
    chooser.addEventListener("change", () => put([...chooser.files]));
    chooser.click();
  });
  body.addEventListener("paste", (event) => {
    const files = picturesIn(event.clipboardData);
    if (files.length > 0 && !event.clipboardData.getData("text/html")) {
      event.preventDefault();
      put(files);
    }
  });
  body.addEventListener("drop", (event) => {
    const files = picturesIn(event.dataTransfer);
    if (files.length === 0) return;
    event.preventDefault();
    put(files);
  });
}
