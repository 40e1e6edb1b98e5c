// All videos of the chat with their pictures, and two of them side by side.
import { find, icon, make } from './dom.js';
import { caption, facts } from './attachments.js';
import { t } from './language.js';

let videos = [];
let chosen = [];

// show(messageId) scrolls to a message.
export function prepareGallery(list, show) {
  find('open-gallery').addEventListener('click', () => {
    videos = list.videos();
    chosen = [];
    showGallery(show);
    find('gallery').showModal();
  });
  find('gallery').addEventListener('close', () => find('gallery-body').replaceChildren());
  find('compare').addEventListener('click', compare);
  find('gallery-back').addEventListener('click', () => showGallery(show));
}

export function showGalleryButton(list) {
  find('open-gallery').hidden = list.videos().length === 0;
  find('open-gallery').setAttribute('aria-label', t('gallery'));
  find('open-gallery').title = t('gallery');
}

function showGallery(show) {
  find('gallery-title').textContent = t('gallery');
  find('gallery-back').hidden = true;
  find('compare').hidden = videos.length < 2;
  find('gallery-body').className = 'gallery';
  find('gallery-body').replaceChildren(...videos.map((video, index) => item(video, index, show)).reverse());
  showChosen();
}

function item({ message, file }, index, show) {
  const open = make('button', { type: 'button', class: 'still', 'aria-label': t('gallery.show', number(index)) }, still(file));
  open.addEventListener('click', () => {
    find('gallery').close();
    show(message.id);
  });
  const box = make('input', { type: 'checkbox', 'data-index': String(index) });
  box.checked = chosen.includes(index);
  box.addEventListener('change', () => choose(index, box.checked));
  const pick = videos.length > 1 ? make('label', { class: 'pick' }, box, t('gallery.pick')) : null;
  return make('figure', {}, open, make('figcaption', {}, make('b', {}, number(index)), make('span', {}, caption(message)), make('small', {}, facts(file)), pick));
}

const number = (index) => t('gallery.number', index + 1);

function still(file) {
  return file.poster
    ? make('img', { src: file.poster, alt: '', loading: 'lazy', decoding: 'async' })
    : make('video', { src: `${file.url}#t=0.5`, preload: 'metadata', muted: true, playsinline: true, tabindex: -1, 'aria-hidden': 'true' });
}

// At most two: a third choice replaces the older one.
function choose(index, isChosen) {
  chosen = isChosen ? [...chosen, index].slice(-2) : chosen.filter((other) => other !== index);
  showChosen();
}

function showChosen() {
  for (const box of find('gallery-body').querySelectorAll('input')) box.checked = chosen.includes(Number(box.dataset.index));
  find('compare').disabled = chosen.length < 2;
}

// Both play in step; only the newer one is heard.
function compare() {
  const pair = [...chosen].sort((one, other) => one - other);
  const players = pair.map((index, side) => {
    const player = make('video', { src: videos[index].file.url, poster: videos[index].file.poster, playsinline: true, preload: 'auto', controls: side === 1, 'aria-label': number(index) });
    player.muted = side === 0;
    return player;
  });
  const [follower, leader] = players;
  leader.addEventListener('play', () => follower.play().catch(() => {}));
  leader.addEventListener('pause', () => follower.pause());
  leader.addEventListener('seeked', () => { follower.currentTime = leader.currentTime; });
  leader.addEventListener('ratechange', () => { follower.playbackRate = leader.playbackRate; });
  find('gallery-title').textContent = t('compare.title');
  find('gallery-back').hidden = false;
  find('compare').hidden = true;
  find('gallery-body').className = 'compare';
  find('gallery-body').replaceChildren(...players.map((player, side) => make(
    'figure', {}, player, make('figcaption', {}, make('b', {}, number(pair[side])), make('span', {}, caption(videos[pair[side]].message))))));
  find('gallery-back').focus();
}
