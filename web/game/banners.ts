// Banners that guilds planted in the region, from its words to the picture. In: messages of the session. Out: what stands where, a line when one is new.
import { packEmblem } from '../../src/shared/content';
import { yawFromWire } from '../../src/shared/protocol/angles';
import type { Session } from '../net/session';
import type { FrameView } from '../render/contract';
import { t } from '../strings';
import { tellSystem } from './lines';

export class Banners {
  /** Another list whenever it changes: that is when it is drawn anew. */
  shown: FrameView['banners'] = [];

  constructor(session: Session) {
    let region = '';
    session.on('banners', ({ banners }) => {
      const before = new Set(this.shown.map(whereOf));
      this.shown = banners.map(({ x, z, yaw, ...emblem }) => ({
        x: x / 100,
        z: z / 100,
        yaw: yawFromWire(yaw),
        colours: packEmblem(emblem),
      }));
      // What stood there when he came is no news.
      const isFirst = region !== session.region;
      region = session.region;
      if (isFirst) return;
      for (const [i, { name }] of banners.entries()) {
        if (!before.has(whereOf(this.shown[i]))) tellSystem(t('guild.told.banner', { who: name }));
      }
    });
  }
}

const whereOf = ({ x, z }: FrameView['banners'][number]): string => `${x} ${z}`;
