// Follows the newest message, unless the reader has scrolled up.
import { find } from './dom.js';

const NEAR = 120;
const scroller = find('scroller');
const button = find('to-end');
let sticks = true;
let lastTop = 0;

const isNearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;

export function toEnd() {
  sticks = true;
  button.hidden = true;
  scroller.scrollTop = scroller.scrollHeight;
}

// Shows a message and stays there, whatever arrives meanwhile.
export function showElement(element) {
  sticks = false;
  element.scrollIntoView({ block: 'center' });
  lastTop = scroller.scrollTop;
  button.hidden = isNearEnd();
  element.classList.remove('found');
  requestAnimationFrame(() => element.classList.add('found'));
  element.querySelector('video, a, button')?.focus({ preventScroll: true });
}

export function settle() {
  // The start page stays at its top.
  if (!find('welcome').hidden) return;
  if (sticks) toEnd();
  else button.hidden = isNearEnd();
}

// Keeps the reading position while content is inserted above it.
export function keepPlace(change) {
  const fromEnd = scroller.scrollHeight - scroller.scrollTop;
  change();
  scroller.scrollTop = scroller.scrollHeight - fromEnd;
}

export function watchScrolling() {
  scroller.addEventListener('scroll', () => {
    // Only scrolling up counts as leaving the end: media that get their size late move the end, not the reader.
    if (isNearEnd()) sticks = true;
    else if (scroller.scrollTop < lastTop - 1) sticks = false;
    lastTop = scroller.scrollTop;
    if (sticks) button.hidden = true;
  }, { passive: true });
  button.addEventListener('click', () => {
    toEnd();
    find('say').focus();
  });
  // Media get their size late.
  new ResizeObserver(settle).observe(find('log'));
  new ResizeObserver(settle).observe(find('outbox'));
  new ResizeObserver(settle).observe(scroller);
}
