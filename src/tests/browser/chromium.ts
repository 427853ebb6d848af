import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * Starts a headless Chromium: the one that `CHROMIUM_PATH` names, otherwise the one from the dev dependencies.
 * @throws Error with its remedy if there is none
 */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await chromium.executablePath());
  if (!existsSync(executablePath)) throw new Error(`There is no Chromium at ${executablePath}: run "npm ci", or set CHROMIUM_PATH to one.`);
  return playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'], headless: true, timeout: 120_000 });
}
