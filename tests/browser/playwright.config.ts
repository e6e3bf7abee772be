// The tests' server is the built binary on an empty data folder, with the demo accounts and the shipped content.
import { defineConfig } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const binary = process.env.SHANGGANG_BINARY ?? join(root, 'target/debug/shanggang');

// This file is read again in every worker: what must be the same in all of them travels in the environment,
// and differs between two runs on one machine.
process.env.TEST_PORT ??= String(20_000 + (process.pid % 20_000));
const address = `127.0.0.1:${process.env.TEST_PORT}`;
const data = join(root, `target/browser-tests/data-${process.env.TEST_PORT}`);
if (process.env.TEST_WORKER_INDEX === undefined) {
  rmSync(data, { recursive: true, force: true });
}

const launchOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A test that passes only at the second try is a bug in the test or the product.
  retries: 0,
  workers: 2,
  reporter: [['list']],
  use: {
    baseURL: `http://${address}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions,
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
  ],
  webServer: {
    command: [binary, 'serve', '--demo', '--data', data, '--content', join(root, 'content'), '--addr', address].join(' '),
    url: `http://${address}/healthz`,
    timeout: 30_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
