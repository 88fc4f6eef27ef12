import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Files of one worker share what they load: the notices and the segmenter, seconds for each.
    isolate: false,
    // The segmenter's dictionary is loaded by each worker; two are enough for two cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
