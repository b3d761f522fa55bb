import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/engines',
  workers: 1,
  timeout: 180_000,
  forbidOnly: true,
  retries: 1, // As in tests/e2e.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
})
