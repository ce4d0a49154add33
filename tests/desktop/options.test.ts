import { describe, expect, it } from 'vitest';
import { pickOwnFlags, readStartOptions, USUAL_PORT } from '../../electron/options.ts';

const read = (words: string) => readStartOptions(words === '' ? [] : words.split(' '));

describe('The flags of a start', () => {
  it('are all left out in everyday use', () => {
    expect(read('')).toEqual({
      web: false,
      practice: false,
      open: true,
      data: undefined,
      port: USUAL_PORT,
      clock: undefined,
    });
  });

  it('say which door, which centre, where, and which day', () => {
    expect(
      read('--web --practice --no-open --data some/folder --port 0 --clock 2027-06-10T09:00'),
    ).toEqual({
      web: true,
      practice: true,
      open: false,
      data: 'some/folder',
      port: 0,
      clock: '2027-06-10T08:00:00.000Z',
    });
    expect(read('--data=some/folder --port=5000')).toMatchObject({
      data: 'some/folder',
      port: 5000,
    });
  });

  it.each([
    ['--nonsense', 'does not know one of these options'],
    ['some/folder', 'does not know one of these options'],
    ['--data', 'does not know one of these options'],
    ['--port 70000', 'a number from 0 to 65535'],
    ['--port -1', 'does not know one of these options'],
    ['--port 4870x', 'a number from 0 to 65535'],
    ['--port 1.5', 'a number from 0 to 65535'],
    ['--clock 2027-06-10T09:00', 'Only the practice centre can be given a clock'],
    ['--practice --clock 10/06/2027', 'Write the clock as a local day and time'],
    ['--practice --clock 2027-02-30T09:00', 'Write the clock as a local day and time'],
  ])('are refused in words: %s', (words, sentence) => {
    expect(() => read(words)).toThrow(sentence);
  });

  it('are found among those of Electron and Chromium', () => {
    const argv = [
      '/opt/TRC Desk/trc-desk',
      '--no-sandbox',
      '--inspect=0',
      '.',
      '--practice',
      '--disable-features=Something',
      '--data',
      '/srv/records',
      '--original-process-start-time=13',
      '--clock=2027-06-10T09:00',
      '--allow-file-access-from-files',
    ];
    expect(pickOwnFlags(argv)).toEqual([
      '--practice',
      '--data',
      '/srv/records',
      '--clock=2027-06-10T09:00',
    ]);
  });

  it('have their values beside them even when a value looks like a flag of ours', () => {
    expect(pickOwnFlags(['--data', '--practice'])).toEqual(['--data', '--practice', '--practice']);
    expect(() => readStartOptions(pickOwnFlags(['--data', '--practice']))).toThrow('TRC Desk');
  });

  it('may end with a flag whose value was forgotten, which is then refused', () => {
    expect(pickOwnFlags(['.', '--data'])).toEqual(['--data']);
    expect(() => readStartOptions(pickOwnFlags(['.', '--data']))).toThrow('TRC Desk');
  });
});
