// Runs before all else: a dark screen never flashes white, and what Today is made of is asked for while the script of
// the page is still on its way.
(function () {
  var wanted = 'auto';
  try {
    wanted = localStorage.getItem('searchlight-color-scheme') || 'auto';
  } catch {
    wanted = 'auto';
  }
  var dark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');

  if (location.pathname !== '/' || location.search !== '') return;
  var ahead = (window.askedAhead = {});
  ['/api/me', '/api/today?limit=100'].forEach(function (address) {
    ahead[address] = fetch(address, { credentials: 'same-origin' });
    // whoever takes it hears of a failure
    ahead[address].catch(function () {});
  });
})();
