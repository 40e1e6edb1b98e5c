// Announces changes to screen readers: messages at once, a status at most every few seconds and only when its text changes.
import { find } from './dom.js';
import { t } from './language.js';

const PACE = 5000;
let waiting = null;
let last = '';
let allowedAt = 0;

function say(text) {
  if (text === last || text === '') return;
  last = text;
  find('announcer').textContent = text;
}

const brief = (text) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function sentence(message) {
  if (message.text) return t('says', message.author, brief(message.text));
  return message.attachments.length ? t('file.says', message.author, message.attachments.map((a) => a.name).join(', ')) : '';
}

// Announces the result of the reader's own action.
export const announceText = say;

export function announce(message) {
  clearTimeout(waiting);
  const wait = message.kind === 'status' && !message.final ? Math.max(0, allowedAt - Date.now()) : 0;
  waiting = setTimeout(() => {
    allowedAt = Date.now() + PACE;
    say(sentence(message));
  }, wait);
}
