// @ts-check
// One demo per data folder: the second would share the database of the first, and lose it when the first one stops.
import fs from 'node:fs';
import path from 'node:path';

/**
 * Takes the folder for this process; refuses one that a running process has taken.
 * @param {string} dataDir
 * @returns {Promise<{ tell: (url: string) => void }>} `tell` leaves the address for who comes second.
 */
export async function takeFolder(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true });
  const lock = path.join(dataDir, 'demo.running');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      fs.writeFileSync(lock, `${process.pid}\n`, { flag: 'wx' });
      process.once('exit', () => fs.rmSync(lock, { force: true }));
      return { tell: (url) => fs.writeFileSync(lock, `${process.pid}\n${url}\n`) };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      const [pid = '', url = ''] = fs.readFileSync(lock, 'utf8').split('\n');
      if (lives(Number(pid)))
        throw new Error(
          `A demo runs in ${dataDir} already (process ${pid}${url ? `, ${url}` : ', still starting'}). Stop it, or set SEARCHLIGHT_DATA_DIR to another folder.`,
        );
      fs.rmSync(lock, { force: true }); // left by one that was killed
    }
  }
  throw new Error(`Another demo is being started in ${dataDir} at this moment.`);
}

/** @param {number} pid */
function lives(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** What the system says, in words. @param {unknown} error @param {string} dataDir */
export function sentenceOf(error, dataDir) {
  const { code, path: where, message } = /** @type {NodeJS.ErrnoException} */ (Object(error));
  if (code === 'ENOSPC') return `The disk that holds ${dataDir} is full: make room and start again.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${where ?? dataDir} cannot be written by this user: set SEARCHLIGHT_DATA_DIR to a folder that can.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${dataDir} is not a folder: set SEARCHLIGHT_DATA_DIR to one.`;
  return message ?? String(error);
}
