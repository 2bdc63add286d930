import { fieldsOf, fingerprint, later } from "./fields.js";

/** A copy of the text on this device, from the first change until the server has it; offered on return. */
export function deviceCopy(form) {
  const notice = form.querySelector("[data-copy-notice]");
  const untouched = fingerprint(form);
  let key = keyOf(location.pathname);
  const keep = later(() => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), basedOn: form.elements.BasedOn.value, fields: fieldsOf(form) }));
    } catch { /* the device keeps nothing: the server's copy is all there is */ }
  }, 600);
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget !== "preview") sessionStorage.setItem("sent", key);
  });

  return {
    forget() {
      keep.cancel();
      try { localStorage.removeItem(key); } catch { /* nothing kept */ }
    },
    moveTo(id) {
      this.forget();
      key = keyOf(`/admin/articles/${id}`);
    },
    offer() {
      // Sent from this tab, and it came back here: the server has it.
      if (sessionStorage.getItem("sent") && !form.querySelector("[aria-invalid], .notice--bad")) {
        try { localStorage.removeItem(sessionStorage.getItem("sent")); } catch { /* nothing kept */ }
      }
      sessionStorage.removeItem("sent");
      const kept = read(key);
      if (!kept || !notice || JSON.stringify(kept.fields) === untouched) return;
      notice.hidden = false;
      notice.querySelector("[data-copy-use]").addEventListener("click", () => {
        fill(form, kept.fields);
        form.elements.BasedOn.value = kept.basedOn;
        notice.hidden = true;
        form.dispatchEvent(new Event("input", { bubbles: true }));
      });
      notice.querySelector("[data-copy-drop]").addEventListener("click", () => {
        this.forget();
        notice.hidden = true;
      });
    },
  };
}

const keyOf = (path) => `writing:${path.split("/").pop()}`;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function fill(form, fields) {
  for (const box of form.querySelectorAll("input[type=checkbox], input[type=radio]")) box.checked = false;
  for (const [name, value] of fields) {
    const control = form.elements[name];
    if (!control) continue;
    for (const one of control instanceof RadioNodeList ? control : [control]) {
      if (one.type === "checkbox" || one.type === "radio") one.checked ||= one.value === value;
      else one.value = value;
    }
  }
}
