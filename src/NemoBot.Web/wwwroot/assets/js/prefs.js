// Preferences in local storage. If storage is unavailable (private windows), they last until the page closes.
const memory = new Map();

export function load(name, fallback) {
  try {
    const text = localStorage.getItem('nemobot.' + name);
    return text === null ? memory.get(name) ?? fallback : JSON.parse(text);
  } catch {
    return memory.get(name) ?? fallback;
  }
}

export function save(name, value) {
  memory.set(name, value);
  try {
    localStorage.setItem('nemobot.' + name, JSON.stringify(value));
  } catch { /* full or off */ }
}

export function drop(name) {
  memory.delete(name);
  try {
    localStorage.removeItem('nemobot.' + name);
  } catch { /* off */ }
}
