// Before the first paint: that there is script, and what the reader chose on this device.
document.documentElement.dataset.script = "";
try {
  for (const name of ["theme", "size", "spacing"]) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch { /* storage is closed: the page stays as the device likes it */ }
