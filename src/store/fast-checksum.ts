/** zlib's CRC-32, for readings of every line; see crc32.ts. A file of its own, so that it is loaded on use. */
export { crc32 } from 'node:zlib';
