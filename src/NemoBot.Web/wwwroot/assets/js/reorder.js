// Lets people change the order of a list's items: by dragging with mouse or finger, or with the arrow keys.
import { announceText } from './announce.js';
import { t } from './language.js';

const MOVES = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

// onMove(from, to) changes the order and rebuilds the list.
export function allowReordering(list, onMove) {
  let dragged = -1;
  const indexOf = (node) => [...list.children].indexOf(node?.closest?.('li'));

  list.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.target.closest('button') || list.childElementCount < 2) return;
    dragged = indexOf(event.target);
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener('pointermove', (event) => {
    if (dragged < 0) return;
    const over = indexOf(document.elementFromPoint(event.clientX, event.clientY));
    if (over >= 0 && over !== dragged && list.contains(list.children[over])) {
      onMove(dragged, over);
      dragged = over;
    }
    list.children[dragged]?.classList.add('dragged');
  });
  const drop = () => {
    list.children[dragged]?.classList.remove('dragged');
    dragged = -1;
  };
  list.addEventListener('pointerup', drop);
  list.addEventListener('pointercancel', drop);
  list.addEventListener('keydown', (event) => {
    const from = event.target.tagName === 'LI' ? indexOf(event.target) : -1;
    const to = from + (MOVES[event.key] ?? 0);
    if (from < 0 || to === from || to < 0 || to >= list.childElementCount) return;
    event.preventDefault();
    onMove(from, to);
    list.children[to].focus();
    announceText(t('order.now', to + 1, list.childElementCount));
  });
}
