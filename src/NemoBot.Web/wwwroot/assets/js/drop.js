// Accepts files dropped anywhere on the page, or pasted.
import { find } from './dom.js';

const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');

export function acceptFiles(onFiles) {
  const overlay = find('drop');
  let depth = 0;
  const show = (isShown) => { overlay.hidden = !isShown; };
  addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth++;
    show(true);
  });
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) show(false);
  });
  addEventListener('drop', (event) => {
    depth = 0;
    show(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    onFiles([...event.dataTransfer.files]);
  });
  addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || event.target.closest?.('dialog')) return;
    event.preventDefault();
    onFiles(files);
  });
}
