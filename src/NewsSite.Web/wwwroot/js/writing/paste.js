import { handler } from "./autosave.js";
import { insert } from "./fields.js";

/** What comes from Word or a web page is made into Markdown by the server, as a person would have typed it. */
export function paste(form, body) {
  body.addEventListener("paste", async (event) => {
    const html = event.clipboardData.getData("text/html"), text = event.clipboardData.getData("text/plain");
    if (!html) return;
    event.preventDefault();
    const data = new FormData();
    data.set("html", html);
    data.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    try {
      const response = await fetch(handler(form, "Paste"), { method: "POST", body: data });
      insert(body, response.ok ? await response.text() : text);
    } catch {
      insert(body, text);
    }
  });
}
