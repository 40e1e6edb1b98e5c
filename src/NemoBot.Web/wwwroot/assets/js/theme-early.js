// Runs before the first paint, so that a chosen theme does not flash.
try {
  const theme = localStorage.getItem('nemobot.theme');
  if (theme === '"light"' || theme === '"dark"') document.documentElement.dataset.theme = JSON.parse(theme);
} catch { /* no storage: use the system's theme */ }
