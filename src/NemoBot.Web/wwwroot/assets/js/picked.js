// The files selected for the next message.
import { find, icon, make } from './dom.js';
import { size } from './format.js';
import { previewOf, releasePreview } from './preview.js';
import { t } from './language.js';
import { allowReordering } from './reorder.js';
import { toast } from './toast.js';

export class PickedFiles {
  #files = [];
  #limits;
  #onChange;

  constructor(limits, onChange) {
    this.#limits = limits;
    this.#onChange = onChange;
    allowReordering(find('picked'), (from, to) => this.#move(from, to));
  }

  get files() {
    return this.#files;
  }

  add(files) {
    const { maxFiles, maxUploadBytes } = this.#limits();
    const all = [...this.#files, ...files];
    const sum = all.reduce((bytes, file) => bytes + file.size, 0);
    if (all.length > maxFiles) toast(t('upload.tooMany', maxFiles));
    else if (sum > maxUploadBytes) toast(t('upload.tooLarge', size(sum), size(maxUploadBytes)));
    else this.#set(all);
  }

  take() {
    const files = this.#files;
    this.#set([]);
    return files;
  }

  #set(files) {
    this.#files.filter((file) => !files.includes(file)).forEach(releasePreview);
    this.#files = files;
    this.show();
    this.#onChange();
  }

  // Files are used in the order in which they are shown.
  #move(from, to) {
    const files = [...this.#files];
    files.splice(to, 0, ...files.splice(from, 1));
    this.#files = files;
    this.show();
  }

  show() {
    const isList = this.#files.length > 1;
    find('picked').replaceChildren(...this.#files.map((file, index) => {
      const cross = make('button', { class: 'cross', type: 'button', 'aria-label': t('remove', file.name) }, icon('close'));
      cross.addEventListener('click', () => {
        this.#set(this.#files.filter((other) => other !== file));
        find('say').focus();
      });
      const preview = previewOf(file);
      const label = make('span', { class: 'label' }, make('b', { title: file.name }, file.name), make('small', {}, preview.length, size(file.size)));
      const place = isList ? make('span', { class: 'place', 'aria-hidden': 'true' }, String(index + 1)) : null;
      const attributes = isList ? { tabindex: '0', title: t('order'), 'aria-label': t('order.label', file.name, index + 1, this.#files.length) } : {};
      return make('li', attributes, place, preview.element, label, cross);
    }));
  }
}
