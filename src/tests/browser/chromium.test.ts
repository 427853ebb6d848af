import { afterEach, expect, test, vi } from 'vitest';
import { findChromium } from './chromium.ts';

afterEach(() => void vi.unstubAllEnvs());

test.each([{ platform: 'darwin', arch: 'arm64' }, { platform: 'win32', arch: 'x64' }, { platform: 'linux', arch: 'arm64' }])('on $platform, $arch the tests ask for an installed Chromium, and take it', async (machine) => {
  vi.stubEnv('CHROMIUM_PATH', undefined);
  await expect(findChromium(machine)).rejects.toThrow('set CHROMIUM_PATH to an installed Chrome or Chromium');
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  expect(await findChromium(machine)).toBe(process.execPath);
});
