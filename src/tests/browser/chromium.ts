import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * Path of the Chromium that `CHROMIUM_PATH` names, otherwise of the one from the dev dependencies, which unpacks itself when it is first asked for.
 * @param machine where it is to run: npm brings one for Linux on x64 only
 * @throws Error with its remedy if there is none
 */
export async function findChromium({ platform, arch }: { platform: string; arch: string } = process): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (!named && (platform !== 'linux' || arch !== 'x64')) throw new Error(`npm brings a Chromium for Linux on x64, and this is ${platform} on ${arch}: set CHROMIUM_PATH to an installed Chrome or Chromium.`);
  const path = named || (await chromium.executablePath());
  if (!existsSync(path)) throw new Error(`There is no Chromium at ${path}: run "npm ci", or set CHROMIUM_PATH to an installed Chrome or Chromium.`);
  return path;
}

/** Starts a headless Chromium. */
export async function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];
  return playwright.launch({ executablePath: await findChromium(), args, headless: true, timeout: 120_000 });
}
