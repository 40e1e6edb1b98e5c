// Addresses of the chat and of single messages in it.
import { t } from './language.js';
import { toast } from './toast.js';

// The message that the page's address names; null if it names none.
export const linkedMessage = () => /^#m(\d+)$/.exec(location.hash)?.[1] ?? null;

export async function copyLink(hash = '') {
  const address = location.origin + location.pathname + hash;
  try {
    await navigator.clipboard.writeText(address);
    toast(t('chats.copied'));
  } catch {
    // No permission, or no clipboard without https: the address can be copied from here.
    prompt(t('link.copy'), address);
  }
}
