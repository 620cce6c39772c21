import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/commands/nearest.ts';
import { checkPreferences } from '../../src/store/preference-schema.ts';
import { createPreferenceStore, openPreferences } from '../../src/store/preferences.ts';
import { tempFolder } from '../support/temp-folder.ts';

function storeIn(folder = join(tempFolder(), 'config')) {
  const warnings: string[] = [];
  const store = createPreferenceStore(
    { folder, nearest, warn: (sentence) => warnings.push(sentence) },
    checkPreferences,
  );
  const file = (text: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(store.path, text);
  };
  return { store, folder, warnings, file, text: () => readFileSync(store.path, 'utf8') };
}

describe('reading', () => {
  test('gives the defaults when there is no file, and makes none', () => {
    const { store, folder } = storeIn();
    expect(store.read()).toEqual({
      country: undefined,
      emergencyNumber: undefined,
      colour: 'auto',
      accessible: false,
      dayStart: 3,
      equipment: ['chair', 'wall'],
      floorWork: true,
      sound: 'bell',
      voice: 'auto',
    });
    expect(store.read()).toEqual(store.defaults);
    expect(store.settings().every(({ isSet }) => !isSet)).toBe(true);
    expect(store.problems()).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ['a byte order mark', '\uFEFF{}', 'byte order mark'],
    ['an empty file', '', 'It is empty.'],
    ['only spaces', ' \n', 'It is empty.'],
    ['half a file', '{"colour": "auto"', /^It is not JSON: (it ends too early|something is wrong at line 1)/],
    [
      'a comma too many',
      '{\n  "colour": "auto",\n}',
      'It is not JSON: something is wrong at line 3, column 1.',
    ],
    ['a list', '[1]', 'one JSON object'],
    ['null', 'null', 'one JSON object'],
    [
      'a wrong choice',
      '{"colour":"purple"}',
      '"colour" must be auto, always or never, in the file for example "never".',
    ],
    ['a wrong type', '{"accessible":"yes"}', '"accessible" must be yes or no, in the file for example true.'],
    [
      'an hour too late',
      '{"day-start":13}',
      '"day-start" must be a whole hour from 0 to 12, in the file for example 4.',
    ],
    ['half an hour', '{"day-start":3.5}', '"day-start" must be'],
    ['a number as number', '{"emergency-number":112}', 'in the file for example "112"'],
    ['a small country', '{"country":"gb"}', '"country" must be'],
    [
      'a thing nobody has',
      '{"equipment":["chair","trampoline"]}',
      '"equipment" (entry 2) must be any of chair',
    ],
    ['null as value', '{"sound":null}', '"sound" must be'],
  ])('%s: the file is named and kept, with a way out', (_name, text, reason) => {
    const { store, file, text: now } = storeIn();
    file(text);
    const error = (() => {
      try {
        return store.read();
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({
      message: `Cannot use the preferences in ${store.path}.`,
      reason: expect.stringMatching(/The file was kept untouched\.$/),
      next: expect.stringMatching(/backcare config edit.*backcare config reset/),
      exitCode: 3,
    });
    if (typeof reason === 'string') expect((error as { reason: string }).reason).toContain(reason);
    else expect((error as { reason: string }).reason).toMatch(reason);
    expect(store.problems()).toHaveLength(1);
    expect(now()).toBe(text);
  });

  test('every mistake is named, not only the first', () => {
    const { store, file } = storeIn();
    file('{"colour":1,"sound":2,"contry":"GB"}');
    expect(store.problems()).toEqual([
      expect.stringContaining('"colour"'),
      expect.stringContaining('"sound"'),
      '"contry" is not a preference. Did you mean "country"?',
    ]);
  });

  test('a key nobody knows is named once, with the nearest, and stops nobody', () => {
    const { store, file, warnings } = storeIn();
    file('{"contry":"GB","__proto__":{"colour":"never"},"voice":"off","zebra":1}');
    expect(store.read()).toMatchObject({ country: undefined, colour: 'auto', voice: 'off' });
    store.read();
    expect(warnings).toEqual([
      'preferences.json: "contry" is not a preference. Did you mean "country"? ' +
        '"__proto__" is not a preference. Take it out: backcare config unset __proto__. ' +
        '"zebra" is not a preference. Take it out: backcare config unset zebra.',
    ]);
  });

  test('a file that may not be read is named', () => {
    const { store, folder } = storeIn();
    mkdirSync(join(folder, 'preferences.json'), { recursive: true });
    expect(() => store.read()).toThrow(`Cannot read ${store.path}.`);
  });
});

describe('setting', () => {
  test.each([
    ['country', ['gb'], 'GB'],
    ['emergency-number', ['000'], '000'],
    ['emergency-number', ['+44', '20', '7946', '0000'], '+44 20 7946 0000'],
    ['colour', ['Never'], 'never'],
    ['accessible', ['yes'], true],
    ['accessible', ['off'], false],
    ['day-start', ['0'], 0],
    ['day-start', ['12'], 12],
    ['equipment', ['chair', 'mat', 'chair'], ['chair', 'mat']],
    ['equipment', ['chair,', 'pillow,ball'], ['chair', 'pillow', 'ball']],
    ['equipment', ['none'], []],
    ['floor-work', ['no'], false],
    ['sound', ['voice'], 'voice'],
    ['voice', ['off'], 'off'],
  ])('%s %j', async (key, words, value) => {
    const { store } = storeIn();
    expect(await store.set(key, words)).toMatchObject({ key, value, isSet: true });
    expect(store.setting(key)).toMatchObject({ key, value, isSet: true });
    expect(JSON.parse(readFileSync(store.path, 'utf8'))).toEqual({ [key]: value });
  });

  test.each([
    ['country', ['UK'], 'Did you mean GB?'],
    ['country', ['QX'], 'It takes a country code'],
    ['country', ['Germany'], 'It takes a country code'],
    ['emergency-number', ['help'], 'It takes a telephone number'],
    ['emergency-number', ['1'], 'It takes a telephone number'],
    ['colour', ['alway'], 'Did you mean always?'],
    ['colour', ['auto', 'never'], 'It takes auto, always or never.'],
    ['accessible', ['maybe'], 'It takes yes or no.'],
    ['day-start', ['13'], 'It takes a whole hour from 0 to 12.'],
    ['day-start', ['-1'], 'It takes'],
    ['day-start', ['3.5'], 'It takes'],
    ['day-start', ['0x3'], 'It takes'],
    ['equipment', ['chair', 'towl'], 'Did you mean towel?'],
    ['equipment', ['none', 'chair'], 'It takes any of'],
    ['equipment', [''], 'It takes any of'],
    ['sound', ['__proto__'], 'It takes voice, bell or off.'],
  ])('%s %j is refused before anything changes', async (key, words, reason) => {
    const { store, folder } = storeIn();
    await expect(store.set(key, words)).rejects.toMatchObject({
      name: 'InputError',
      message: `${key} cannot be "${words.join(' ')}".`,
      reason: expect.stringContaining(reason),
      next: expect.stringContaining(`backcare config set ${key} `),
    });
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ['contry', 'Did you mean "country"?'],
    ['emergency', 'Did you mean "emergency-number"?'],
    ['dayStart', 'Did you mean "day-start"?'],
    ['color', 'Did you mean "colour"?'],
    ['__proto__', undefined],
    ['constructor', undefined],
    ['prototype', undefined],
    ['toString', undefined],
    ['__internal__', undefined],
    ['', undefined],
  ])('the name %j is refused', async (key, reason) => {
    const { store, folder } = storeIn();
    const refusal = { name: 'InputError', message: `"${key}" is not a preference.`, reason, exitCode: 2 };
    await expect(store.set(key, ['x'])).rejects.toMatchObject(refusal);
    await expect(store.unset(key)).rejects.toMatchObject(refusal);
    expect(() => store.setting(key)).toThrow(`"${key}" is not a preference.`);
    expect(existsSync(folder)).toBe(false);
  });

  test('is for its owner only: folder 0700, file 0600, also where they were open', async () => {
    const { store, folder, file } = storeIn();
    file('{"voice":"off"}');
    chmodSync(folder, 0o755);
    chmodSync(store.path, 0o644);
    await store.set('sound', ['off']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(store.path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['preferences.json']);
  });

  test.each(['', '{"voice"', '\uFEFF{}', '[]'])('a broken file is not written over: %j', async (text) => {
    const { store, file, text: now, folder } = storeIn();
    file(text);
    await expect(store.set('sound', ['off'])).rejects.toThrow(`Cannot use the preferences in ${store.path}.`);
    await expect(store.unset('sound')).rejects.toThrow(`Cannot use the preferences in ${store.path}.`);
    expect(now()).toBe(text);
    expect(readdirSync(folder)).toEqual(['preferences.json']);
  });

  test('repairs a wrong value, and keeps what it does not know', async () => {
    const { store, file, text } = storeIn();
    file('{"colour":"purple","zebra":1}');
    await store.set('colour', ['never']);
    expect(JSON.parse(text())).toEqual({ colour: 'never', zebra: 1 });
    expect(await store.unset('zebra')).toBe(true);
    expect(JSON.parse(text())).toEqual({ colour: 'never' });
  });

  test('twenty at once keep all keys', async () => {
    const { folder } = storeIn();
    const sets = [
      ['country', 'GB'],
      ['emergency-number', '112'],
      ['colour', 'never'],
      ['accessible', 'yes'],
      ['day-start', '4'],
      ['equipment', 'mat'],
      ['floor-work', 'no'],
      ['sound', 'off'],
      ['voice', 'off'],
    ] as const;
    const twenty = Array.from({ length: 20 }, (_, turn) => sets[turn % sets.length]!);
    await Promise.all(twenty.map(([key, word]) => storeIn(folder).store.set(key, [word])));
    expect(
      storeIn(folder)
        .store.settings()
        .filter(({ isSet }) => !isSet),
    ).toEqual([]);
  });
});

test('unset goes back to the default', async () => {
  const { store } = storeIn();
  await store.set('day-start', ['5']);
  expect(await store.unset('day-start')).toBe(true);
  expect(await store.unset('day-start')).toBe(false);
  expect(store.read().dayStart).toBe(3);
});

describe('reset', () => {
  test.each(['{"voice":"off"}\n', 'no JSON at all', '', '\uFEFF{}', '[1]', '{"colour":1}'])(
    'keeps a copy of %j',
    async (text) => {
      const { store, file, folder } = storeIn();
      file(text);
      const copy = await store.reset();
      expect(copy).toBe(join(folder, 'preferences.before-reset-1.json'));
      expect(readFileSync(copy!, 'utf8')).toBe(text);
      expect(statSync(copy!).mode & 0o777).toBe(0o600);
      expect(store.read()).toEqual(store.defaults);
    },
  );

  test('never writes over an older copy', async () => {
    const { store, file, folder } = storeIn();
    file('first');
    await store.reset();
    file('second');
    expect(await store.reset()).toBe(join(folder, 'preferences.before-reset-2.json'));
    expect(readFileSync(join(folder, 'preferences.before-reset-1.json'), 'utf8')).toBe('first');
  });

  test('has nothing to copy where there was no file', async () => {
    expect(await storeIn().store.reset()).toBeUndefined();
  });
});

test('preparing to edit makes a file once, for its owner only', async () => {
  const { store, text } = storeIn();
  await store.prepareToEdit();
  expect(text()).toBe('{}\n');
  expect(statSync(store.path).mode & 0o777).toBe(0o600);
  await store.set('voice', ['off']);
  await store.prepareToEdit();
  expect(JSON.parse(text())).toEqual({ voice: 'off' });
});

describe('both ways to the file hold to one schema', () => {
  const { topics } = createPreferenceStore({ folder: 'nowhere', nearest }, checkPreferences);

  test.each(topics.map((topic) => [topic.key, topic] as const))(
    'the example of %s can be set and read',
    async (key, topic) => {
      const { store } = storeIn();
      const { value } = await store.set(key, topic.example.split(' '));
      expect(store.setting(key).value).toEqual(value);
      // A default in the table is a value that the schema takes.
      if (topic.default !== undefined) {
        const words = Array.isArray(topic.default)
          ? topic.default
          : [typeof topic.default === 'boolean' ? (topic.default ? 'yes' : 'no') : String(topic.default)];
        expect((await store.set(key, words)).value).toEqual(topic.default);
      }
      expect(topic.meaning).toMatch(/\.$/);
      expect(topic.range).not.toMatch(/\.$/);
    },
  );

  test('what conf reads is what we read', async () => {
    const { store, folder } = storeIn();
    for (const topic of topics) await store.set(topic.key, topic.example.split(' '));
    const conf = new Conf({ cwd: folder, configName: 'preferences', accessPropertiesByDotNotation: false });
    const settings = store.settings().map(({ key, value }) => [key, value]);
    expect(Object.fromEntries(settings)).toEqual({ ...conf.store });
  });

  test('whatever set takes, read takes; whatever it refuses changes nothing', async () => {
    const { store } = storeIn();
    const word = fc.oneof(
      fc.constantFrom(
        'yes',
        'no',
        'auto',
        'never',
        'off',
        'bell',
        'chair',
        'mat,wall',
        'none',
        'GB',
        '112',
        '12',
        '13',
        '',
      ),
      fc.string({ maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...topics),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        async ({ key }, words) => {
          const before = store.settings();
          const set = await store.set(key, words).catch((error: Error) => error);
          if (set instanceof Error) expect(store.settings()).toEqual(before);
          else expect(store.setting(key)).toEqual(set);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('a store opened without a file, so without the schema', () => {
  test('reads defaults, and checks from the first change on', async () => {
    const folder = join(tempFolder(), 'config');
    const store = await openPreferences({ folder, nearest });
    expect(store.read()).toEqual(store.defaults);
    expect(store.problems()).toEqual([]);
    await expect(store.set('country', ['Narnia'])).rejects.toMatchObject({ name: 'InputError' });
    await store.set('country', ['GB']);
    expect(store.read()).toMatchObject({ country: 'GB' });
    writeFileSync(store.path, '{"country":5}');
    expect(store.problems()).toHaveLength(1);
    expect(() => store.read()).toThrow('Cannot use the preferences');
  });

  test('checks what an editor put into a file it made', async () => {
    const folder = join(tempFolder(), 'config');
    const store = await openPreferences({ folder, nearest });
    await store.prepareToEdit();
    writeFileSync(store.path, '{"sound":"loud"}');
    expect(store.problems()).toHaveLength(1);
  });

  test('with a file, checks at once', async () => {
    const folder = join(tempFolder(), 'config');
    mkdirSync(folder);
    writeFileSync(join(folder, 'preferences.json'), '{"sound":"loud"}');
    const store = await openPreferences({ folder, nearest });
    expect(() => store.read()).toThrow('Cannot use the preferences');
  });
});
