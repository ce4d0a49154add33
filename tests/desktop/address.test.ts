import { describe, expect, it } from 'vitest';
import { APP_ORIGIN, APP_START, isOwnAddress, mayLoad } from '../../electron/desktop/address.ts';
import { outsideAddresses } from './hostile-words.ts';

describe('An address', () => {
  it.each([APP_START, `${APP_ORIGIN}/groups/1?x=2#y`, `${APP_ORIGIN}/../rooms`])(
    'is our own and may be loaded: %s',
    (address) => {
      expect([isOwnAddress(address), mayLoad(address)]).toEqual([true, true]);
    },
  );

  it.each(outsideAddresses)('is neither our own nor loaded: %j', (address) => {
    expect([isOwnAddress(address), mayLoad(address)]).toEqual([false, false]);
  });

  it.each([
    'blob:app://trc/0b6f0a9e-4c1d-4ad2-9d3c-6f0c2a1f4e11',
    'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html',
    'chrome://resources/css/text_defaults_md.css',
  ])('is loaded to show a paper, and is no place to go to: %s', (address) => {
    expect([isOwnAddress(address), mayLoad(address)]).toEqual([false, true]);
  });
});
