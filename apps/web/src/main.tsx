import './app/mantine-styles';
import '@mantine/notifications/styles.layer.css';
import './app/global.css';
import './app/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers';
import { startPrinting } from './lib/printing';

// After an upgrade the parts this page would still load are gone: start afresh, once. Without a network that would
// leave nothing at all, not even what waits to be sent.
const RELOADED = 'searchlight-reloaded';
window.addEventListener('vite:preloadError', (event) => {
  if (!navigator.onLine || sessionStorage.getItem(RELOADED)) return;
  sessionStorage.setItem(RELOADED, 'yes');
  event.preventDefault();
  window.location.reload();
});
window.addEventListener('load', () => setTimeout(() => sessionStorage.removeItem(RELOADED), 10_000));

startPrinting();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  );
}
