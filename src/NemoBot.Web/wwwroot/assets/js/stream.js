// The event stream. Read with fetch instead of EventSource to see heartbeats: a connection that is silent for too long (a laptop that
// slept) is reopened. Each event carries its position, and the server resumes from there.
import { eventsAddress } from './api.js';

const SILENCE = 40_000;
const HIDDEN_AFTER = 30_000;
const HIDDEN_PAUSE = 20_000;
const BURST = 2_000;

export class EventLine {
  #place;
  #onEvent;
  #onState;
  #abort = null;
  #watch = 0;
  #failures = 0;
  #wake = () => {};
  #hiddenSince = 0;

  constructor(place, onEvent, onState) {
    this.#place = place;
    this.#onEvent = onEvent;
    this.#onState = onState;
  }

  start() {
    addEventListener('online', () => this.#hurry());
    addEventListener('offline', () => this.#abort?.abort());
    document.addEventListener('visibilitychange', () => {
      this.#hiddenSince = document.hidden ? Date.now() : 0;
      if (!document.hidden) this.#hurry();
      // Browsers open at most six connections per server: hidden tabs connect only now and then.
      else setTimeout(() => { if (this.#rests()) this.#abort?.abort(); }, HIDDEN_AFTER + 100);
    });
    this.#run();
  }

  #rests() {
    return this.#hiddenSince > 0 && Date.now() - this.#hiddenSince > HIDDEN_AFTER;
  }

  #hurry() {
    this.#failures = 0;
    this.#wake();
  }

  async #run() {
    for (;;) {
      try {
        await this.#listen();
      } catch (error) {
        if (error.status === 401) {
          location.reload();
          return;
        }
      }
      clearTimeout(this.#watch);
      const rests = this.#rests();
      if (!rests) this.#onState(navigator.onLine ? 'waiting' : 'offline');
      await this.#pause(rests ? HIDDEN_PAUSE : Math.min(10_000, 500 * 2 ** this.#failures++) * (0.75 + Math.random() / 2));
    }
  }

  #pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
  }

  #expect() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#abort?.abort(), this.#rests() ? BURST : SILENCE);
  }

  async #listen() {
    this.#abort = new AbortController();
    this.#expect();
    const response = await fetch(eventsAddress, {
      signal: this.#abort.signal, cache: 'no-store', headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(this.#place) },
    });
    if (!response.ok) throw Object.assign(new Error(), { status: response.status });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.#expect();
      this.#failures = 0;
      this.#onState('open');
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop();
      blocks.forEach((block) => this.#take(block));
    }
  }

  #take(block) {
    const fields = { event: 'message', data: '' };
    for (const line of block.split('\n')) {
      const colon = line.indexOf(': ');
      if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 2);
    }
    if (fields.data) this.#onEvent(fields.event, JSON.parse(fields.data));
    if (fields.id !== undefined) this.#place = Number(fields.id);
  }
}
