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
    title: 'Areas and who speaks for them',
    lines: Array.from({ length: areas }, (_, place) => ({
      area: `Area ${place}`,
      kind: 'Estate',
      cover: 'Nobody',
      groups: '',
    })),
    summary: 'Nobody speaks for them.',
  },
});

/** With which codes the threads started by a test have ended: 0 by itself, 1 where it was cut off. */
let ends: number[];
const watch = (thread: Worker) => void thread.once('exit', (code) => ends.push(code));
beforeEach(() => {
  ends = [];
  process.on('worker', watch);
});
afterEach(() => process.off('worker', watch));

describe('The thread that draws papers', () => {
  it('ends by itself when the maker closes while it is idle', async () => {
    const maker = newPaperMaker();
    expect((await maker.draw(listOf(1))).pages).toBe(1);
    await maker.close();
    expect(ends).toEqual([0]);
  });

  it('has ended once the maker is closed, also when it was still loading', async () => {
    const maker = newPaperMaker();
    maker.warmUp();
    await maker.close();
    expect(ends).toHaveLength(1);
  });

  it('is cut off when the maker closes in the middle of a paper, which nobody waits for', async () => {
    const maker = newPaperMaker();
    await maker.draw(listOf(1));
    let isDrawn = false;
    void maker.draw(listOf(20_000)).then(() => {
      isDrawn = true;
    });
    await maker.close();
    expect(ends).toEqual([1]);
    expect(isDrawn).toBe(false);
  });

  it('is started again for the next paper after the maker was closed', async () => {
    const maker = newPaperMaker();
    maker.warmUp();
    await maker.close();
    expect((await maker.draw(listOf(1))).pages).toBe(1);
    await maker.close();
    expect(ends).toHaveLength(2);
  });

  it('is none where no paper was asked for, and closing is done at once', async () => {
    await newPaperMaker().close();
    expect(ends).toEqual([]);
  });
});

describe('A long paper', () => {
  const letters = (count: number): PaperJob => ({
    paper: 'mailing-letters',
    values: {
      ...(listOf(0).values as object),
      reference: 'MLG-2027-0001',
      subject: 'Repairs',
      date: '2027-01-04',
      askedBy: 'Dana Whitfield',
      onBothSides: true,
      letters: Array.from({ length: count }, (_, place) => ({
        address: [`Person ${place}`, '1 Elm House'],
        size: 'normal',
        words: `Dear Person ${place}\n\nWe would like to hear from you.`,
      })),
    },
  });

  it('says how far it is while it is drawn', async () => {
    const maker = newPaperMaker();
    const heard: string[] = [];
    const { pages } = await maker.draw(letters(25), (done, total) =>
      heard.push(`${done} of ${total}`),
    );
    expect(pages).toBe(49);
    expect(heard).toEqual(['10 of 25', '20 of 25']);
    await maker.close();
  });

  it('ends at once for whoever does not want it any more, and the thread draws the next one', async () => {
    const maker = newPaperMaker();
    const stopped = new Error('stopped');
    const begun = maker.draw(letters(3_000), () => {
      throw stopped;
    });
    await expect(begun).rejects.toBe(stopped);
    expect((await maker.draw(letters(1))).pages).toBe(1);
    await maker.close();
    expect(ends).toEqual([0]);
  });
});
