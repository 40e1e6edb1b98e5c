// A message on the page. An edit updates only the parts that differ: a video keeps playing while its buttons change.
import { make } from './dom.js';
import { avatar, botAvatar, isMe } from './people.js';
import { time } from './format.js';
import { t } from './language.js';
import { fold, isLong, writeText } from './text.js';
import { showAttachment } from './attachments.js';

const JOIN_WITHIN = 5 * 60_000;

export class MessageView {
  #shown = {};
  #onPress;
  #words = make('p', { class: 'words' });
  #media = make('div', { class: 'media' });
  #bar = progressBar();
  #buttons = make('div', { class: 'buttons' });
  #card = make('div', { class: 'card' });

  constructor(message, before, onPress) {
    this.#onPress = onPress;
    this.message = message;
    const isUser = message.kind === 'user';
    const isMine = isUser && isMe(message.author);
    const created = new Date(message.createdAt);
    const joins = before && before.author === message.author && before.kind !== 'deleted' && created - new Date(before.createdAt) < JOIN_WITHIN;
    const who = make(
      'div', { class: 'who' }, make('span', { class: 'name' }, message.author),
      make('time', { datetime: message.createdAt, title: created.toLocaleString() }, time(created)));
    this.body = make('div', { class: 'body' }, who);
    this.element = make(
      'li', { class: `message ${message.kind} ${isMine ? 'mine' : ''} ${joins ? 'joined' : ''}`, id: `m${message.id}` },
      isUser ? avatar(message.author) : botAvatar(), this.body);
    this.update(message);
  }

  update(message) {
    this.message = message;
    if (message.kind === 'status') this.#updateStatus(message);
    else if (this.#media.parentNode === null) this.body.append(this.#media, this.#words, this.#buttons);
    this.#part('attachments', message.attachments, (files) => this.#showFiles(files, message.kind));
    this.#part('text', message.text, (text) => this.#showText(text));
    this.#part('buttons', message.buttons, (buttons) => this.#showButtons(buttons));
  }

  #part(name, value, show) {
    const text = JSON.stringify(value);
    if (this.#shown[name] === text) return;
    this.#shown[name] = text;
    show(value);
  }

  #updateStatus(message) {
    const works = !message.final;
    this.#card.className = `card ${works ? 'working' : 'over'}`;
    if (this.#card.parentNode === null) {
      this.#card.append(this.#words, this.#bar, this.#buttons);
      this.body.append(this.#card);
    }
    this.#bar.hidden = !works;
    setProgress(this.#bar, message.progress);
  }

  #showFiles(files, kind) {
    this.#media.hidden = files.length === 0;
    this.#media.replaceChildren(...files.map((file) => showAttachment(file, { isResult: kind === 'video', messageId: this.message.id })));
  }

  #showText(text) {
    this.#words.hidden = text === '';
    writeText(this.#words, text);
    this.#words.parentNode?.querySelector('.more')?.remove();
    this.#words.classList.remove('long');
    if (isLong(text)) this.#words.after(fold(this.#words));
  }

  #showButtons(buttons) {
    const hadFocus = this.#buttons.contains(document.activeElement);
    this.#buttons.hidden = buttons.length === 0;
    this.#buttons.replaceChildren(...buttons.map((button) => {
      const element = make('button', { type: 'button', class: button.style === 'normal' ? '' : button.style }, button.label);
      element.addEventListener('click', () => this.#press(element, button.id));
      return element;
    }));
    if (hadFocus) (this.#buttons.firstElementChild ?? document.getElementById('say')).focus();
  }

  async #press(element, id) {
    // Not `disabled`, because that would drop the focus.
    if (element.ariaDisabled === 'true') return;
    element.ariaDisabled = 'true';
    await this.#onPress(this.message.id, id);
    setTimeout(() => { element.ariaDisabled = null; }, 1500);
  }
}

export function progressBar() {
  return make('div', { class: 'bar', role: 'progressbar', 'aria-label': t('progress'), 'aria-valuemin': '0', 'aria-valuemax': '100' }, make('i'));
}

export function setProgress(bar, share) {
  const isKnown = typeof share === 'number';
  bar.classList.toggle('unknown', !isKnown);
  if (isKnown) {
    bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    bar.firstElementChild.style.transform = `scaleX(${Math.min(1, Math.max(0, share))})`;
  } else {
    bar.removeAttribute('aria-valuenow');
    bar.firstElementChild.style.transform = '';
  }
}

