import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The tests share nothing that changes, so a fresh worker for each file would only take time.
    isolate: false,
    pool: 'threads',
    // Some rules are tried on thousands of inputs, which takes a busy machine its time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The default leaves one core out, which on two is half of the machine.
    maxWorkers: '100%',
    include: ['tests/{unit,content,architecture}/**/*.test.{ts,tsx}'],
  },
});
