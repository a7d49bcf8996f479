// A page under axe-core. In: a page as it stands. Out: what is serious or critical.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = ['serious', 'critical'];

/** What axe finds grave, one line for each element. */
export async function graveOf(page: Page): Promise<string[]> {
  // The page forbids strange scripts; the debugger's own door does not ask it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(of: object, how: object): Promise<AxeResults> } };
    return axe.run({ exclude: [['#view']] }, { resultTypes: ['violations'] });
  });
  return violations
    .filter(each => GRAVE.includes(each.impact ?? ''))
    .flatMap(each => each.nodes.map(node => `${each.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
}
