import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../synthesise/random.js';
import type { Sheet } from './draw-pages.js';

/** Millimetres: a seal of a body under a province. */
const SEAL_WIDTH = 42;
const MM_PER_INCH = 25.4;

interface Seal {
  x: number;
  y: number;
  /** In pixels. */
  radius: number;
  /** The ring's text: the body's name. */
  text: string;
  ink: number;
}

const drawStar = (context: SKRSContext2D, radius: number): void => {
  context.beginPath();
  for (let point = 0; point < 10; point++) {
    const angle = -Math.PI / 2 + (point * Math.PI) / 5;
    const length = point % 2 === 0 ? radius : radius * 0.382;
    context.lineTo(length * Math.cos(angle), length * Math.sin(angle));
  }
  context.closePath();
  context.fill();
};

/** A ring, the body's name along its upper part, a star. Its ink darkens what is under it, as ink does. */
const drawSeal = (canvas: Canvas, { x, y, radius, text, ink }: Seal, random: Random): void => {
  const context = canvas.getContext('2d');
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.globalAlpha = ink;
  context.translate(x, y);
  context.rotate((random.next() - 0.5) * 0.5);
  context.strokeStyle =
    context.fillStyle = `rgb(${random.int(195, 225)}, ${random.int(15, 50)}, ${random.int(20, 55)})`;
  context.lineWidth = radius * 0.055;
  context.beginPath();
  context.arc(0, 0, radius * 0.97, 0, 2 * Math.PI);
  context.stroke();
  drawStar(context, radius * 0.3);
  context.font = `${Math.min(radius * 0.3, (radius * 3.6) / text.length).toFixed(1)}px "Noto Serif CJK SC"`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const characters = [...text];
  const step = (1.5 * Math.PI) / Math.max(characters.length, 8);
  characters.forEach((character, index) => {
    context.save();
    context.rotate((index - (characters.length - 1) / 2) * step);
    context.translate(0, -radius * 0.74);
    context.fillText(character, 0, 0);
    context.restore();
  });
  context.restore();
};

export interface SealPlan {
  /** The lines of the signature, as printed; the seal is set over the first of them that is found. */
  signature: readonly string[];
  name: string;
  ink: number;
  /** Whether another seal covers figures of a table. */
  onTable: boolean;
  dpi: number;
  random: Random;
}

const isFigure = ({ text }: { text: string }): boolean => /^\d+$/.test(text.trim());

/** Sets the seals on the sheets. The same plan puts them on the same place of the paper at every resolution. */
export function setSeals(sheets: readonly Sheet[], plan: SealPlan): void {
  const { dpi, ink, name, random } = plan;
  const radius = ((SEAL_WIDTH / MM_PER_INCH) * dpi) / 2;
  const shift = (): number => (random.next() - 0.5) * 0.8 * radius;
  const signed = sheets
    .at(-1)
    ?.texts.findLast(({ text }) => plan.signature.some((line) => line.endsWith(text)));
  if (signed) {
    const place = { x: signed.x + radius * 0.4 + shift(), y: signed.y - radius * 0.4 + shift() };
    drawSeal(sheets.at(-1)!.canvas, { ...place, radius, text: name, ink }, random);
  }
  if (!plan.onTable) return;
  const figures = sheets.flatMap(({ canvas, texts }) =>
    texts.filter(isFigure).map((text) => ({ canvas, ...text })),
  );
  if (figures.length === 0) return;
  const { canvas, x, y } = random.pick(figures);
  drawSeal(canvas, { x: x + shift(), y: y + shift(), radius, text: name, ink }, random);
}
