import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/hosting',
  workers: 1,
  timeout: 90_000,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
})
