// Runs before the first paint, so that a dark screen never flashes white.
(function () {
  var wanted = 'auto';
  try {
    wanted = localStorage.getItem('searchlight-color-scheme') || 'auto';
  } catch {
    wanted = 'auto';
  }
  var dark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
