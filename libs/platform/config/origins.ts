const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** The origins our own pages have. A server on this very machine is reached under each of its names. */
export function allowedOrigins(publicUrl: string): Set<string> {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  if (!LOOPBACK.includes(hostname)) return new Set([origin]);
  return new Set(LOOPBACK.map((name) => `${protocol}//${name}${port && `:${port}`}`));
}
