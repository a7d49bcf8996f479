// The tests that need no screen: `node` runs pure rooms against the built core, `workers` runs stories in the Workers runtime with
// real SQLite, D1, sockets and alarms, `browser` drives Chromium against a real server.
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const pure = ['sim', 'rules', 'content', 'protocol', 'house', 'client', 'bench', 'heap', 'cost', 'questing'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: pure.map(room => `tests/${room}/**/*.test.ts`),
          testTimeout: 20_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                HAPPENINGS: 'off', // stories bring about what is to happen in them
                TEST_MIGRATIONS: await readD1Migrations('./migrations'),
                TICKET_SECRET: 'a secret that only the stories know, 32+ characters',
              },
            },
          })),
        ],
        test: {
          name: 'workers',
          include: ['tests/stories/**/*.test.ts'],
          setupFiles: ['tests/stories/migrate.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          include: ['tests/{browser,faults,fuzz,swarm,deploy,simulate,mutants}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
