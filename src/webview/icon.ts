/** Strokes on a field of 16 by 16, drawn in the colour of the text beside them. */
const strokes = {
  hidden: ['M1.5 8c1.6-2.9 3.8-4.3 6.5-4.3s4.9 1.4 6.5 4.3c-1.6 2.9-3.8 4.3-6.5 4.3s-4.9-1.4-6.5-4.3z', 'M8 6a2 2 0 1 1 0 4a2 2 0 1 1 0-4'],
  cite: ['M4.5 2.5h-2v11h2', 'M11.5 2.5h2v11h-2', 'M9.9 8a1.9 1.9 0 1 1-3.8 0a1.9 1.9 0 1 1 3.8 0z'],
  shared: ['M2.5 3.5h6v9h-6z', 'M8.5 5.5h5v9h-8v-2', 'M4.5 6.5h2', 'M4.5 9h2'],
  quote: ['M6.5 4.5c-2.3.4-3.7 1.9-3.7 4.2v2.8h3.7v-3.3h-3.7', 'M13 4.5c-2.3.4-3.7 1.9-3.7 4.2v2.8h3.7v-3.3h-3.7'],
  file: ['M9 1.8h-5.5v12.4h9v-8.9z', 'M9 1.8v3.5h3.5'],
  edit: ['M11 2.6l2.4 2.4-7.6 7.6-3.2.8.8-3.2z', 'M9.4 4.2l2.4 2.4'],
  pin: ['M5.3 2.2h5.4', 'M6 2.2v4.5l-2 2.6h8l-2-2.6v-4.5', 'M8 9.3v4.7'],
  copy: ['M5.5 5.5h7.7v8.2h-7.7z', 'M10.5 5.3v-3h-7.7v8.2h2.5'],
  link: ['M8.5 2.5h5v5', 'M13.3 2.7l-6.3 6.3', 'M6 3.5h-3.5v10h10v-3.5'],
} as const;

export type IconName = keyof typeof strokes;

const svg = 'http://www.w3.org/2000/svg';

/** Draws an icon that screen readers pass over; its button carries the words. */
export function icon(name: IconName): SVGSVGElement {
  const drawn = document.createElementNS(svg, 'svg');
  drawn.setAttribute('viewBox', '0 0 16 16');
  drawn.setAttribute('aria-hidden', 'true');
  drawn.classList.add('icon');
  for (const stroke of strokes[name]) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', stroke);
    drawn.append(path);
  }
  return drawn;
}
