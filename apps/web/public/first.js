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
    // read to its end here, so that an answer nobody takes is not left open
    ahead[address] = fetch(address, { credentials: 'same-origin' }).then(function (answer) {
      return answer.arrayBuffer().then(function (body) {
        return new Response(body, { status: answer.status, headers: answer.headers });
      });
    });
    // whoever takes it hears of a failure
    ahead[address].catch(function () {});
  });
})();
