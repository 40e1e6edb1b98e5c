// The page's texts, in the browser's language or the chosen one.
import en from './words/en.js';
import zh from './words/zh.js';
import { load, save } from './prefs.js';

const words = { en, zh };
const listeners = [];
let current = load('language', null) ?? (navigator.languages?.find((l) => /^(en|zh)/i.test(l))?.toLowerCase().startsWith('zh') ? 'zh' : 'en');

export const language = () => current;
export const locale = () => (current === 'zh' ? 'zh-CN' : navigator.languages?.find((l) => l.startsWith('en')) ?? 'en');

export function t(key, ...values) {
  const text = words[current][key] ?? en[key] ?? key;
  return values.length ? text.replace(/\{(\d)\}/g, (_, i) => values[i]) : text;
}

export function translatePage() {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
}

export function switchLanguage() {
  current = current === 'zh' ? 'en' : 'zh';
  save('language', current);
  translatePage();
  listeners.forEach((listener) => listener());
}

export const onLanguage = (listener) => listeners.push(listener);
