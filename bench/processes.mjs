// @ts-check
import { execFileSync } from 'node:child_process';

/** Milliseconds from the start of the api process until it answers that it is ready; the last one is left running. @param {import('./firm.mjs').Stack} stack @param {number} times */
export async function readyTimes(stack, times) {
  /** @type {number[]} */
  const taken = [];
  while (taken.length < times) {
    await stack.end('api');
    const began = performance.now();
    stack.start('api');
    await stack.ready();
    taken.push(performance.now() - began);
  }
  return taken;
}

/** Resident memory of a process. @param {number | undefined} pid */
export function megabytesOf(pid) {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
}
