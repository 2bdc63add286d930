import { later } from "./fields.js";

const Pause = 900;

/** The reader's page beside the text: the form itself, sent into the frame. */
export function preview(form) {
  const button = form.querySelector("[data-preview-button]"), frame = form.querySelector("[data-preview-frame]"), side = frame.closest(".sheet__preview");
  const isShown = () => frame.offsetParent !== null;
  let as = "phone";

  const show = later(() => {
    if (!isShown()) return;
    const action = button.getAttribute("formaction");
    button.formTarget = "preview";
    button.setAttribute("formaction", `${action.split("?")[0]}${as === "card" ? "?as=card" : ""}`);
    form.requestSubmit(button);
    button.setAttribute("formaction", action.split("?")[0]);
    button.formTarget = "_blank";
  }, Pause);

  frame.addEventListener("load", () => {
    const page = frame.contentDocument;
    if (!page?.documentElement || page.location.href === "about:blank") return;
    if (as === "dark") page.documentElement.dataset.theme = "dark";
    if (as === "print") for (const sheet of page.querySelectorAll('link[rel="stylesheet"]')) sheet.media = sheet.media === "print" ? "all" : sheet.media;
    page.addEventListener("click", (event) => event.target.closest("a") && event.preventDefault());
  });

  for (const tab of side.querySelectorAll("[data-size]")) {
    tab.addEventListener("click", () => {
      for (const other of side.querySelectorAll("[data-size]")) other.setAttribute("aria-pressed", String(other === tab));
      as = side.dataset.size = tab.dataset.size;
      show();
    });
  }
  side.dataset.size = as;
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}
