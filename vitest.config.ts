// Tests beside the files they test, and whole pages in cases/.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/**/*.test.{ts,tsx}', 'cases/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
