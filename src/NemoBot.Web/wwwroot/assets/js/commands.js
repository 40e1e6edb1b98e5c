// The list of commands that opens when a message starts with a slash.
import { find, make } from './dom.js';
import { language } from './language.js';

export class CommandList {
  #all = [];
  #shown = [];
  #at = 0;
  #field = find('say');
  #list = find('commands');
  #onChoose;

  constructor(onChoose) {
    this.#onChoose = onChoose;
  }

  know(commands) {
    this.#all = commands;
  }

  get isOpen() {
    return !this.#list.hidden;
  }

  follow() {
    const typed = /^\/([a-z]*)$/i.exec(this.#field.value)?.[1].toLowerCase();
    this.#shown = typed === undefined ? [] : this.#all.filter((command) => command.name.startsWith(typed));
    if (this.#shown.length === 1 && this.#shown[0].name === typed) this.#shown = [];
    this.#at = 0;
    this.#show();
  }

  close() {
    this.#shown = [];
    this.#show();
  }

  // Returns true if the list handled the key.
  key(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#at = (this.#at + step + this.#shown.length) % this.#shown.length;
    else if (event.key === 'Tab' || event.key === 'Enter') this.#choose(this.#shown[this.#at]);
    else if (event.key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    if (step) this.#show();
    return true;
  }

  #choose(command) {
    this.#field.value = `/${command.name} `;
    this.close();
    this.#onChoose();
  }

  #show() {
    this.#list.hidden = this.#shown.length === 0;
    this.#field.setAttribute('aria-expanded', String(this.isOpen));
    this.#list.replaceChildren(...this.#shown.map((command, index) => {
      const item = make(
        'li', { id: `command-${command.name}`, role: 'option', 'aria-selected': String(index === this.#at) },
        make('b', {}, `/${command.name}`), make('span', {}, command.descriptions[language()] ?? command.descriptions.en));
      item.addEventListener('mousedown', (event) => {
        event.preventDefault();
        this.#choose(command);
      });
      return item;
    }));
    const current = this.#list.children[this.#at];
    if (current) this.#field.setAttribute('aria-activedescendant', current.id);
    else this.#field.removeAttribute('aria-activedescendant');
    current?.scrollIntoView({ block: 'nearest' });
  }
}
