let table: Int32Array | undefined;

/** By doubling: the value of a byte is that of its highest bit and that of the rest. An eighth of working out each. */
function makeTable(): Int32Array {
  const values = new Int32Array(256);
  let rest = 1;
  for (let bit = 128; bit > 0; bit >>= 1) {
    rest = (rest & 1) === 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
    for (let byte = 0; byte < 256; byte += 2 * bit) values[bit + byte] = rest ^ (values[byte] ?? 0);
  }
  return values;
}

/**
 * CRC-32 as in `zlib.crc32`, for the line or two that a short command reads or writes: loading `node:zlib` costs 2 ms,
 * a twentieth of its whole start. A full reading of the journal takes zlib's, which is twice as fast.
 */
export function crc32(bytes: Uint8Array): number {
  table ??= makeTable();
  let rest = -1;
  for (const byte of bytes) rest = (table[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return ~rest >>> 0;
}
