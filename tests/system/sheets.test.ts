import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { exerciseTables } from '../../src/data/exercise-tables.ts';
import { repository, runBackcare, temporaryFolder } from '../support/built-binary.ts';
import {
  browserForTests,
  faultsOf,
  openPage,
  papers,
  pixelsPerMillimetre,
  printable,
  printed,
  withoutSpace,
} from './support/browser.ts';
import { named, whyNot } from './support/why-not.ts';

const missing = whyNot({ program: 'chromium' }) ?? whyNot({ program: 'pdftotext' });
const routines = exerciseTables.routines.map(({ id }) => id);
const paperNames = ['A4', 'Letter'] as const;
/** Pixels of a point on paper. */
const point = 96 / 72;

async function html(...args: readonly string[]): Promise<string> {
  const home = temporaryFolder();
  const plan = join(repository, 'examples', 'physio-plan.md');
  // A clinician's plan, for the sheet that is made of one.
  await runBackcare({ args: ['stretch', 'add', plan], home });
  const { code, stdout, stderr } = await runBackcare({ args: [...args, '--format', 'html'], home });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const sheets = [...routines, 'plan-for-my-back'].map((id) => ['stretch', 'print', id]);
const pages = [
  ...sheets,
  ['stretch', 'show', 'lying-hamstring-stretch'],
  ['stretch', 'show', 'cat-cow'],
  ['stretch', 'list'],
];
const nameOf = (args: readonly string[]) => args.join(' ');

/** What is said of each exercise, in pieces that are read in one go. */
function exercisesOn(page: Page): Promise<readonly (readonly string[])[]> {
  const texts = "[...section.querySelectorAll('h3, li, dd')].map((each) => each.textContent)";
  return page.evaluate(`[...document.querySelectorAll('section')].map((section) => ${texts})`);
}

/** A number for each element, from an expression over `each` and its computed `style`. */
function measured(page: Page, selector: string, expression: string): Promise<readonly number[]> {
  return page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => {
    const style = getComputedStyle(each);
    return Number.parseFloat(${expression});
  })`);
}

/** Names of the exercises that stand whole on none of these sheets. */
function cut(exercises: readonly (readonly string[])[], sheetTexts: readonly string[]): readonly string[] {
  return exercises
    .filter((parts) => !sheetTexts.some((sheet) => parts.every((part) => sheet.includes(withoutSpace(part)))))
    .map(([name = '']) => name);
}

const heightOf = 'each.getBoundingClientRect().height';
const widthOf = 'each.getBoundingClientRect().width';
const letters = 'style.fontSize';
const pageWidth = 'document.documentElement.scrollWidth';

describe.skipIf(missing !== undefined)(named('sheets in a real browser', missing), () => {
  const browser = browserForTests();

  test.each(pages.map((args) => [nameOf(args), args] as const))(
    '%s: no fault for a screen reader, no request, no script',
    async (_name, args) => {
      const page = await browser.page();
      const { asked } = await openPage(page, await html(...args));
      expect(asked).toEqual([]);
      expect(await page.evaluate('document.scripts.length')).toBe(0);
      const attributes = 'each.getAttributeNames().filter((name) => name.startsWith("on")).length';
      expect(Math.max(...(await measured(page, '*', attributes)))).toBe(0);
      for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { media: 'print' }] as const) {
        await page.emulateMedia(media);
        expect(await faultsOf(page), JSON.stringify(media)).toEqual([]);
      }
      await page.close();
    },
  );

  test.each(sheets.map((args) => [nameOf(args), args] as const))(
    '%s on paper: nothing is cut',
    async (_name, args) => {
      const page = await browser.page();
      await openPage(page, await html(...args));
      const exercises = await exercisesOn(page);
      expect(exercises.length).toBeGreaterThan(0);
      for (const paper of paperNames) {
        const { sheets: text, sizes } = await printed(page, paper);
        const { width, height } = papers[paper];
        expect(sizes).toEqual(text.map(() => [Math.round(width), Math.round(height)]));
        // The rules, the week and the end on two or three; then one to three exercises on each.
        expect(text.length).toBeGreaterThanOrEqual(2);
        expect(text.length).toBeLessThanOrEqual(exercises.length + 3);
        expect(cut(exercises, text), paper).toEqual([]);
      }
      await page.close();
    },
  );

  test.each(sheets.map((args) => [nameOf(args), args] as const))(
    '%s on paper: large, dark on white, with boxes',
    async (_name, args) => {
      const page = await browser.page();
      await openPage(page, await html(...args));
      const onScreen = await measured(page, 'li, dd:not(.quiet), p:not(.quiet)', letters);
      expect(Math.min(...onScreen)).toBeGreaterThanOrEqual(18);
      // Also for somebody whose screen is dark.
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const colours =
        'getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor';
      expect(await page.evaluate(colours)).toBe('rgb(0, 0, 0)rgb(255, 255, 255)');
      const onPaper = await measured(
        page,
        'li, dt, dd:not(.quiet), p:not(.quiet), .ticks th[scope="row"]',
        letters,
      );
      expect(Math.min(...onPaper)).toBeGreaterThanOrEqual(13 * point - 0.01);
      for (const paper of paperNames) {
        const room = printable(paper);
        await page.setViewportSize(room);
        expect(Math.max(...(await measured(page, 'section, figure, .ticks', heightOf)))).toBeLessThan(
          room.height,
        );
        expect(await page.evaluate(pageWidth)).toBeLessThanOrEqual(room.width);
      }
      const rows = await page.getByRole('rowheader').count();
      const boxes = await measured(page, '.ticks td .box', widthOf);
      expect(boxes).toHaveLength(7 * rows);
      expect(Math.min(...boxes)).toBeGreaterThan(5 * pixelsPerMillimetre);
      expect(Math.min(...(await measured(page, '.ticks td .box', 'style.borderTopWidth')))).toBeGreaterThan(
        0.5,
      );
      await page.close();
    },
  );

  test('what is looked for is found where it is', async () => {
    const page = await browser.page();
    const sheet = await html('stretch', 'print', 'hips-hamstrings');
    const { asked } = await openPage(page, sheet.replaceAll('break-inside: avoid', ''));
    const { sheets: text } = await printed(page, 'A4');
    expect(cut(await exercisesOn(page), text)).not.toEqual([]);
    await page.setContent('<html><body><img src="http://127.0.0.1:9/a.png"><script>1</script></body></html>');
    expect(asked).toEqual(['http://127.0.0.1:9/a.png']);
    expect(await page.evaluate('document.scripts.length')).toBe(1);
    const rules = (await faultsOf(page)).map((fault) => fault.split(' ')[0]);
    expect(rules).toEqual(expect.arrayContaining(['image-alt', 'html-has-lang']));
    await page.close();
  });

  test('a listener hears the pictures, and which day a box is for', async () => {
    const page = await browser.page();
    await openPage(page, await html('stretch', 'print', 'morning'));
    await expect(
      page.getByRole('img', { name: /^A person lies on the back/ }).count(),
    ).resolves.toBeGreaterThan(3);
    await expect(page.getByRole('columnheader').allTextContents()).resolves.toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
    await expect(page.getByRole('heading', { level: 3 }).count()).resolves.toBe(8);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.close();
  });

  test('fits a small telephone', async () => {
    const page = await browser.page();
    await page.setViewportSize({ width: 320, height: 640 });
    for (const args of [
      ['stretch', 'print', 'hamstring-micro'],
      ['stretch', 'list'],
      ['stretch', 'show', 'cat-cow'],
    ]) {
      await openPage(page, await html(...args));
      expect(await page.evaluate(pageWidth), nameOf(args)).toBe(320);
    }
    await page.close();
  });
});
