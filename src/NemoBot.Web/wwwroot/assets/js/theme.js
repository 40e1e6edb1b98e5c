// The color scheme: system, light or dark.
import { load, save } from './prefs.js';
import { t } from './language.js';
import { find } from './dom.js';

const order = ['auto', 'light', 'dark'];
let current = load('theme', 'auto');

export function showTheme() {
  if (current === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = current;
  find('theme-icon').setAttribute('href', `/assets/icons.svg#${current}`);
  const label = t(`theme.${current}`);
  find('switch-theme').setAttribute('aria-label', label);
  find('switch-theme').title = label;
}

export function switchTheme() {
  current = order[(order.indexOf(current) + 1) % order.length];
  save('theme', current);
  showTheme();
}
