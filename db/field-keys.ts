import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createHash,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { coreErrors } from './core.errors.ts';
import type { FieldKeys } from './shared/ctx.ts';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Only who runs the program may read the file. On Windows the folder's own rights say so. */
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

const LINE = /^trc-desk-fields-1 ([0-9a-f]{12}) ([0-9A-Za-z+/]{43}=)$/;

type Key = { readonly id: string; readonly seals: Buffer; readonly marks: Buffer };

/**
 * Reads the keys with which single fields of a centre's file are sealed, and makes the first one where there is
 * none. The file holds a line for each key; the last one seals, the others only open what they sealed, so that a
 * lost key that turns up again can be added above. Throws `core.keys-unreadable` and writes nothing over a file
 * that cannot be read.
 */
export function openFieldKeys(file: string): FieldKeys {
  const keys = existsSync(file) ? readKeys(file) : [makeKey(file)];
  const current = keys[keys.length - 1];
  if (current === undefined) throw coreErrors.keysUnreadable(file);
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    seal(text, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.seals, iv);
      cipher.setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text.normalize('NFC'), 'utf8'), cipher.final()]);
      const bytes = Buffer.concat([iv, cipher.getAuthTag(), sealed]);
      return `${current.id}.${bytes.toString('base64url')}`;
    },
    open(sealed, place) {
      const [id = '', packed = ''] = sealed.split('.');
      const key = byId.get(id);
      return key === undefined ? undefined : unseal(key, Buffer.from(packed, 'base64url'), place);
    },
    mark(text, purpose) {
      const marked = createHmac('sha256', current.marks).update(`${purpose}\n${text}`);
      return marked.digest('hex');
    },
  };
}

/** Undefined where the bytes were changed, or sealed for another place. */
function unseal(key: Key, bytes: Buffer, place: string): string | undefined {
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key.seals, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    // Node says no more than that the tag does not fit; who asks says what that means.
    return undefined;
  }
}

function keyOf(secret: Buffer): Key {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `trc-desk ${purpose}`, KEY_BYTES));
  return { id: idOf(secret), seals: derive('fields'), marks: derive('marks') };
}

/** Names a key without telling anything of it. */
const idOf = (secret: Buffer): string =>
  createHash('sha256').update('trc-desk key').update(secret).digest('hex').slice(0, 12);

function readKeys(file: string): readonly Key[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [, id, packed] = LINE.exec(line) ?? [];
    const secret = Buffer.from(packed ?? '', 'base64');
    if (secret.length !== KEY_BYTES || id !== idOf(secret)) throw coreErrors.keysUnreadable(file);
    return keyOf(secret);
  });
}

/** Writes the whole file beside itself first, so that a power cut leaves a whole key or none. */
function makeKey(file: string): Key {
  const secret = randomBytes(KEY_BYTES);
  const line = `trc-desk-fields-1 ${idOf(secret)} ${secret.toString('base64')}\n`;
  const beside = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
    writeFileSync(beside, line, { mode: OWNER_ONLY, flush: true });
    renameSync(beside, file);
  } catch (cause) {
    throw coreErrors.cannotOpen(file, cause);
  }
  return keyOf(secret);
}
