// A component that never draws again unless its own signals change: for pictures and lists that take nothing from above.
import { Component, type ComponentChildren, type ComponentType, h } from 'preact';

export function memo(Inner: ComponentType): ComponentType {
  return class extends Component {
    override shouldComponentUpdate(): boolean {
      return false;
    }
    override render(): ComponentChildren {
      return h(Inner, null);
    }
  };
}
