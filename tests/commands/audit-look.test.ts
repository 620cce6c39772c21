import { test } from 'vitest';
import { runAudit } from '../../src/commands/diagnose/audit.ts';
import { fakeContext } from '../support/fake-context.ts';
test('look', async () => {
  const ctx = fakeContext({ columns: 80 });
  const t = performance.now();
  const code = await runAudit({color: false}, ctx);
  console.log(ctx.stdout, code, performance.now() - t);
});
