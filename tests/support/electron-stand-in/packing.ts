/** What a value that JSON cannot say is written as: its kind and its content. */
type Packed = { readonly $: string; readonly v?: unknown };

export type Packing = {
  /** Writes a value as text; `nameOf` names the functions in it, where functions may cross. */
  readonly pack: (
    value: unknown,
    nameOf?: (one: (...args: never[]) => unknown) => number,
  ) => string;
  /** Reads the text again; `functionOf` makes a function for a name. */
  readonly unpack: (text: string, functionOf?: (name: number) => unknown) => unknown;
};

/**
 * Values as text, with what structured clone keeps and JSON does not: undefined, odd numbers, big ones, bytes. Other
 * kinds are refused rather than changed. The page runs this function from its own source text, so it uses nothing
 * from outside itself.
 */
export function newPacking(): Packing {
  const toBase64 = (bytes: Uint8Array): string =>
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const fromBase64 = (text: string): Uint8Array =>
    Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  function fold(value: unknown, nameOf: ((one: never) => number) | undefined): unknown {
    const inner = (one: unknown): unknown => fold(one, nameOf);
    if (value === undefined) return { $: 'undefined' } satisfies Packed;
    if (typeof value === 'function' && nameOf !== undefined)
      return { $: 'function', v: nameOf(value as never) } satisfies Packed;
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) } satisfies Packed;
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
      return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) } satisfies Packed;
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Uint8Array) return { $: 'bytes', v: toBase64(value) } satisfies Packed;
    if (Array.isArray(value)) return value.map(inner);
    if (Object.prototype.toString.call(value) !== '[object Object]')
      throw new Error('The stand-in does not carry this kind of value.');
    const entries = Object.entries(value).map(([key, one]) => [key, inner(one)]);
    const plain = Object.fromEntries(entries) as Record<string, unknown>;
    return '$' in plain ? ({ $: 'object', v: plain } satisfies Packed) : plain;
  }

  function unfold(value: unknown, functionOf: ((name: number) => unknown) | undefined): unknown {
    const inner = (one: unknown): unknown => unfold(one, functionOf);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(inner);
    const { $: kind, v } = value as Packed;
    switch (kind) {
      case 'undefined':
        return undefined;
      case 'function':
        return functionOf?.(v as number);
      case 'bigint':
        return BigInt(v as string);
      case 'number':
        return Number(v);
      case 'bytes':
        return fromBase64(v as string);
      default: {
        const plain = kind === 'object' ? (v as object) : value;
        return Object.fromEntries(Object.entries(plain).map(([key, one]) => [key, inner(one)]));
      }
    }
  }

  return {
    pack: (value, nameOf) => JSON.stringify(fold(value, nameOf)),
    unpack: (text, functionOf) => unfold(JSON.parse(text), functionOf),
  };
}
