// The message field. Unsent text survives a reload.
import { channel } from './api.js';
import { find } from './dom.js';
import { t } from './language.js';
import { drop, load, save } from './prefs.js';
import { CommandList } from './commands.js';
import { Outgoing } from './outbox.js';
import { PickedFiles } from './picked.js';
import { toast } from './toast.js';

const DRAFT = `draft.${channel}`;
// The server refuses tokens too; here they do not even leave the browser.
const SECRET = /nmv_[a-z]{2,12}_[a-z0-9]\S*/i;
const CONNECT = /^\s*\/connect(?![a-z0-9])\s*(\S*)/i;

export class Composer {
  #field = find('say');
  #send = find('send');
  #onSecret;
  #limits = { maxFiles: 20, maxUploadBytes: Infinity, maxTextLength: 100_000 };

  constructor(onSecret) {
    this.#onSecret = onSecret;
    this.picked = new PickedFiles(() => this.#limits, () => this.#changed());
    this.commands = new CommandList(() => this.#changed());
    find('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.#field.addEventListener('input', () => {
      this.commands.follow();
      this.#changed();
    });
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    this.#field.addEventListener('blur', () => this.commands.close());
    find('pick').addEventListener('click', () => find('files').click());
    find('files').addEventListener('change', (event) => {
      this.add([...event.target.files]);
      event.target.value = '';
    });
    this.#field.value = load(DRAFT, '');
    this.#changed();
  }

  know(settings) {
    this.#limits = settings;
    this.commands.know(settings.commands);
  }

  translate() {
    this.#field.placeholder = t(matchMedia('(max-width: 480px)').matches ? 'say.short' : 'say');
    this.#field.setAttribute('aria-label', t('say.label'));
    find('send').setAttribute('aria-label', t('send'));
    find('pick').setAttribute('aria-label', t('pick'));
    find('pick').title = t('pick');
    this.picked.show();
  }

  add(files) {
    this.picked.add(files);
    this.#field.focus();
  }

  write(text) {
    this.#field.value = text;
    this.#changed();
    this.#field.focus();
  }

  submit() {
    const text = this.#field.value.trim();
    const secret = CONNECT.exec(text)?.[1] ?? SECRET.exec(text)?.[0];
    if (secret !== undefined) {
      this.write('');
      this.#onSecret(secret);
      return;
    }
    if (text.length > this.#limits.maxTextLength) {
      toast(t('text.tooLong', this.#limits.maxTextLength));
      return;
    }
    if (text === '' && this.picked.files.length === 0) return;
    const files = this.picked.take();
    this.write('');
    new Outgoing(text, files, (oldText, oldFiles) => this.#giveBack(oldText, oldFiles));
  }

  #giveBack(text, files) {
    if (this.#field.value === '') this.write(text);
    if (files.length) this.add(files);
    this.#field.focus();
  }

  #key(event) {
    // During input method composition, Enter selects a character.
    if (event.isComposing || event.keyCode === 229 || this.commands.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    }
  }

  #changed() {
    const text = this.#field.value;
    this.#send.disabled = text.trim() === '' && this.picked.files.length === 0;
    // A possible token is not stored in the browser.
    if (text === '' || SECRET.test(text) || CONNECT.test(text)) drop(DRAFT);
    else save(DRAFT, text);
    this.#field.style.height = 'auto';
    this.#field.style.height = `${this.#field.scrollHeight}px`;
  }
}
