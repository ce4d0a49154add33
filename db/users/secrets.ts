import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { SlowWork } from '#db/shared/ctx';

/** Memory-hard cost as a power of two: 2^17 blocks of 8 take 128 MB and about half a second on an office PC. */
export const KEY_COST = 17;
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const KEY_BYTES = 32;

/** Runs in the thread pool of Node, so the process that owns the database stays free. */
function derive(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  const N = 2 ** cost;
  return new Promise((resolve, reject) => {
    scrypt(
      secret.normalize('NFKC'),
      salt,
      KEY_BYTES,
      { N, r: BLOCK_SIZE, p: PARALLEL, maxmem: 256 * N * BLOCK_SIZE },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });
}

/**
 * Hashing and comparing of passphrases and PINs. Stored form: `scrypt$17$8$1$salt$hash`, so that the cost can
 * rise later without locking anyone out.
 */
export function newSecrets(
  cost: number = KEY_COST,
): Pick<SlowWork, 'hashSecret' | 'matchesSecret'> {
  const decoy = { cost, salt: randomBytes(16), key: randomBytes(KEY_BYTES) };
  return {
    async hashSecret(secret) {
      const salt = randomBytes(16);
      const key = await derive(secret, salt, cost);
      return `scrypt$${cost}$${BLOCK_SIZE}$${PARALLEL}$${salt.toString('base64')}$${key.toString('base64')}`;
    },
    async matchesSecret(secret, stored) {
      const kept = stored === undefined ? decoy : parseStored(stored);
      const key = await derive(secret, kept.salt, kept.cost);
      return timingSafeEqual(key, kept.key) && stored !== undefined;
    },
  };
}

function parseStored(stored: string): { cost: number; salt: Buffer; key: Buffer } {
  const [scheme, cost, , , salt, key] = stored.split('$');
  if (scheme !== 'scrypt' || cost === undefined || salt === undefined || key === undefined)
    throw new Error('A stored secret has an unknown form');
  return { cost: Number(cost), salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') };
}
