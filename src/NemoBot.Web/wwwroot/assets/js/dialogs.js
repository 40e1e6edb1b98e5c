// Name, chats, account.
import { channel, connect, signOut } from './api.js';
import { find, make } from './dom.js';
import { t } from './language.js';
import { copyLink } from './links.js';
import { avatar, myName, rename } from './people.js';
import { load, save } from './prefs.js';

const CHATS = 12;

export function showMe() {
  find('open-me').replaceChildren(avatar(myName()), make('span', { class: 'name' }, myName()));
  find('open-me').setAttribute('aria-label', t('me.open', myName()));
}

function prepareMe() {
  find('open-me').addEventListener('click', () => {
    find('my-name').value = load('name', '');
    find('my-name').placeholder = myName();
    find('my-name').required = load('name', '') !== '';
    find('me').showModal();
  });
  find('me').addEventListener('close', () => {
    if (find('me').returnValue === 'save' && find('my-name').value.trim() !== '') {
      save('pastNames', [...new Set([myName(), ...load('pastNames', [])])].slice(0, 10));
      rename(find('my-name').value);
      showMe();
    }
    find('me').returnValue = '';
  });
  find('open-connect').addEventListener('click', () => {
    find('me').close();
    openConnect();
  });
  find('sign-out').addEventListener('click', () => signOut().finally(() => location.reload()));
}

function prepareChats() {
  find('channel-name').textContent = channel;
  const known = [channel, ...load('chats', []).filter((name) => name !== channel)].slice(0, CHATS);
  save('chats', known);
  find('open-chats').addEventListener('click', () => {
    find('chat-list').replaceChildren(...known.map((name) => make('li', {}, make(
      'a', { href: `/c/${encodeURIComponent(name)}`, 'aria-current': name === channel ? 'page' : null }, `# ${name}`))));
    find('new-chat').value = '';
    find('chats').showModal();
  });
  find('chats').addEventListener('close', () => {
    const name = find('new-chat').value.trim();
    if (find('chats').returnValue === 'open' && name) location.assign(`/c/${encodeURIComponent(name)}`);
    find('chats').returnValue = '';
  });
  find('copy-link').addEventListener('click', async () => {
    await copyLink();
    find('chats').close();
  });
}

export function openConnect(token = '') {
  find('connect-token').value = token;
  find('connect-answer').textContent = token ? t('secret.caught') : '';
  find('connect').showModal();
}

function prepareConnect() {
  const ask = async (token) => {
    find('connect-token').value = '';
    try {
      find('connect-answer').textContent = (await connect(token, myName())).text;
    } catch (error) {
      find('connect-answer').textContent = error.message || t('failed');
    }
  };
  find('connect').addEventListener('submit', (event) => {
    event.preventDefault();
    const token = find('connect-token').value.trim();
    if (token) ask(token);
    else find('connect-token').focus();
  });
  find('connect-off').addEventListener('click', () => ask('off'));
  find('connect-close').addEventListener('click', () => find('connect').close());
}

export function prepareDialogs() {
  prepareMe();
  prepareChats();
  prepareConnect();
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  }
}
