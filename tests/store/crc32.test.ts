import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../src/store/crc32.ts';

test('the check value of CRC-32', () => expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926));

test('is the same as the one of zlib, which reads what this one wrote', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }),
  );
});
