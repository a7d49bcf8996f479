// The HUD in the world: what all three views share, and what each has of its own. Every piece reads its own signals, so nothing here changes with the world.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { hudHidden, mode, touch } from '../state';
import { ActionBar, WarBar } from './actionbar';
import { BossBar } from './bossbar';
import { CastBar } from './castbar';
import { Chat } from './chat';
import { OrderCard, SelectBox, Selection, TopBar } from './commander';
import { Compass } from './compass';
import { Crosshair, HitMark, HurtArc } from './crosshair';
import { Death } from './death';
import { DebugOverlay } from './debug';
import { DurabilityWarning } from './durability';
import { Feed } from './feed';
import { Floaters } from './floaters';
import { HappeningCard } from './happening';
import { Hints } from './hints';

export { watchLearning } from '../game/learning';
export { watchBars } from './bars';

import { HoverWord } from './hoverword';
import { Crowded, LinkLost, LinkMark } from './link';
import { LootLabels } from './lootlabels';
import { Micro } from './micro';
import { Minimap } from './minimap';
import { Modes } from './modes';
import { Banner, Captions, Prompt, Refusal, Toasts } from './passing';
import { RunCard } from './runcard';
import { ScoreLine } from './score';
import { Signpost } from './signpost';
import { Signs } from './signs';
import { Since } from './since';
import { TaskBar } from './taskbar';
import { TouchPad } from './touchpad';
import { Tracker } from './tracker';
import { PlayerFrame, TargetFrame } from './unitframe';
import { Veil } from './veil';
import { Waymarks } from './waymarks';
import { Weapon } from './weapon';
import { WorkBar } from './workbar';
import { Wounds } from './wounds';
import { XpBar } from './xpbar';
import './css/play.css';
import './css/feel.css';
import './css/views.css';
import './css/small.css';

const Later = signal<{ Later: ComponentType; LawCard: ComponentType } | null>(null);
async function loadLater(): Promise<void> {
  Later.value ??= await import('./later');
}

/** The HUD and its windows; loaded behind the landing page (hud.tsx), the windows once it is there. */
export function World() {
  useEffect(() => {
    loadLater().catch(failed => console.error('the windows did not load', failed));
  }, []);
  const Windows = Later.value?.Later;
  return (
    <>
      <Play />
      <div class="hud windows">{Windows ? <Windows /> : null}</div>
    </>
  );
}

function Play() {
  const view = mode.value;
  const hidden = hudHidden.value;
  const Law = Later.value?.LawCard;
  return (
    <div class={`hud play ${view}${hidden ? ' bare' : ''}`}>
      <Waymarks />
      <Signs />
      <Signpost />
      <LootLabels />
      <Floaters />
      <div class="vignette" aria-hidden="true" />
      <Wounds />
      <HoverWord />
      {view === 'warfront' ? <Aim /> : null}
      {view === 'commander' ? <SelectBox /> : null}
      {hidden ? null : (
        <>
          {touch.value ? <TouchPad /> : null}
          <Modes />
          <BossBar />
          <div class="corner">
            <Minimap />
            <LinkMark />
            <Crowded />
            {Law ? <Law /> : null}
            <RunCard />
            <HappeningCard />
            <TaskBar />
            <DurabilityWarning />
            {view === 'commander' ? null : <Tracker />}
            {view === 'warfront' ? <ScoreLine /> : null}
            {view === 'warfront' ? <Feed /> : null}
          </div>
          {view === 'adventurer' ? <Adventurer /> : null}
          {view === 'warfront' ? <Warfront /> : null}
          {view === 'commander' ? <Commander /> : null}
          <Chat />
          <Micro />
          <Toasts />
          <Since />
          <Hints />
        </>
      )}
      {view === 'commander' ? null : <Prompt />}
      <Refusal />
      <Banner />
      <Captions />
      <Death />
      <DebugOverlay />
      <LinkLost />
      <Veil />
    </div>
  );
}

function Adventurer() {
  return (
    <div class="middle">
      <div class="units">
        <PlayerFrame />
        <TargetFrame />
      </div>
      <CastBar />
      <WorkBar />
      <ActionBar />
      <XpBar />
    </div>
  );
}

function Aim() {
  return (
    <>
      <Crosshair />
      <HitMark />
      <HurtArc />
    </>
  );
}

function Warfront() {
  return (
    <>
      <Compass />
      <div class="aimed">
        <TargetFrame />
      </div>
      <div class="middle">
        <CastBar />
        <WorkBar />
        <PlayerFrame />
      </div>
      <div class="arms">
        <WarBar />
        <Weapon />
      </div>
    </>
  );
}

function Commander() {
  return (
    <>
      <TopBar />
      <Selection />
      <OrderCard />
    </>
  );
}
