// Mouse over the world: presses, drags, clicks, wheel and the locked pointer. In: DOM events of the canvas; out: calls on a Hand.
// A finger is not a mouse: touch.ts has it. A press that did not move far is a click.

/** Whoever is at the mouse now; x, y in CSS pixels. */
export interface Hand {
  press(button: number, x: number, y: number): void;
  /** The mouse moved by dx, dy with `buttons` held (bits as in MouseEvent.buttons); also without any. */
  move(dx: number, dy: number, buttons: number, x: number, y: number): void;
  release(button: number, x: number, y: number, click: boolean): void;
  wheel(steps: number, x: number, y: number): void;
}

const CLICK_PX = 6;

export class Pointer {
  hand: Hand | null = null;
  x = 0;
  y = 0;
  /** The pointer is over the world and not over a panel. */
  inside = false;
  private travelled_px = 0;

  constructor(readonly canvas: HTMLCanvasElement) {
    canvas.addEventListener('pointerdown', event => this.down(event));
    canvas.addEventListener('pointermove', event => this.moved(event));
    canvas.addEventListener('pointerup', event => this.up(event));
    canvas.addEventListener('pointerleave', () => {
      this.inside = false;
    });
    canvas.addEventListener('contextmenu', event => event.preventDefault());
    // A drag over the world would select the words of the panels it passes.
    canvas.addEventListener('mousedown', event => event.preventDefault());
    canvas.addEventListener('wheel', event => this.wheeled(event), { passive: false });
  }

  get locked(): boolean {
    return document.pointerLockElement === this.canvas;
  }

  /** Asks for raw movement; Linux has none and refuses the option, so it is asked again without. */
  async lock(): Promise<boolean> {
    if (this.locked) return true;
    try {
      await this.canvas.requestPointerLock({ unadjustedMovement: true });
      return true;
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NotSupportedError') return false;
    }
    try {
      await this.canvas.requestPointerLock();
      return true;
    } catch (error) {
      // The browser keeps the pointer for a second after Esc, or there was no fresh gesture: a click will do it.
      if (error instanceof DOMException) return false;
      throw error;
    }
  }

  unlock(): void {
    if (this.locked) document.exitPointerLock();
  }

  private down(event: PointerEvent): void {
    if (event.pointerType !== 'mouse') return;
    this.place(event);
    this.travelled_px = 0;
    if (!this.locked) this.canvas.setPointerCapture(event.pointerId);
    // A click into the world takes the focus back from panels and the chat line.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.hand?.press(event.button, this.x, this.y);
    event.preventDefault();
  }

  private moved(event: PointerEvent): void {
    if (event.pointerType !== 'mouse') return;
    this.place(event);
    // A second button pressed or let go while one is held comes as a move.
    if (event.button >= 0) {
      if (event.buttons & bit(event.button)) this.hand?.press(event.button, this.x, this.y);
      else this.hand?.release(event.button, this.x, this.y, this.travelled_px < CLICK_PX);
    }
    this.travelled_px += Math.abs(event.movementX) + Math.abs(event.movementY);
    this.hand?.move(event.movementX, event.movementY, event.buttons, this.x, this.y);
  }

  private up(event: PointerEvent): void {
    if (event.pointerType !== 'mouse') return;
    this.place(event);
    this.hand?.release(event.button, this.x, this.y, this.travelled_px < CLICK_PX);
  }

  private wheeled(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY;
    this.hand?.wheel(Math.max(-3, Math.min(3, lines / 100)), event.offsetX, event.offsetY);
  }

  private place(event: PointerEvent): void {
    this.inside = true;
    this.x = event.clientX;
    this.y = event.clientY;
  }
}

/** The bit of a button number in MouseEvent.buttons. */
function bit(button: number): number {
  return [1, 4, 2, 8, 16][button] ?? 0;
}
