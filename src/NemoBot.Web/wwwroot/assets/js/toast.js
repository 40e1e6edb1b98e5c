// Short notifications.
import { find, make } from './dom.js';

export function toast(text) {
  const note = make('p', {}, text);
  find('toasts').append(note);
  setTimeout(() => note.remove(), Math.max(4000, text.length * 90));
}
