/** SVG by echarts' own renderer on the server, loaded only when a picture is asked for. */

import type { EChartsOption } from 'echarts';

/** What a picture is called and how large it is, in pixels. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly option: EChartsOption;
}

/** Dark grey on white; series colours by Okabe and Ito, which most colour-blind people can tell apart (jfly.uni-koeln.de/color). */
export const INK = '#333333';
export const FAINT = '#777777';
export const PALETTE = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#6b6b6b',
  '#8c510a',
] as const;

/** Renders a picture; what stands in the data is escaped by the renderer, and the title names it to a screen reader. */
export async function renderSvg({ title, width, height, option }: Picture): Promise<string> {
  const { init } = await import('echarts');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      useUTC: true,
      textStyle: { fontFamily: 'sans-serif', color: INK },
      ...option,
    });
    const svg = chart.renderToSVGString();
    return svg.replace(
      /^<svg ([^>]*)>/,
      (_, attributes: string) => `<svg ${attributes} role="img"><title>${escapeXml(title)}</title>`,
    );
  } finally {
    chart.dispose();
  }
}

/** What fits into `width` pixels at a font size; cut off with an ellipsis. Sans-serif letters are about 0.55 of their size wide. */
export function fitted(text: string, width: number, fontSize: number): string {
  const letters = Math.floor(width / (fontSize * 0.55));
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}

/** Lines of at most `width` pixels, broken at spaces. */
export function wrapped(text: string, width: number, fontSize: number): string[] {
  const letters = Math.floor(width / (fontSize * 0.55));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
