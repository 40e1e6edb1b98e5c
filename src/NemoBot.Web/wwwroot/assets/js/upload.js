// Uploads a message with its files and reports progress. XMLHttpRequest, because fetch does not report sent bytes.
import { messagesAddress } from './api.js';
import { language, t } from './language.js';

// Resolves with the message's id; `signal` aborts it, `onProgress` receives the number of file bytes sent.
export function send({ text, files, user, key }, signal, onProgress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('text', text);
    form.append('user', user);
    form.append('lang', language());
    form.append('key', key);
    files.forEach((file) => form.append('files', file, file.name));
    const request = new XMLHttpRequest();
    request.open('POST', messagesAddress);
    request.responseType = 'json';
    request.setRequestHeader('Accept-Language', language());
    const sum = files.reduce((bytes, file) => bytes + file.size, 0);
    // The total includes the form's own bytes.
    request.upload.onprogress = (event) => onProgress(Math.max(0, event.loaded - Math.max(0, event.total - sum)));
    request.onload = () => (request.status === 202 ? resolve(request.response.id) : reject(problem(request)));
    request.onerror = () => reject(new Error(t('upload.failed')));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function problem(request) {
  if (request.status === 401) location.reload();
  return Object.assign(new Error(request.response?.error ?? t('failed')), { code: request.response?.code });
}
