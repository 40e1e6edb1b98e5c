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
