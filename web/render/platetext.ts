// Words of the name plates: an atlas of cells in a texture, each drawn when its name is first asked for. In: bodies. Out: numbers of cells.
import { CanvasTexture, DataTexture, LinearFilter, RGBAFormat, UnsignedByteType, Vector2, type WebGLRenderer } from 'three';
import { CLASS_PLAYER } from '../../assembly/layout';
import type { ActorView } from './contract';
import { COLUMNS, ROWS } from './plateshader';

const CELL_W = 256;
const CELL_H = 64;
const CELLS = COLUMNS * ROWS;
/** Names drawn into the atlas per frame at most: drawing text is slow. */
const NEW_PER_FRAME = 4;

export type Palette = 'default' | 'deutan' | 'tritan';
/** Text colours by how a body stands to the player, for each colour-vision palette. */
const STANCES: Record<Palette, Record<ActorView['stance'], string>> = {
  default: { self: '#8fe08a', friend: '#cfe3ff', foe: '#ff8a6b', neutral: '#ffe08a', villager: '#d8f0b0' },
  deutan: { self: '#9fd4ff', friend: '#cfe3ff', foe: '#ffb000', neutral: '#f4f0d8', villager: '#bfe6ff' },
  tritan: { self: '#8ff0e0', friend: '#dff6f4', foe: '#ff6f8d', neutral: '#f3e3ee', villager: '#bff0e4' },
};

export class PlateText {
  readonly atlas: DataTexture;
  private readonly page = document.createElement('canvas');
  private readonly pen: CanvasRenderingContext2D;
  private readonly pageTexture: CanvasTexture;
  private readonly cells = new Map<string, number>();
  private readonly lastUsed = new Float64Array(CELLS);
  private readonly keyOf: string[] = new Array(CELLS).fill('');
  private readonly corner = new Vector2();
  private drawnNow = 0;
  private palette: Palette = 'default';

  constructor(private readonly gl: WebGLRenderer) {
    this.atlas = new DataTexture(
      new Uint8Array(COLUMNS * CELL_W * ROWS * CELL_H * 4),
      COLUMNS * CELL_W,
      ROWS * CELL_H,
      RGBAFormat,
      UnsignedByteType,
    );
    this.atlas.minFilter = LinearFilter;
    this.atlas.magFilter = LinearFilter;
    this.atlas.needsUpdate = true;
    this.page.width = CELL_W;
    this.page.height = CELL_H;
    this.pen = this.page.getContext('2d')!;
    this.pageTexture = new CanvasTexture(this.page);
    this.pageTexture.generateMipmaps = false;
    this.pageTexture.minFilter = LinearFilter;
    // Flags of the atlas rule the copy of a cell into it.
    this.atlas.premultiplyAlpha = true;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.cells.clear();
    this.keyOf.fill('');
  }

  begin(): void {
    this.drawnNow = 0;
  }

  /** The atlas cell of a name, drawn when it is new; -1 while too many are waiting. */
  cell(body: ActorView, timeS: number): number {
    const key = `${body.stance}|${body.name}|${body.title}|${body.cls === CLASS_PLAYER ? 0 : body.level}`;
    const known = this.cells.get(key);
    if (known !== undefined) {
      this.lastUsed[known] = timeS;
      return known;
    }
    if (this.drawnNow >= NEW_PER_FRAME) return -1;
    this.drawnNow++;
    const cell = this.oldest();
    this.cells.delete(this.keyOf[cell]);
    this.cells.set(key, cell);
    this.keyOf[cell] = key;
    this.lastUsed[cell] = timeS;
    this.write(body);
    this.corner.set((cell % COLUMNS) * CELL_W, Math.floor(cell / COLUMNS) * CELL_H);
    this.gl.copyTextureToTexture(this.pageTexture, this.atlas, null, this.corner);
    return cell;
  }

  private oldest(): number {
    let best = 0;
    for (let i = 0; i < CELLS; i++) {
      if (!this.keyOf[i]) return i;
      if (this.lastUsed[i] < this.lastUsed[best]) best = i;
    }
    return best;
  }

  private write(body: ActorView): void {
    const { pen } = this;
    pen.clearRect(0, 0, CELL_W, CELL_H);
    pen.textAlign = 'center';
    pen.lineJoin = 'round';
    const put = (words: string, font: string, y: number, color: string) => {
      pen.font = font;
      pen.lineWidth = 5;
      pen.strokeStyle = 'rgba(10,14,24,.88)';
      pen.strokeText(words, CELL_W / 2, y, CELL_W - 10);
      pen.fillStyle = color;
      pen.fillText(words, CELL_W / 2, y, CELL_W - 10);
    };
    const family = '"Nunito Sans Variable", "Nunito Sans", system-ui, sans-serif';
    const wild = body.stance === 'foe' || body.stance === 'neutral';
    put(
      wild ? `${body.name}  ${body.level}` : body.name,
      `700 25px ${family}`,
      body.title ? 26 : 42,
      STANCES[this.palette][body.stance],
    );
    if (body.title) put(body.title, `600 18px ${family}`, 50, 'rgba(240,230,206,.94)');
    this.pageTexture.needsUpdate = true;
  }
}
