// The chat's HTTP interface.
import { language } from './language.js';

export const channel = decodeURIComponent(location.pathname.split('/')[2] || 'main');
const base = `/api/channels/${encodeURIComponent(channel)}`;

export const messagesAddress = `${base}/messages`;
export const eventsAddress = `${base}/events`;

async function call(address, options = {}) {
  const response = await fetch(address, { cache: 'no-store', ...options, headers: { 'Accept-Language': language(), ...options.headers } });
  if (response.status === 401 && !address.endsWith('/session')) location.reload();
  if (!response.ok) throw new Error((await response.json().catch(() => null))?.error ?? '');
  return response.status === 204 ? null : response.json();
}

const post = (address, body) =>
  call(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...body, lang: language() }) });

export const readSettings = () => call('/api/settings');
export const readMessages = (limit) => call(limit ? `${messagesAddress}?limit=${limit}` : messagesAddress);
export const press = (messageId, actionId, user) => post(`${base}/actions`, { messageId, actionId, user });
export const connect = (token, user) => post(`${base}/connect`, { token, user });
export const signIn = (token) => post('/api/session', { token });
export const signOut = () => call('/api/session', { method: 'DELETE' });
export const isSignedIn = () => fetch('/api/session', { cache: 'no-store' }).then((r) => r.status === 204, () => false);
