// Composes the page.
import { press, readMessages, readSettings } from './api.js';
import { announce } from './announce.js';
import { Composer } from './composer.js';
import { openConnect, prepareDialogs, showMe } from './dialogs.js';
import { find, icon, make } from './dom.js';
import { acceptFiles } from './drop.js';
import { language, onLanguage, switchLanguage, t, translatePage } from './language.js';
import { MessageList } from './log.js';
import { prepareGallery, showGalleryButton } from './gallery.js';
import { linkedMessage } from './links.js';
import { isArrived } from './outbox.js';
import { myName } from './people.js';
import { keepPlace, settle, showElement, toEnd, watchScrolling } from './scroll.js';
import { EventLine } from './stream.js';
import { showTheme, switchTheme } from './theme.js';
import { toast } from './toast.js';

let settings = { historyLength: 200, starters: {}, commands: [], signIn: false };
let linkState = 'connecting';
let unseen = 0;
const MOST_HISTORY = 2000;

const composer = new Composer(openConnect);
const list = new MessageList(async (messageId, actionId) => {
  try {
    await press(messageId, actionId, myName());
  } catch (error) {
    toast(error.message || t('failed'));
  }
});

function showLink(state) {
  linkState = state;
  find('link-state').dataset.state = state;
  find('link-words').textContent = t(`link.${state}`);
}

function showTitle() {
  document.title = unseen ? `(${unseen}) NemoBot` : 'NemoBot';
}

function showWelcome() {
  find('welcome').hidden = list.size > 0 || find('outbox').childElementCount > 0;
  const starters = settings.starters[language()] ?? [];
  find('starters').replaceChildren(...(starters.length ? starters : t('starters')).map((text) => {
    const button = make('button', { class: 'starter', type: 'button' }, icon('spark'), make('span', {}, text));
    button.addEventListener('click', () => composer.write(text));
    return button;
  }));
}

function showWords() {
  translatePage();
  showControls();
  showWelcome();
}

function showControls() {
  find('switch-language').textContent = t('language.switch');
  find('switch-language').setAttribute('aria-label', t('language.label'));
  composer.translate();
  showTheme();
  showGalleryButton(list);
  showMe();
  showLink(linkState);
}

function hear(event, message) {
  if (event === 'reset') list.fill([]);
  else if (event === 'delete') list.remove(message.id);
  else {
    isArrived(message.key);
    const change = list.put(message);
    if (change !== 'older' && message.kind !== 'user') announce(message);
    if (change === 'added' && document.hidden && message.kind !== 'user') unseen++;
  }
  find('welcome').hidden = list.size > 0;
  showGalleryButton(list);
  showTitle();
  settle();
}

// Shows the message that the address names, fetching the history for it if need be.
async function showLinked() {
  const id = linkedMessage();
  if (id === null) return false;
  if (!list.has(id) && !find('earlier').hidden) await showEarlier(MOST_HISTORY);
  const element = list.element(id);
  if (element) showElement(element);
  else toast(t('link.gone'));
  return element !== null;
}

async function showEarlier(most = list.size + settings.historyLength) {
  const wanted = Math.min(MOST_HISTORY, most);
  const messages = await readMessages(wanted).catch(() => null);
  if (messages) keepPlace(() => list.fill(messages));
  showGalleryButton(list);
  const hadFocus = document.activeElement === find('earlier');
  find('earlier').hidden = !messages || messages.length < wanted;
  if (hadFocus && find('earlier').hidden) find('say').focus();
}

// Retries until the bot answers: the page may be opened while it is starting.
async function loadHistory() {
  for (let wait = 500; ; wait = Math.min(8000, wait * 2)) {
    try {
      return await Promise.all([readSettings(), readMessages()]);
    } catch {
      showLink('waiting');
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

async function start() {
  prepareDialogs();
  watchScrolling();
  acceptFiles((files) => composer.add(files));
  find('switch-language').addEventListener('click', switchLanguage);
  find('switch-theme').addEventListener('click', switchTheme);
  find('earlier').addEventListener('click', () => showEarlier());
  prepareGallery(list, (id) => showElement(list.element(id)));
  addEventListener('hashchange', showLinked);
  new MutationObserver(() => { if (find('outbox').childElementCount) find('welcome').hidden = true; }).observe(find('outbox'), { childList: true });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) unseen = 0;
    showTitle();
  });
  onLanguage(showWords);
  translatePage();
  showControls();

  const [known, messages] = await loadHistory();
  settings = known;
  composer.know(settings);
  find('sign-out').hidden = !settings.signIn;
  list.fill(messages);
  find('earlier').hidden = messages.length < settings.historyLength;
  showWelcome();
  showGalleryButton(list);
  if (list.size > 0) toEnd();
  const isLinked = await showLinked();
  if (!isLinked && matchMedia('(hover: hover)').matches) find('say').focus();
  const place = messages.reduce((newest, message) => Math.max(newest, message.seq), 0);
  new EventLine(place, hear, showLink).start();
}

start();
