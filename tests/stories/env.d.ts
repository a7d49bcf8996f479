/// <reference types="@cloudflare/vitest-plugin/types" />
// What the stories find in `env` and `exports`: the Worker's own bindings and doors, and the migrations that vitest.config.ts reads.
type Ports = import('../../src/ports').Env;

declare namespace Cloudflare {
  interface Env extends Ports {
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
  interface GlobalProps {
    mainModule: typeof import('../../src/worker');
    durableNamespaces: 'Region' | 'Realm' | 'Boards' | 'Mailbox' | 'Market' | 'Guild' | 'GuildRegistry' | 'Departures';
  }
}
