import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaperJob } from '#db/shared/paper';
import { newPaperMaker } from '../../electron/host/paper-maker.ts';

/** A list of so many areas; some thousands take the thread far longer than any other step here. */
const listOf = (areas: number): PaperJob => ({
  paper: 'area-coverage',
  values: {
    letterhead: {
      centre: 'Riverside Tenant Resource Centre',
      council: '',
      team: '',
      address: [],
      phone: '',
    },
    size: 'normal',
    practice: false,
    printedAt: '2027-01-04T09:15',
    printedBy: 'Dana Whitfield',
    onlyWithout: false,
    lines: Array.from({ length: areas }, (_, place) => ({
      area: `Area ${place}`,
      kind: 'Estate',
      cover: 'Nobody',
      groups: '',
    })),
    without: areas,
  },
});

let threads: Worker[];
const keep = (thread: Worker) => void threads.push(thread);
beforeEach(() => {
  threads = [];
  process.on('worker', keep);
});
afterEach(() => process.off('worker', keep));

/** With which code the one thread of a maker ends: 0 by itself, 1 where it is cut off. */
async function endOfThread(): Promise<number> {
  expect(threads).toHaveLength(1);
  const [code] = await Promise.all(threads.map((thread) => once(thread, 'exit')));
  return Number(code?.[0]);
}

describe('The thread that draws papers', () => {
  it('ends by itself when the maker closes while it is idle', async () => {
    const maker = newPaperMaker();
    expect((await maker.draw(listOf(1))).pages).toBe(1);
    const end = endOfThread();
    await maker.close();
    expect(await end).toBe(0);
  });

  it('ends by itself when the maker closes while it still loads', async () => {
    const maker = newPaperMaker();
    maker.warmUp();
    await once(process, 'worker');
    const end = endOfThread();
    await maker.close();
    expect(await end).toBe(0);
  });

  it('is cut off when the maker closes in the middle of a paper, which nobody waits for', async () => {
    const maker = newPaperMaker();
    await maker.draw(listOf(1));
    let isDrawn = false;
    void maker.draw(listOf(20_000)).then(() => {
      isDrawn = true;
    });
    const end = endOfThread();
    await maker.close();
    expect(await end).toBe(1);
    expect(isDrawn).toBe(false);
  });

  it('is started again for the next paper after the maker was closed', async () => {
    const maker = newPaperMaker();
    maker.warmUp();
    await maker.close();
    expect((await maker.draw(listOf(1))).pages).toBe(1);
    await maker.close();
    expect(threads).toHaveLength(2);
  });

  it('is none where no paper was asked for, and closing is done at once', async () => {
    await newPaperMaker().close();
    expect(threads).toEqual([]);
  });
});
