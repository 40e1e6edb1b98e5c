// Attachments of messages: videos and sounds play, images are shown, everything else can be downloaded.
import { icon, make } from './dom.js';
import { duration, size } from './format.js';
import { copyLink } from './links.js';
import { t } from './language.js';

// Types every browser plays; other videos and sounds are offered as downloads.
const PLAYS = /^(video\/(mp4|webm|quicktime)|audio\/)/;
const SHOWS = /^image\/(png|jpeg|gif|webp|avif)$/;

export const kindOf = (mime) => (/^(audio|video|image)\//.exec(mime)?.[1] ?? 'file');

export function showAttachment(file, options = {}) {
  if (SHOWS.test(file.mime)) return picture(file);
  if (PLAYS.test(file.mime)) return file.mime.startsWith('video/') ? film(file, options) : sound(file);
  return chip(file);
}

function picture(file) {
  const image = make('img', { src: file.url, alt: file.name, loading: 'lazy', decoding: 'async' });
  const link = make('a', { class: file.name === 'timeline.png' ? 'picture timeline' : 'picture', href: file.url, target: '_blank', rel: 'noopener' }, image);
  image.addEventListener('error', () => link.replaceWith(chip(file, true)), { once: true });
  return link;
}

function film(file, { isResult, messageId }) {
  const player = make('video', {
    // Without a poster the browser shows a frame: the first is often black.
    src: file.poster ? file.url : `${file.url}#t=0.5`, poster: file.poster, controls: true, playsinline: true, preload: 'metadata', 'aria-label': file.name,
    width: file.width, height: file.height,
  });
  const ratio = file.width && file.height ? file.width / file.height : 0;
  const frame = make('div', { class: `film ${ratio && ratio < 0.8 ? 'tall' : ratio && ratio < 1.2 ? 'square' : ''}` }, player);
  if (ratio) {
    player.style.aspectRatio = String(ratio);
    frame.style.setProperty('--ratio', String(ratio));
  }
  const media = make('div', { class: 'media' }, frame, isResult ? make('div', { class: 'gets' }, save(file), share(messageId)) : chip(file));
  player.addEventListener('error', () => media.replaceChildren(make('p', { class: 'gone' }, t('file.gone'))), { once: true });
  return media;
}

function sound(file) {
  const player = make('audio', { src: file.url, controls: true, preload: 'none', 'aria-label': file.name });
  return make('div', { class: 'media sound' }, chip(file), player);
}

// Length, dimensions and size in one line.
export const facts = (file) =>
  [file.duration ? duration(file.duration) : null, file.width && file.height ? `${file.width}×${file.height}` : null, size(file.size)].filter(Boolean).join(' · ');

// The first line of a message's text.
export const caption = (message) => message.text.split('\n').find((line) => line.trim() !== '') ?? '';

// A link that opens the chat at this video.
function share(messageId) {
  const button = make('button', { class: 'share', type: 'button' }, icon('link', 'small'), t('link.copy'));
  button.addEventListener('click', () => copyLink(`#m${messageId}`));
  return button;
}

function save(file) {
  return make(
    'a', { class: 'get', href: `${file.url}?download`, download: file.name, 'aria-label': t('download.name', file.name) },
    icon('save', 'small'), `${t('download')} · ${facts(file)}`);
}

export function chip(file, isGone = false) {
  const label = make('span', { class: 'label' }, make('b', { title: file.name }, file.name), make('small', {}, isGone ? t('file.gone') : size(file.size)));
  return isGone
    ? make('span', { class: 'chip' }, icon(kindOf(file.mime)), label)
    : make('a', { class: 'chip', href: `${file.url}?download`, download: file.name }, icon(kindOf(file.mime)), label);
}
