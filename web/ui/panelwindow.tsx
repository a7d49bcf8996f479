// A window that belongs to a name in `panels`: it closes through the game's command.
import type { ComponentChildren } from 'preact';
import { commands } from '../commands';
import type { Panel } from '../state';
import { Window } from './window';

export function PanelWindow(props: { panel: Panel; title: string; modal?: boolean; children: ComponentChildren }) {
  const { panel, title, modal, children } = props;
  return (
    <Window name={panel} title={title} modal={modal} close={() => commands.close(panel)}>
      {children}
    </Window>
  );
}
