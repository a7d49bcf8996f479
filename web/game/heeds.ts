// Whom the player has a reason to look out for: who struck him or came for him of late, who speaks. In: outcomes and chat.
// Out: bits of HEED_* by body for the picture, which keeps those bodies detailed and named in any crowd.
import { CHANNEL_EMOTE, CHANNEL_NPC, CHANNEL_SAY } from '../../src/shared/protocol/messages';
import type { Session } from '../net/session';
import { HEED_ATTACKER, HEED_SPEAKING } from '../render/contract';

const ATTACK_S = 12;
const SPEECH_S = 7;
const NEARBY = new Set<number>([CHANNEL_SAY, CHANNEL_EMOTE, CHANNEL_NPC]);

export class Heeds {
  /** Only bodies with a reason are in it. */
  readonly bits = new Map<number, number>();
  private readonly attackers = new Map<number, number>();
  private readonly speakers = new Map<number, number>();
  private now_s = 0;

  constructor(private readonly session: Session) {
    session.on('chat', ({ channel, fromEntity }) => {
      if (fromEntity && fromEntity !== session.entity && NEARBY.has(channel)) this.note(this.speakers, fromEntity, SPEECH_S);
    });
  }

  /** `id` struck the player, or came for him. */
  attackedBy(id: number): void {
    if (id && id !== this.session.entity) this.note(this.attackers, id, ATTACK_S);
  }

  frame(now_ms: number): void {
    this.now_s = now_ms / 1000;
    if (!this.bits.size) return;
    this.forget(this.attackers, HEED_ATTACKER);
    this.forget(this.speakers, HEED_SPEAKING);
  }

  private note(until: Map<number, number>, id: number, for_s: number): void {
    until.set(id, this.now_s + for_s);
    this.bits.set(id, (this.bits.get(id) ?? 0) | (until === this.attackers ? HEED_ATTACKER : HEED_SPEAKING));
  }

  private forget(until: Map<number, number>, bit: number): void {
    for (const [id, end_s] of until) {
      if (end_s > this.now_s) continue;
      until.delete(id);
      const left = (this.bits.get(id) ?? 0) & ~bit;
      if (left) this.bits.set(id, left);
      else this.bits.delete(id);
    }
  }
}
