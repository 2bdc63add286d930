// A small list in this browser only: newest first, never longer than it is useful.
const most = 100;

export function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? [];
  } catch {
    return [];
  }
}

export function put(name, entry) {
  write(name, [entry, ...read(name).filter(other => other.id !== entry.id)].slice(0, most));
}

export function remove(name, id) {
  write(name, read(name).filter(entry => entry.id !== id));
}

function write(name, entries) {
  try {
    localStorage.setItem(name, JSON.stringify(entries));
  } catch { /* storage is closed or full: nothing is kept */ }
}
