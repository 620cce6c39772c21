import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { temporaryFolder } from '../../support/built-binary.ts';

/** Millimetres of a page, and how much of them its margins leave. */
export const papers = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
} as const;
export type Paper = keyof typeof papers;

/** Of the style sheet, on each side. */
const marginMillimetres = 12;
export const pixelsPerMillimetre = 96 / 25.4;

/** Pixels of a page that can be printed on. */
export function printable(paper: Paper) {
  const within = (side: number) => (side - 2 * marginMillimetres) * pixelsPerMillimetre;
  return { width: Math.floor(within(papers[paper].width)), height: Math.floor(within(papers[paper].height)) };
}

/** One browser for the tests of a file. */
export function browserForTests(): { page(): Promise<Page> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      // The sandbox of Chromium does not start for root.
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    async page() {
      if (browser === undefined) throw new Error('the browser has not started');
      return browser.newPage({ viewport: { width: 1000, height: 900 } });
    },
  };
}

/** A page in a file, as a person opens it, and everything that it asks for. */
export async function openPage(page: Page, html: string): Promise<{ readonly asked: readonly string[] }> {
  const file = join(temporaryFolder(), 'sheet.html');
  writeFileSync(file, html);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== `file://${file}`) asked.push(request.url());
  });
  await page.goto(`file://${file}`);
  return { asked };
}

/** What axe finds with every rule it has, the experimental ones too; and what it could not decide. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // In the page `axe` is a global.
  const results = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: axe.getRules().map(({ ruleId }) => ruleId) })`,
  );
  return [...results.violations, ...results.incomplete].flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id} (${help}): ${html} ${any.map(({ message }) => message).join(' ')}`),
  );
}

/** Prints the page as a person would, and gives back the text of each sheet of paper, without white space. */
export async function printed(page: Page, paper: Paper) {
  const file = join(temporaryFolder(), 'sheet.pdf');
  const bytes = await page.pdf({ path: file, format: paper, preferCSSPageSize: true });
  const { stdout, status } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  if (status !== 0) throw new Error('pdftotext could not read it');
  const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return {
    sheets: stdout.split('\f').slice(0, -1).map(withoutSpace),
    /** Width and height of each sheet, in millimetres. */
    sizes: boxes.map(([, ...sides]) => sides.map((points) => Math.round((Number(points) * 25.4) / 72))),
  };
}

/** Lines break elsewhere on paper, also at hyphens: there the reader of the paper leaves the hyphen out. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s-]+/g, '');
}
