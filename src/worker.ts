// The Worker's entry: the front door, the Durable Objects, and what is done once a day; nothing else.
import type { Env } from './ports';
import { frontDoor } from './routes/app';
import { foldLedger } from './store/oldbooks';

export { Boards } from './boards/boards';
export { Departures } from './departures/departures';
export { Guild } from './guild/guild';
export { GuildRegistry } from './guild/registry';
export { Mailbox } from './mailbox/mailbox';
export { Market } from './market/market';
export { Realm } from './realm/realm';
export { Region } from './region/region';
export { Talk } from './talk/talk';

const door = frontDoor();

export default {
  fetch: door.fetch,
  scheduled: async (_, env) => {
    const lines = await foldLedger(env.DB, Date.now());
    console.info({ event: 'ledger_folded', lines });
  },
} satisfies ExportedHandler<Env>;
