import { readFileSync } from 'node:fs';

/** What the main thread of a process has had of the processor so far, in milliseconds; undefined where it is not told. */
export type ProcessorTime = () => number | undefined;

/** Of this thread. Unlike the clock on the wall it stands still while others have the processor. */
export const ownTime: ProcessorTime = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Of another process, as Linux counts it to the nanosecond; other systems do not tell it from outside. */
export function timeOf(pid: number): ProcessorTime {
  return () => {
    if (process.platform !== 'linux') return undefined;
    const nanoseconds = Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
    return nanoseconds / 1e6;
  };
}
