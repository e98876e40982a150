/** The oldest standard security handler (ISO 32000-1, 7.6.3: V 1, R 2, RC4 with 40 bits), enough to lock a test file. */
import { createHash } from 'node:crypto';
import type { Encryption } from './pdf.js';

/** Bytes that fill a password up (7.6.3.3, algorithm 2). */
const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const FILE_ID = Buffer.from('0123456789abcdef');
/** Nothing is allowed but reading. */
const PERMISSIONS = -64;
const KEY_LENGTH = 5;

/** The file's key, and what the trailer says. */
export function encryptionOf({ userPassword, ownerPassword }: Encryption): { key: Buffer; trailer: string } {
  const owner = rc4(md5(pad(ownerPassword)).subarray(0, KEY_LENGTH), pad(userPassword));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([pad(userPassword), owner, permissions, FILE_ID])).subarray(0, KEY_LENGTH);
  const user = rc4(key, PADDING);
  const id = `<${FILE_ID.toString('hex')}>`;
  const handler = `/Filter /Standard /V 1 /R 2 /P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${user.toString('hex')}>`;
  return { key, trailer: `/Encrypt << ${handler} >> /ID [${id} ${id}]` };
}

/** Encrypts the stream of an object, if it has one; strings in dictionaries stay, the tests have none. */
export function encryptObject(body: string, number: number, key: Buffer): string {
  const parts = /^([\s\S]*?\nstream\n)([\s\S]*)(\nendstream)$/.exec(body);
  if (!parts) return body;
  const [, head = '', data = '', tail = ''] = parts;
  const objectKey = md5(Buffer.concat([key, Buffer.from([number & 255, number >> 8, 0, 0, 0])]));
  return head + rc4(objectKey.subarray(0, KEY_LENGTH + 5), Buffer.from(data, 'latin1')).toString('latin1') + tail;
}

function pad(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, PADDING.length);
}

function md5(data: Buffer): Buffer {
  return createHash('md5').update(data).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number): void => {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  };
  for (let at = 0, to = 0; at < 256; at += 1) {
    to = (to + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, to);
  }
  let from = 0;
  let to = 0;
  const bytes = data.map((byte) => {
    from = (from + 1) & 255;
    to = (to + (state[from] ?? 0)) & 255;
    swap(from, to);
    return byte ^ (state[((state[from] ?? 0) + (state[to] ?? 0)) & 255] ?? 0);
  });
  return Buffer.from(bytes);
}
