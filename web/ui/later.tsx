// What nobody needs in the first moment of the world: the windows, and what one does with things in them. In one piece, fetched when the
// world is on the screen.
import './css/exchange.css';
import './css/party.css';
import { ArenaBar } from './arenabar';
import { Barter } from './barter';
import { Dialogue } from './dialogue';
import { DuelBar } from './duel';
import './css/talk.css';
import { wantMoreTexts } from '../strings';
import { Gate } from './gate';
import { ItemActions } from './itemactions';
import { Loot } from './loot';
import { NameMenu, Phrases } from './namemenu';
import { PartyCorner } from './party';
import { Summons } from './summons';
import { Tips } from './tips';
import { Travel } from './travel';
import { Windows } from './windows';

export { LawCard } from './lawcard';

wantMoreTexts();

export function Later() {
  return (
    <>
      <PartyCorner />
      <ArenaBar />
      <DuelBar />
      <Summons />
      <Dialogue />
      <Loot />
      <Travel />
      <Gate />
      <Windows />
      <Barter />
      <ItemActions />
      <NameMenu />
      <Phrases />
      <Tips />
    </>
  );
}
