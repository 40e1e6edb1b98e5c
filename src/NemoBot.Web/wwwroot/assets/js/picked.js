// The files that will go with the next message.
import { find, icon, make } from './dom.js';
import { size } from './format.js';
import { kindOf } from './attachments.js';
import { t } from './language.js';
import { toast } from './toast.js';

export class PickedFiles {
  #files = [];
  #limits;
  #onChange;
  #previews = [];

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
    this.#files = files;
    this.show();
    this.#onChange();
  }

  show() {
    this.#previews.splice(0).forEach((address) => URL.revokeObjectURL(address));
    find('picked').replaceChildren(...this.#files.map((file) => {
      const cross = make('button', { class: 'cross', type: 'button', 'aria-label': t('remove', file.name) }, icon('close'));
      cross.addEventListener('click', () => {
        this.#set(this.#files.filter((other) => other !== file));
        find('say').focus();
      });
      const label = make('span', { class: 'label' }, make('b', { title: file.name }, file.name), make('small', {}, size(file.size)));
      return make('li', {}, this.#picture(file), label, cross);
    }));
  }

  #picture(file) {
    if (!/^image\/(png|jpeg|gif|webp|avif)$/.test(file.type)) return icon(kindOf(file.type));
    const address = URL.createObjectURL(file);
    this.#previews.push(address);
    return make('img', { src: address, alt: '', width: 32, height: 32 });
  }
}
