// @ts-check

const LEVELS = /** @type {Record<number, string>} */ ({
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
});
const OF_THE_DEBUGGER = /^(Debugger (listening|attached|ending)|For help, see|Waiting for the debugger)/;

/** A line of a process for people at a terminal, or null for one that nobody needs. @param {string} line @returns {string | null} */
export function lineOf(line) {
  if (!line.trim() || OF_THE_DEBUGGER.test(line)) return null;
  try {
    const { level, time: _time, context, msg = '', ...rest } = JSON.parse(line);
    if (!LEVELS[level]) return line;
    if (context === 'Http') return requestOf(rest);
    const more = Object.entries(rest).map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    return [LEVELS[level], context && `${context}:`, msg, ...more].filter(Boolean).join(' ');
  } catch {
    return line;
  }
}

/** @param {Record<string, unknown>} entry */
function requestOf({ method, route, status, ms }) {
  return String(route).startsWith('/health/') ? null : `${method} ${route} ${status}, ${ms} ms`;
}
