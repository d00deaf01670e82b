import { fileOf } from './api';

/** Fetches a file and hands it to the browser to keep. A refusal is a problem like any other, not a broken file. */
export async function download(address: string, name: string): Promise<void> {
  const file = URL.createObjectURL(await fileOf(address));
  const link = document.createElement('a');
  link.href = file;
  link.download = name;
  link.click();
  // a browser that asks where to keep it still reads it then
  setTimeout(() => URL.revokeObjectURL(file), 60_000);
}
