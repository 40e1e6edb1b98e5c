// Stays at the newest message while the reader is there, and leaves a reader alone who looks at something older.
import { find } from './dom.js';

const NEAR = 120;
const scroller = find('scroller');
const button = find('to-end');
let sticks = true;

const isNearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;

export function toEnd() {
  sticks = true;
  button.hidden = true;
  scroller.scrollTop = scroller.scrollHeight;
}

export function settle() {
  if (sticks) toEnd();
  else button.hidden = isNearEnd();
}

// Keeps what is being read in its place while something is put above it.
export function keepPlace(change) {
  const fromEnd = scroller.scrollHeight - scroller.scrollTop;
  change();
  scroller.scrollTop = scroller.scrollHeight - fromEnd;
}

export function watchScrolling() {
  scroller.addEventListener('scroll', () => {
    sticks = isNearEnd();
    if (sticks) button.hidden = true;
  }, { passive: true });
  button.addEventListener('click', () => {
    toEnd();
    find('say').focus();
  });
  // Pictures and players get their size late.
  new ResizeObserver(settle).observe(find('log'));
  new ResizeObserver(settle).observe(find('outbox'));
  new ResizeObserver(settle).observe(scroller);
}
