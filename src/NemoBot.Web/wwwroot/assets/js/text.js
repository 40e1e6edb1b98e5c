// Renders plain text with clickable links.
import { make } from './dom.js';
import { t } from './language.js';

const ADDRESS = /https?:\/\/[^\s<>"'，。；！？）】」]+/g;
const LONG = 1400;
const MANY_LINES = 24;

export function writeText(target, text) {
  target.replaceChildren();
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]]+$/, '');
    target.append(text.slice(end, match.index), make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address));
    end = match.index + address.length;
  }
  target.append(text.slice(end));
}

export const isLong = (text) => text.length > LONG || text.split('\n', MANY_LINES + 1).length > MANY_LINES;

// Collapses a long text to a few lines, with a button for the rest.
export function fold(target) {
  target.classList.add('long');
  const button = make('button', { class: 'more', type: 'button', 'aria-expanded': 'false' }, t('more'));
  button.addEventListener('click', () => {
    const isFolded = target.classList.toggle('long');
    button.setAttribute('aria-expanded', String(!isFolded));
    button.textContent = t(isFolded ? 'more' : 'less');
  });
  return button;
}
