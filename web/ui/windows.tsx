// Which windows are open: one line per panel. In: panels, debugOpen.
import type { ComponentType } from 'preact';
import { type Panel, panels } from '../state';
import { Abilities } from './abilities';
import { Bag } from './bag';
import { CharacterSheet } from './character';
import { ClassPanel } from './classes';
import { Craft } from './craft';
import { Credits } from './credits';
import { Deeds } from './deeds';
import { Finder } from './finder';
import { GuildPanel } from './guild';
import { Help } from './help';
import { Mail } from './mail';
import { MapPanel } from './map';
import { Market } from './market';
import { Menu } from './menu';
import { People } from './people';
import { QuestLog } from './quests';
import { Rivals } from './rivals';
import { SettingsPanel } from './settings';

const WINDOWS: Record<Panel, ComponentType> = {
  bag: Bag,
  character: CharacterSheet,
  abilities: Abilities,
  classes: ClassPanel,
  quests: QuestLog,
  craft: Craft,
  deeds: Deeds,
  finder: Finder,
  guild: GuildPanel,
  mail: Mail,
  market: Market,
  rivals: Rivals,
  people: People,
  map: MapPanel,
  settings: SettingsPanel,
  menu: Menu,
  help: Help,
  credits: Credits,
};

export function Windows() {
  return (
    <>
      {[...panels.value].map(panel => {
        const Open = WINDOWS[panel];
        return <Open key={panel} />;
      })}
    </>
  );
}
