import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';

/** Everything that an API in this process logs, in place of standard output. */
export class LogFile {
  /** Before the API is made: its log goes where standard output goes at that moment. */
  static open(): LogFile {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'searchlight-log-')), 'log');
    const fd = fs.openSync(file, 'a');
    const replaced = jest.replaceProperty(process.stdout as { fd: number }, 'fd', fd);
    return new LogFile(file, fd, () => replaced.restore());
  }

  private constructor(
    private readonly file: string,
    private readonly fd: number,
    readonly closeToOthers: () => void,
  ) {}

  text(): string {
    return fs.readFileSync(this.file, 'utf8');
  }

  remove(): void {
    fs.closeSync(this.fd);
    fs.rmSync(path.dirname(this.file), { recursive: true });
  }
}
