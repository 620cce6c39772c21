import { describe, expect, test } from 'vitest';
import type { Pose, Poses } from '../../src/data/exercise-schema.ts';
import { poseNames, posesSchema } from '../../src/data/exercise-schema.ts';
import { exercises } from '../../src/data/exercises/index.ts';
import { poses } from '../../src/data/exercises/poses.ts';

const all: readonly (readonly [string, Poses])[] = Object.entries(poses);

describe('poses', () => {
  test('every exercise has pictures, and every picture its exercise', () => {
    expect(Object.keys(poses).sort()).toEqual(exercises.map(({ id }) => id).sort());
  });

  test.each(all)('%s is a set of poses', (_, of) => {
    expect(posesSchema.parse(of)).toEqual(of);
  });

  test.each(all)('%s is told in plain sentences', (_, of) => {
    for (const label of [of.label, ...Object.values(of.variantLabels ?? {})]) {
      expect(label).toMatch(/^[A-Z].*\.$/);
      // A listener waits for its end.
      expect(label.length).toBeLessThan(230);
      expect(label).not.toMatch(/\b(near|far|pose|flexion|supine|prone|thorax|pelvis)\b/i);
    }
    expect(of.label).toMatch(/^A person /);
  });

  test.each(all)('%s tells each variant that is drawn, and no other', (_, of) => {
    const drawn = poseNames.filter((name) => !['start', 'hold', 'counter'].includes(name) && of[name]);
    expect(Object.keys(of.variantLabels ?? {}).sort()).toEqual([...drawn].sort());
  });

  test.each(all)('%s has a caption only for a pose it has', (_, of) => {
    for (const name of poseNames) if (of.captions?.[name]) expect(of[name]).toBeDefined();
  });

  test.each(all)('%s shows a change, or says that nothing moves', (_, of) => {
    const same = JSON.stringify(of.start) === JSON.stringify(of.hold);
    expect(same).toBe(/nothing moves/i.test(of.label));
  });

  test.each(all)('%s is seen from one side in all its pictures, with whole degrees', (_, of) => {
    const drawn = poseNames.flatMap((name): readonly Pose[] => (of[name] ? [of[name]] : []));
    expect(new Set(drawn.map(({ view }) => view)).size).toBe(1);
    for (const pose of drawn) {
      for (const angle of [
        pose.torso,
        pose.head,
        pose.upperArm,
        pose.foreArm,
        pose.thighNear,
        pose.shinNear,
      ]) {
        expect(Number.isInteger(angle)).toBe(true);
      }
    }
  });
});
