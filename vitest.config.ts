// The tests: `node` runs pure rooms against the built core, `workers` runs stories in the Workers runtime with real SQLite, D1, sockets and
// alarms, `simulations` runs through many schedules of faults, `proofs`, `attacks`, `crowds` and `divisions` break, attack and fill real servers, `browser` drives
// Chromium against some, and `alone` compares a server's pace under load with what it was before. tools/test.mjs says what runs beside what.
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const pure = ['sim', 'rules', 'content', 'protocol', 'house', 'client', 'bench', 'heap', 'cost', 'questing'];

/** These last so long that they are begun first. */
const LONGEST = [
  'simulate/simulate',
  'faults/faults',
  'attacks/attacks',
  'browser/play',
  'browser/border',
  'browser/rivals',
  'browser/guild',
  'simulate/exchange',
  'swarm/scenes',
  'stories/delving',
  'stories/outage',
  'stories/arena',
  'stories/encounters',
  'stories/parties',
  'stories/crossing',
  'stories/raiding',
  'stories/talking',
];

/** The longest first; the rest project by project, because a worker is kept only for a file of the same one. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): [number, string] => {
      const at = LONGEST.findIndex(name => moduleId.includes(name));
      return at < 0 ? [LONGEST.length, project.name] : [at, ''];
    };
    return (await super.sort(files)).sort((one, other) => {
      const [[a, mine], [b, theirs]] = [rank(one), rank(other)];
      // Stories before what is pure: the last minutes are for what is done soon.
      return a - b || theirs.localeCompare(mine);
    });
  }
}

/** Packages of hundreds of modules, each of which every runtime would ask for by itself. */
const PACKED = [
  'drizzle-orm',
  'drizzle-orm/d1',
  'drizzle-orm/sqlite-core',
  'hono',
  'hono/cookie',
  'hono/http-exception',
  'hono/secure-headers',
  'hono/body-limit',
  'valibot',
  '@valibot/to-json-schema',
  '@simplewebauthn/server',
];

/** Files share what they have read: nothing of ours keeps state between them, and reading it took longer than many of them. */
const shared = { isolate: false } as const;
const server = { ...shared, environment: 'node', testTimeout: 240_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
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
          ...shared,
          name: 'workers',
          include: ['tests/stories/**/*.test.ts'],
          deps: { optimizer: { ssr: { enabled: true, include: PACKED } } },
          setupFiles: ['tests/stories/migrate.ts'],
          testTimeout: 300_000,
        },
      },
      {
        test: {
          ...server,
          name: 'proofs',
          include: ['tests/faults/**/*.test.ts'],
        },
      },
      {
        test: {
          ...server,
          name: 'simulations',
          include: ['tests/{simulate,mutants,deploy}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...server,
          name: 'attacks',
          include: ['tests/attacks/**/*.test.ts'],
        },
      },
      {
        test: {
          ...server,
          name: 'crowds',
          include: ['tests/swarm/scenes.test.ts'],
        },
      },
      {
        test: {
          ...server,
          name: 'divisions',
          include: ['tests/swarm/dividing.test.ts'],
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
          include: ['tests/swarm/overload.test.ts', 'tests/fuzz/**/*.test.ts'],
        },
      },
    ],
  },
});
