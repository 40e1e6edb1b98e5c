// The list of messages. The work per change does not depend on its length: the newest stay on the page, older ones are fetched on demand.
import { find } from './dom.js';
import { MessageView } from './message.js';

const MOST = 600;

export class MessageList {
  #views = new Map();
  #onPress;
  #element = find('log');

  constructor(onPress) {
    this.#onPress = onPress;
  }

  get size() {
    return this.#views.size;
  }

  element(id) {
    return this.#views.get(id)?.element ?? null;
  }

  // Finished videos in order, each with its message.
  videos() {
    return [...this.#views.values()]
      .filter(({ message }) => message.kind === 'video')
      .flatMap(({ message }) => message.attachments.filter((file) => file.mime.startsWith('video/')).map((file) => ({ message, file })));
  }

  has(id) {
    return this.#views.has(id);
  }

  // Replaces the whole history.
  fill(messages) {
    this.#views.clear();
    this.#element.replaceChildren();
    messages.forEach((message) => this.#add(message));
  }

  // Adds or edits a message; ignores those older than the page's oldest.
  put(message) {
    const view = this.#views.get(message.id);
    if (view) {
      view.update(message);
      return 'edited';
    }
    if (this.#oldest() > Number(message.id)) return 'older';
    this.#add(message).element.classList.add('fresh');
    if (this.#views.size > MOST) this.remove(String(this.#oldest()));
    return 'added';
  }

  remove(id) {
    const element = this.#views.get(id)?.element;
    if (element?.contains(document.activeElement)) find('say').focus();
    element?.remove();
    this.#views.delete(id);
  }

  #oldest() {
    const first = this.#views.keys().next();
    return first.done ? 0 : Number(first.value);
  }

  #add(message) {
    const before = this.#views.get(this.#element.lastElementChild?.id.slice(1))?.message;
    const view = new MessageView(message, before, this.#onPress);
    this.#views.set(message.id, view);
    this.#element.append(view.element);
    return view;
  }
}
