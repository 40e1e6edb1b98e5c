// Previews of files before they are sent: an image, a frame of a video, or the waveform of a sound, with its length.
import { icon, make } from './dom.js';
import { duration } from './format.js';
import { kindOf } from './attachments.js';

const PICTURE = /^image\/(png|jpeg|gif|webp|avif)$/;
const BARS = 40;
// Decoding takes memory: larger files show only their length.
const MAX_DECODED_BYTES = 40 * 2 ** 20;

const previews = new WeakMap();

// One preview per file: the list is rebuilt whenever a file is added or removed.
export function previewOf(file) {
  if (!previews.has(file)) previews.set(file, create(file));
  return previews.get(file);
}

export function releasePreview(file) {
  URL.revokeObjectURL(previews.get(file)?.url);
  previews.delete(file);
}

function create(file) {
  const url = URL.createObjectURL(file);
  const length = make('span', { class: 'length' });
  if (PICTURE.test(file.type)) return { url, length, element: make('img', { src: url, alt: '', width: 40, height: 40 }) };
  const kind = kindOf(file.type);
  if (kind === 'video') return { url, length, element: frame(url, length) };
  if (kind !== 'audio') return { url, length, element: icon(kind) };
  const element = make('span', { class: 'wave' }, icon('audio'));
  readLength(make('audio', { preload: 'metadata', src: url }), length);
  if (file.size <= MAX_DECODED_BYTES) drawWave(file, element);
  return { url, length, element };
}

function frame(url, length) {
  const video = make('video', { src: `${url}#t=0.1`, preload: 'metadata', playsinline: true, tabindex: -1, 'aria-hidden': 'true' });
  video.muted = true;
  readLength(video, length);
  video.addEventListener('error', () => video.replaceWith(icon('video')), { once: true });
  return video;
}

function readLength(media, length) {
  media.addEventListener('loadedmetadata', () => {
    if (Number.isFinite(media.duration)) length.textContent = `${duration(media.duration)} · `;
  }, { once: true });
}

async function drawWave(file, element) {
  try {
    // 8 kHz is plenty for peaks, and keeps the decoded sound small.
    const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await file.arrayBuffer());
    const peaks = peaksOf(sound.getChannelData(0));
    const canvas = make('canvas', { width: BARS * 6, height: 56, 'aria-hidden': 'true' });
    element.replaceChildren(canvas);
    const context = canvas.getContext('2d');
    context.fillStyle = getComputedStyle(element).color;
    peaks.forEach((peak, i) => {
      const height = Math.max(4, peak * canvas.height);
      context.fillRect(i * 6, (canvas.height - height) / 2, 4, height);
    });
  } catch {
    // Not decodable: keep the icon.
  }
}

// The peak of each bar, relative to the highest peak.
function peaksOf(samples) {
  const step = Math.max(1, Math.floor(samples.length / BARS));
  const peaks = Array.from({ length: BARS }, (_, bar) => {
    let peak = 0;
    for (let i = bar * step; i < Math.min(samples.length, (bar + 1) * step); i++) peak = Math.max(peak, Math.abs(samples[i]));
    return peak;
  });
  const loudest = Math.max(...peaks, 0.001);
  return peaks.map((peak) => peak / loudest);
}
