/** Starts the app in the page: takes over what was prerendered, or draws the shell's page. */
import './styles/index.css';
import { hydrate, render } from 'preact';
import { createApp, lacksCatalog } from './create-app.ts';
import { formatAddress, type Page } from './model/address.ts';
import { breathe } from './state/breathe.ts';
import { App } from './ui/frame/app.tsx';
import { dropEarlyPresses, replayEarlyPresses } from './ui/frame/early-presses.ts';
import { restWhileHidden } from './ui/frame/rest-while-hidden.ts';
import { StartFailure } from './ui/frame/start-failure.tsx';

const root = document.getElementById('app');
if (root) void start(root);

async function start(container: HTMLElement): Promise<void> {
  restWhileHidden(document);
  if (container.dataset.address !== undefined) await firstPaint();
  try {
    const { state, begin } = await createApp(import.meta.env.BASE_URL);
    const address = formatAddress(withoutDetails(state.location.page.value));
    await breathe();
    if (container.dataset.address === address) {
      hydrate(<App app={state} />, container);
    } else {
      container.textContent = '';
      render(<App app={state} />, container);
    }
    await breathe();
    begin();
    await breathe();
    replayEarlyPresses();
  } catch (cause) {
    console.error(cause);
    dropEarlyPresses();
    const isBeside = container.dataset.address !== undefined;
    if (!isBeside) container.textContent = '';
    const place = document.createElement('div');
    container.prepend(place);
    render(<StartFailure isBeside={isBeside} isCatalog={lacksCatalog(cause)} />, place);
  }
}

/** Lets the text that came with the HTML be seen before the processor is needed for more. */
async function firstPaint(): Promise<void> {
  // Of a page behind another nothing is painted.
  if (document.visibilityState === 'hidden') return;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await breathe();
}

/** The page itself, without the second or the question that a link points at. */
function withoutDetails(page: Page): Page {
  return page.kind === 'module'
    ? { kind: 'module', routeId: page.routeId, moduleId: page.moduleId }
    : page;
}
