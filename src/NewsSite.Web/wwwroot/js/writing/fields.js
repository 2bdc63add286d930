/** What a form holds, as text; files and the token of this page left out. */
export function fieldsOf(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "__RequestVerificationToken" && name !== "BasedOn");
}

export function fingerprint(form) {
  return JSON.stringify(fieldsOf(form));
}

/** Typed as if by hand: the browser's own undo takes it back. */
export function insert(area, text) {
  area.focus();
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function later(act, milliseconds) {
  let timer;
  const call = () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  call.cancel = () => clearTimeout(timer);
  return call;
}
