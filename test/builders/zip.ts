/** Zip archives made by hand, so that tests can lie in them. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  /** Name as its raw bytes, so that names in GBK can be written. */
  readonly name: Buffer;
  readonly content: Buffer;
  /** Sets the flag that says the name is UTF-8. */
  readonly utf8Flag?: boolean;
  /** Type and rights as Unix has them; left out: the archive was not made there. */
  readonly unixMode?: number;
}

/** A zip archive of deflated members (APPNOTE 4.3): local headers, central directory, end record. */
export function buildZip(members: readonly ZipMember[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, utf8Flag = false, unixMode = 0 } of members) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(utf8Flag ? 0x800 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(unixMode * 2 ** 16, 6);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, unixMode === 0 ? 0 : 3]);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** An archive of members named and filled alike. */
export function zipOf(...names: readonly string[]): Buffer {
  return buildZip(names.map((name) => ({ name: Buffer.from(name), content: Buffer.from(name) })));
}
