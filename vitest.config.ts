// The tests that need no screen: `node` runs pure rooms against the built core, `workers` runs stories in the Workers runtime with
// real SQLite, D1, sockets and alarms, `proofs` simulates and breaks the world, `browser` drives Chromium against a real server. Two at
// a time, whatever the machine; but one browser is work enough, and what measures a server under load (`alone`) has the machine to itself.
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const pure = ['sim', 'rules', 'content', 'protocol', 'house', 'client', 'bench', 'heap', 'cost', 'questing'];

/** These last so long that whatever begins with them is done soonest. */
const LONGEST = ['simulate/simulate', 'stories/delving', 'stories/raiding', 'faults/faults', 'browser/play', 'stories/outage', 'stories/crossing'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex(name => moduleId.includes(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

const server = { environment: 'node', testTimeout: 240_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: pure.map(room => `tests/${room}/**/*.test.ts`),
          testTimeout: 60_000,
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
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...server,
          name: 'proofs',
          include: ['tests/{faults,deploy,simulate,mutants,attacks,fuzz}/**/*.test.ts', 'tests/swarm/scenes.test.ts'],
        },
      },
      {
        test: {
          ...server,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
        },
      },
      {
        test: {
          ...server,
          name: 'alone',
          include: ['tests/swarm/overload.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
