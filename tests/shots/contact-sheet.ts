/** One page with every picture, to be looked at in one go. */

/** A picture that was taken, or why it was not. */
export interface Shot {
  view: string;
  name: string;
  /** Relative to the page; absent when the screen was not reached. */
  file?: string;
  /** What axe has against it, or what went wrong. */
  faults: readonly string[];
}

/** The page: a heading for each view, faults in red below their picture. */
export function contactSheet(shots: readonly Shot[]): string {
  const views = [...new Set(shots.map(({ view }) => view))];
  return `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<title>Luisterroute: alle schermen</title>
<style>
  body { margin: 2rem; background: #d9d6c8; color: #1b1a33; font: 1rem/1.4 system-ui; }
  section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
  figure { margin: 0; inline-size: 17rem; }
  figure.wide { inline-size: 35rem; }
  img { display: block; inline-size: 100%; max-block-size: 42rem; object-fit: cover; object-position: top; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; color: #a00; }
</style>
${views.map((view) => viewSection(view, shots)).join('\n')}
</html>
`;
}

function viewSection(view: string, shots: readonly Shot[]): string {
  const own = shots.filter((shot) => shot.view === view);
  const figures = own.map(({ name, file, faults }) => {
    const picture = file ? `<a href="${file}"><img src="${file}" alt="" loading="lazy"></a>` : '';
    const complaint = faults.length > 0 ? `<pre>${escaped(faults.join('\n'))}</pre>` : '';
    const shape = view === 'breed' ? ' class="wide"' : '';
    return `<figure${shape}>${picture}<figcaption>${escaped(name)}</figcaption>${complaint}</figure>`;
  });
  return `<h1>${view}</h1>\n<section>${figures.join('\n')}</section>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
