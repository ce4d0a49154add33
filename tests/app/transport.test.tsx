import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ChangeNotice, onChanged } from '../../renderer/app/transport.ts';

/** The browser's stream of events, as far as a page uses it. */
class Stream {
  static readonly opened: Stream[] = [];
  isClosed = false;
  onmessage: ((event: { readonly data: string }) => void) | undefined;
  readonly address: string;
  constructor(address: string) {
    this.address = address;
    Stream.opened.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
  say(notice: ChangeNotice): void {
    this.onmessage?.({ data: JSON.stringify(notice) });
  }
}

afterEach(() => vi.unstubAllGlobals());

describe('What the program tells a page', () => {
  it('comes over one connection to all who listen, and ends with the last of them', () => {
    vi.stubGlobal('EventSource', Stream);
    const heard: string[] = [];
    const first = (notice: ChangeNotice): void =>
      void heard.push(`first ${notice.changed?.join()}`);
    const stops = [onChanged(first), onChanged(() => heard.push('second')), onChanged(first)];
    expect(Stream.opened.map(({ address }) => address)).toEqual(['/events']);
    const [stream] = Stream.opened;
    stream?.say({ changed: ['groups'] });
    expect(heard).toEqual(['first groups', 'second', 'first groups']);

    stops[0]?.();
    stops[1]?.();
    stream?.say({ changed: ['people'] });
    expect(heard.slice(3)).toEqual(['first people']);
    expect(stream?.isClosed).toBe(false);
    stops[2]?.();
    expect(stream?.isClosed).toBe(true);

    onChanged(first)();
    expect(Stream.opened.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  });
});
