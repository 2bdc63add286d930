// What a comment's form has beside its fields: a counter, a draft kept in this browser, and the writer's name if that was asked for.
const name = "commenter";

export function comment(form) {
  const field = which => form.querySelector(`[name="Input.${which}"]`);
  const [body, who] = [field("Body"), field("Name")];
  const draft = `comment-draft-${form.dataset.comment}-${field("ParentId").value}`;
  keepDraft(form, body, draft);
  rememberName(form, who);
  count(body, form.querySelector("[data-comment-count]"));
}

function count(body, output) {
  const number = value => new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false, numberingSystem: digits(output.textContent) }).format(value);
  const words = output.dataset.commentCount;
  const most = 3000;
  const show = () => { output.textContent = words.replace("{0}", number(body.value.trim().length)).replace("{1}", number(most)); };
  show();
  body.addEventListener("input", show);
}

const digits = printed => /[٠-٩]/.test(printed) ? "arab" : "latn";

// A text that was refused is in the form already; one that arrived is on the page, and its draft has done its duty.
function keepDraft(form, body, key) {
  const arrived = read(key + "-sent") === "1" && location.hash.startsWith("#comment-");
  if (arrived) {
    write(key, null);
  } else if (!body.value) {
    body.value = read(key) ?? "";
  }
  write(key + "-sent", null);
  body.addEventListener("input", () => write(key, body.value || null));
  form.addEventListener("submit", () => write(key + "-sent", "1"));
}

function rememberName(form, who) {
  const box = form.querySelector("[data-comment-remember]");
  const kept = read(name);
  if (kept) {
    box.checked = true;
    who.value ||= kept;
  }
  const keep = () => write(name, box.checked && who.value.trim() ? who.value.trim() : null);
  box.addEventListener("change", keep);
  form.addEventListener("submit", keep);
}

function read(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value);
  } catch { /* storage is closed or full: nothing is kept */ }
}
