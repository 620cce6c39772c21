import { test } from 'vitest';
import { renderDocument } from '../../src/render/render.ts';
import { themes } from '../render/themes.ts';
import { person } from '../engine/world.ts';
import * as p from './people.ts';
test('x', async () => {
  for (const [n, a] of Object.entries({ o: p.ordinaryStrain, d: p.atADesk, n: p.nothingClear, t: p.atTheDimple, u: person({...p.ordinaryStrain, 'rf-fever': 'yes','rf-night-pain':'unsure'}), ces: person({...p.ordinaryStrain, 'rf-saddle-numbness':'yes','rf-bladder-retention':'unsure'}), acc: person({...p.ordinaryStrain, 'rf-major-accident':'yes','accident-when':'in-the-last-week'}), preg: person({...p.ordinaryStrain, 'mod-pregnant':'yes','preg-stage':'20-weeks-or-more','rf-preg-pain-bleed':'yes'}), minor: person({...p.ordinaryStrain, age: 15})})) {
    const ans = p.interviewed(a as any);
    const v = p.viewOf(ans);
    console.log('=====', n, v.assessment.triage.urgency, v.assessment.patterns.map((f) => `${f.pattern.id}:${f.likelihood.toFixed(2)}`).join(' '), Object.keys(ans).length);
    console.log((await renderDocument(p.documentOf(ans), { format: 'text', theme: themes.screen })));
  }
});
