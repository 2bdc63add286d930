// Theme and text size: kept in this browser only.
export function display(panel) {
  const root = document.documentElement;
  for (const fieldset of panel.querySelectorAll("[data-choice]")) {
    const name = fieldset.dataset.choice;
    const current = fieldset.querySelector(`input[value="${root.dataset[name] ?? ""}"]`);
    if (current) current.checked = true;
    fieldset.addEventListener("change", event => {
      const chosen = event.target.value;
      if (chosen) root.dataset[name] = chosen; else delete root.dataset[name];
      try {
        if (chosen) localStorage.setItem(name, chosen); else localStorage.removeItem(name);
      } catch { /* storage is closed: it holds for this page */ }
    });
  }
  document.addEventListener("click", event => { if (!panel.contains(event.target)) panel.open = false; });
  panel.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
}
