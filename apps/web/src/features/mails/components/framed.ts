export type Scheme = 'light' | 'dark';

/**
 * The mail as a program in light or dark mode shows it. A frame's colours follow the computer's, not ours, so the
 * mail's own question is answered beforehand; and its links lead nowhere, for its people are invented.
 */
export function framed(html: string, scheme: Scheme): string {
  return html
    .replaceAll('@media (prefers-color-scheme:dark)', scheme === 'dark' ? '@media all' : '@media not all')
    .replaceAll('color-scheme:light dark', `color-scheme:${scheme}`)
    .replaceAll('content="light dark"', `content="${scheme}"`)
    .replaceAll(' href="', ' data-href="');
}
