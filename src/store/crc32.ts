/** What a byte does to the sum, and what it does one, two and three bytes later: 256 entries each. */
type Tables = readonly [now: Int32Array, one: Int32Array, two: Int32Array, three: Int32Array];

let tables: Tables | undefined;

/** By doubling: a byte is its highest bit and the rest, so most entries are made of two that are there already. */
function makeTables(): Tables {
  const now = new Int32Array(256);
  let rest = 1;
  for (let bit = 128; bit > 0; bit >>= 1) {
    rest = (rest & 1) === 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
    for (let byte = 0; byte < 256; byte += 2 * bit) now[bit + byte] = rest ^ (now[byte] ?? 0);
  }
  const one = oneLater(now, now);
  const two = oneLater(one, now);
  return [now, one, two, oneLater(two, now)];
}

function oneLater(before: Int32Array, now: Int32Array): Int32Array {
  return before.map((value) => (now[value & 0xff] ?? 0) ^ (value >>> 8));
}

/** Bytes are copied here to be read four at a time. */
let room = new Int32Array(64);
let roomInBytes = new Uint8Array(room.buffer);
const isLittleEndian = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/**
 * CRC-32 as in `zlib.crc32`, for the lines that a short command reads or writes: loading `node:zlib` costs 1 to 2 ms, a
 * twentieth of its whole start. A full reading of the journal takes zlib's, which is faster there. Four bytes at a time
 * ("slicing by four"), since a short command runs this before V8 has compiled it.
 */
export function crc32(bytes: Uint8Array): number {
  tables ??= makeTables();
  const [now, one, two, three] = tables;
  const { length } = bytes;
  if (roomInBytes.length < length) {
    room = new Int32Array((length + 3) >> 2);
    roomInBytes = new Uint8Array(room.buffer);
  }
  roomInBytes.set(bytes);
  const words = room;
  const whole = isLittleEndian ? length >> 2 : 0;
  let sum = -1;
  for (let at = 0; at < whole; at += 1) {
    sum ^= words[at] ?? 0;
    sum =
      (three[sum & 0xff] ?? 0) ^
      (two[(sum >>> 8) & 0xff] ?? 0) ^
      (one[(sum >>> 16) & 0xff] ?? 0) ^
      (now[sum >>> 24] ?? 0);
  }
  for (let at = 4 * whole; at < length; at += 1)
    sum = (now[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}
