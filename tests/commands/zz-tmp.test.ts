import { test } from 'vitest';
import { Command } from 'commander';
import { registerLog } from '../../src/commands/log/command.ts';
import { runLog } from '../../src/commands/log/run.ts';
import { runProgress } from '../../src/commands/progress/run.ts';
import { fakeContext } from '../support/fake-context.ts';
const env = { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
test('x', async () => {
  const ctx = fakeContext({ env, columns: 80 }) as any;
  for (const arg of ['-1', '-10', '-0.5', '-1.5','11']) {
  const program = new Command(); program.exitOverride().option('--json').configureOutput({ writeErr: () => {}, outputError: () => {}});
  registerLog(program, ctx, () => {}, { entry: async () => ({ runLog: async (p: any) => (console.log('parsed', p), 0) }) as any, activity: async () => ({}) as any });
  await program.parseAsync(['log', arg], { from: 'user' }).catch((e: any) => console.log('commander', e.message)); }
  await runProgress({}, ctx); console.log(ctx.stdout); ctx.clearOutput();
  const start = Date.parse('2026-10-26T19:00:00+01:00');
  const pain = [6,6.5,5,7,5,4,4,undefined,undefined,undefined,8,6,5,3,3,undefined,undefined,4,undefined,undefined,2,2,2.5,2,1,1,0,1];
  const p2 = { items: [], activeMilliseconds: 6*60000 };
  for (const [i, v] of pain.entries()) {
    const at = new Date(start + i*86400e3).toISOString();
    if (v !== undefined) await ctx.remember({ kind: 'log', at, body: { usual: v, worst: Math.min(10, v+2), interference: Math.round(v*0.8), sleep: i%3 ? 'good':'poor', ...(i%4===0? {activities: {gardening: Math.min(10, 2+i/3)}}:{}), note: i===3?'=cmd()':'x' } });
    if (i%2===0) await ctx.remember({ kind: 'practice', at, body: { result: p2 } });
    if (i===10) await ctx.remember({ kind: 'flare', at, body: { until: new Date(start + 12*86400e3).toISOString() } });
  }
  ctx.clock.set(start + 27*86400e3 + 3600e3);
  await runProgress({}, ctx); console.log(ctx.stdout); ctx.clearOutput();
  await runProgress({accessible:true}, ctx); console.log(ctx.stdout); ctx.clearOutput();
  await runProgress({since:'10 days', csv:true}, ctx); console.log(ctx.stdout); ctx.clearOutput();
  await runProgress({format:'html'}, ctx); (await import('node:fs')).writeFileSync('/tmp/chart-try/p.html', ctx.stdout); ctx.clearOutput();
  await runProgress({json:true}, ctx); console.log(ctx.stdout.slice(0,3000)); ctx.clearOutput();
  await runProgress({format:'markdown'}, ctx); console.log(ctx.stdout.slice(0,1500)); ctx.clearOutput();
});
