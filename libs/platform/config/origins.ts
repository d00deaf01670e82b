const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

export const isLoopback = (hostname: string): boolean => LOOPBACK.includes(hostname);

/** The origins our own pages have. A server on this very machine is reached under each of its names. */
export function allowedOrigins(publicUrl: string): Set<string> {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  if (!isLoopback(hostname)) return new Set([origin]);
  return new Set(LOOPBACK.map((name) => `${protocol}//${name}${port && `:${port}`}`));
}
