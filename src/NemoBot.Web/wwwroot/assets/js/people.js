// Names, and the avatars with their initials.
import { make } from './dom.js';
import { load, save } from './prefs.js';
import { t } from './language.js';

const guest = load('guest', null) ?? Math.floor(10 + Math.random() * 90);
save('guest', guest);

export const myName = () => load('name', '') || t('me.guest', guest);

export function rename(name) {
  save('name', name.trim().slice(0, 40));
}

export function isMe(author) {
  const names = [myName(), t('me.guest', guest), ...load('pastNames', [])];
  return names.some((name) => name.toLowerCase() === author.toLowerCase());
}

function hue(name) {
  let hash = 7;
  for (const character of name.toLowerCase()) hash = (hash * 31 + character.codePointAt(0)) % 3600;
  return hash / 10;
}

function initials(name) {
  const parts = name.trim().split(/\s+/);
  const first = [...parts[0]][0] ?? '?';
  const isWide = /[\u3040-\u9fff\uac00-\ud7af]/.test(first);
  const second = [...(parts.length > 1 ? parts[parts.length - 1] : '')][0] ?? '';
  const last = isWide || /\d/.test(second) ? '' : second;
  return (first + last).toUpperCase();
}

export function avatar(name) {
  const circle = make('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name));
  circle.style.backgroundColor = `oklch(0.52 0.11 ${hue(name)})`;
  return circle;
}

export const botAvatar = () => make('img', { class: 'avatar', src: '/assets/icon.svg', alt: '', width: 28, height: 28 });
