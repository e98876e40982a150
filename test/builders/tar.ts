/** Tar archives made by hand, so that tests can lie in them. */

export interface TarMember {
  /** Name as its raw bytes where it is no UTF-8. */
  readonly name: string | Buffer;
  readonly content?: Buffer;
  /** One letter or digit; 0 where left out, a file. */
  readonly type?: string;
  /** Size that the header states, where it is not that of the content. */
  readonly statedSize?: number;
}

/** A ustar archive (POSIX 1003.1) with its end mark. */
export function buildTar(members: readonly TarMember[]): Buffer {
  return Buffer.concat([...members.map(tarEntry), Buffer.alloc(1024)]);
}

/** An archive of members named and filled alike. */
export function tarOf(...names: readonly string[]): Buffer {
  return buildTar(names.map((name) => ({ name, content: Buffer.from(name) })));
}

/** One header with its content, filled up to a whole block. */
export function tarEntry({
  name,
  content = Buffer.alloc(0),
  type = '0',
  statedSize = content.length,
}: TarMember): Buffer {
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${statedSize.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/** A record of a pax header. */
export function paxRecord(key: string, value: string | Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from('\n')]);
  const length = [1, 2, 3, 4].map((digits) => rest.length + digits).find((sum, at) => String(sum).length === at + 1);
  return Buffer.concat([Buffer.from(String(length)), rest]);
}
