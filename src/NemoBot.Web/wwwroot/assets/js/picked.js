// The files selected for the next message.
import { find, icon, make } from './dom.js';
import { size } from './format.js';
import { previewOf, releasePreview } from './preview.js';
import { t } from './language.js';
import { toast } from './toast.js';

export class PickedFiles {
  #files = [];
  #limits;
  #onChange;

  constructor(limits, onChange) {
    this.#limits = limits;
    this.#onChange = onChange;
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

  show() {
    find('picked').replaceChildren(...this.#files.map((file) => {
      const cross = make('button', { class: 'cross', type: 'button', 'aria-label': t('remove', file.name) }, icon('close'));
      cross.addEventListener('click', () => {
        this.#set(this.#files.filter((other) => other !== file));
        find('say').focus();
      });
      const preview = previewOf(file);
      const label = make('span', { class: 'label' }, make('b', { title: file.name }, file.name), make('small', {}, preview.length, size(file.size)));
      return make('li', {}, preview.element, label, cross);
    }));
  }
}
