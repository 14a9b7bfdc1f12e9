import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../src/testing/find-chromium.js';

/** @throws when Chromium is not installed */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium in PATH');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
