let table: Int32Array | undefined;

/**
 * What each byte does to the sum, and what it does one, two and three bytes later: four tables of 256, one after the
 * other. By doubling: a byte is its highest bit and the rest, so most entries are made of two that are there already.
 */
function makeTable(): Int32Array {
  const values = new Int32Array(4 * 256);
  let rest = 1;
  for (let bit = 128; bit > 0; bit >>= 1) {
    rest = (rest & 1) === 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
    for (let byte = 0; byte < 256; byte += 2 * bit) values[bit + byte] = rest ^ (values[byte] ?? 0);
  }
  for (let place = 256; place < values.length; place += 1) {
    const before = values[place - 256] ?? 0;
    values[place] = (values[before & 0xff] ?? 0) ^ (before >>> 8);
  }
  return values;
}

/**
 * CRC-32 as in `zlib.crc32`, for the few lines that a short command reads or writes: loading `node:zlib` costs 1 to 2 ms,
 * a twentieth of its whole start. A full reading of the journal takes zlib's, which is faster there. Four bytes at a time
 * ("slicing by four"), since a short command runs this before V8 has compiled it.
 */
export function crc32(bytes: Uint8Array): number {
  table ??= makeTable();
  const values = table;
  const { length } = bytes;
  const whole = length - (length % 4);
  let sum = -1;
  let at = 0;
  for (; at < whole; at += 4) {
    sum ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    sum =
      (values[768 + (sum & 0xff)] ?? 0) ^
      (values[512 + ((sum >>> 8) & 0xff)] ?? 0) ^
      (values[256 + ((sum >>> 16) & 0xff)] ?? 0) ^
      (values[sum >>> 24] ?? 0);
  }
  for (; at < length; at += 1) sum = (values[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}
