import { isSignedIn, signIn } from './api.js';
import { find } from './dom.js';
import { t, translatePage } from './language.js';

translatePage();
// A visitor who follows a link from another site arrives without the SameSite cookie; a reload is enough then.
isSignedIn().then((isIn) => { if (isIn) location.reload(); });

find('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  find('wrong').textContent = '';
  try {
    await signIn(find('token').value);
    location.reload();
  } catch (error) {
    find('wrong').textContent = error.message || t('failed');
    find('token').select();
  }
});
