/// <reference types="@cloudflare/vitest-plugin/types" />
// What the stories find in `env`: the Worker's own bindings and the migrations that vitest.config.ts reads.
type Ports = import('../src/ports').Env;

declare namespace Cloudflare {
  interface Env extends Ports {
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
}

declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
