// Before each file of stories: an empty D1 with the project's migrations applied, no object that another file left, and the machine's time. Files
// share a runtime, because starting one and reading the whole house into it takes longer than most of them.
import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';

vi.useRealTimers();
await reset();
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
