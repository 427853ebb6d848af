import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * Path of the Chromium that `CHROMIUM_PATH` names, otherwise of the one from the dev dependencies, which unpacks itself when it is first asked for.
 * @throws Error with its remedy if there is none
 */
export async function findChromium(): Promise<string> {
  const path = process.env.CHROMIUM_PATH ?? (await chromium.executablePath());
  if (!existsSync(path)) throw new Error(`There is no Chromium at ${path}: run "npm ci", or set CHROMIUM_PATH to one.`);
  return path;
}

/** Starts a headless Chromium. */
export async function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];
  return playwright.launch({ executablePath: await findChromium(), args, headless: true, timeout: 120_000 });
}
