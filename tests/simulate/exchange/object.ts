// What `cloudflare:workers` has for a Durable Object, in Node: bundled in its place (tools/run.mjs, tests/mutants/hunt.ts).

export class DurableObject {
  constructor(
    readonly ctx: unknown,
    readonly env: unknown,
  ) {}
}
