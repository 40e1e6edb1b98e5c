// Messages being sent. Each stays until the chat has it; a failed one keeps its files and can be retried.
import { find, icon, make } from './dom.js';
import { percent, size } from './format.js';
import { kindOf } from './attachments.js';
import { t } from './language.js';
import { myName } from './people.js';
import { progressBar, setProgress } from './message.js';
import { send } from './upload.js';
import { writeText } from './text.js';
import { settle, toEnd } from './scroll.js';

const waiting = new Map();
// Keys of messages that appeared in the chat before the response to the upload arrived.
const arrived = new Set();
// One message is sent after the other: words that follow a file must not arrive before it.
let line = Promise.resolve();

export class Outgoing {
  #abort = new AbortController();
  #isRestarted = false;
  #rows = new Map();
  #words = make('p', { class: 'words' });
  #card = make('div', { class: 'card' });
  #foot = make('div', { class: 'buttons' });
  #wrong = make('p', { class: 'wrong', role: 'alert', hidden: true });

  constructor(text, files, onGiveBack) {
    this.key = crypto.randomUUID?.() ?? String(Date.now()) + Math.random().toString(36).slice(2);
    this.text = text;
    this.files = files;
    this.onGiveBack = onGiveBack;
    writeText(this.#words, text);
    this.#words.hidden = text === '';
    this.element = make(
      'li', { class: 'message user mine sending', 'aria-label': t('sending') },
      make('div', { class: 'body' }, this.#card, this.#words, this.#wrong, this.#foot));
    find('outbox').append(this.element);
    waiting.set(this.key, this);
    toEnd();
    this.run();
  }

  run() {
    this.#wrong.hidden = true;
    this.#foot.replaceChildren();
    this.#showFiles();
    // Commands look, stop or undo: they wait for no file.
    if (this.files.length === 0 && this.text.startsWith('/')) this.#deliver();
    else line = line.then(() => this.#deliver());
  }

  // Never rejects: what fails waits for its button, and those behind it go on.
  async #deliver() {
    if (!waiting.has(this.key)) return;
    this.#abort = new AbortController();
    this.#isRestarted = false;
    try {
      await send({ text: this.text, files: this.files, user: myName(), key: this.key }, this.#abort.signal, (sent) => this.#progress(sent));
      this.#progress(Infinity);
      // The message arrives by the event stream and replaces this one.
      if (arrived.has(this.key)) this.leave();
    } catch (error) {
      if (error.name !== 'AbortError') this.#fail(error);
      else if (this.#isRestarted) await this.#deliver();
    }
  }

  leave() {
    waiting.delete(this.key);
    this.element.remove();
  }

  #showFiles() {
    this.#rows.clear();
    this.#card.hidden = this.files.length === 0;
    this.#card.replaceChildren(...this.files.map((file) => {
      const share = make('span');
      const bar = progressBar();
      bar.setAttribute('aria-label', t('uploading', file.name));
      const cross = make('button', { class: 'cross', type: 'button', 'aria-label': t('cancel.file', file.name) }, icon('close'));
      cross.addEventListener('click', () => this.#drop(file));
      this.#rows.set(file, { share, bar, cross });
      setProgress(bar, 0);
      return make(
        'div', { class: 'file-row' }, icon(kindOf(file.type)), make('b', { title: file.name }, file.name),
        make('span', { class: 'percent' }, share, cross), bar);
    }));
    this.#progress(0);
  }

  // Files are sent one after the other, so the byte count tells which one is in progress.
  #progress(sent) {
    let before = 0;
    for (const file of this.files) {
      const { share, bar, cross } = this.#rows.get(file);
      const part = file.size ? Math.min(1, Math.max(0, (sent - before) / file.size)) : Number(sent >= before);
      setProgress(bar, part);
      share.textContent = part < 1 ? `${percent(part)} · ${size(file.size)}` : size(file.size);
      cross.hidden = sent === Infinity;
      before += file.size;
    }
  }

  // Removing one of several files restarts the upload; removing the only one returns the text to the message field.
  #drop(file) {
    this.files = this.files.filter((other) => other !== file);
    if (this.files.length === 0) {
      this.#giveBack();
      return;
    }
    this.#isRestarted = true;
    this.#showFiles();
    this.#abort.abort();
  }

  #giveBack() {
    this.#abort.abort();
    this.leave();
    this.onGiveBack(this.text, this.files);
  }

  #fail(error) {
    this.#wrong.textContent = error.message;
    this.#wrong.hidden = false;
    const again = make('button', { class: 'primary', type: 'button' }, t('retry'));
    again.addEventListener('click', () => this.run());
    const away = make('button', { type: 'button' }, t('discard'));
    away.addEventListener('click', () => this.#giveBack());
    this.#foot.replaceChildren(again, away);
    for (const { cross } of this.#rows.values()) cross.hidden = true;
    settle();
  }
}

export function isArrived(key) {
  if (!key) return;
  arrived.add(key);
  waiting.get(key)?.leave();
}

export const isSending = () => waiting.size > 0;
