/**
 * Keeps the focus on the page when what had it goes away or can no longer be used, as a button does that did
 * its work. It goes to what came in its place, else to what stands next, else to a heading: never to nowhere.
 */
import type { Milliseconds } from '../../model/units.ts';

/** On what takes the focus over from the button that brought it, wherever it stands. */
const HEIR = '[data-takes-focus]';
const FOCUSABLE =
  ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled, [tabindex="-1"])';
/** What belongs together. */
const SCOPE = 'ul, ol, fieldset, section, dialog, article, main';
/** So long something is still the answer to what was pressed: storing comes first. */
const HEIR_WAIT_MS: Milliseconds = 1000;

/** Starts watching. @returns Stops it. */
export function keepFocus(root: Document): () => void {
  /** What has the focus, or had it until it went away. */
  let held: HTMLElement | undefined;
  let way: readonly HTMLElement[] = [];
  /** Came since the person pressed something. */
  let heir: HTMLElement | undefined;
  /** Where the focus was put for want of an heir, and when. */
  let moved: { to: HTMLElement; at: Milliseconds } | undefined;

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    const dialog = target.closest('dialog');
    // What opened a dialog may be gone when it closes.
    const before = held && dialog && !dialog.contains(held) ? [held, ...way] : undefined;
    const around = dialog && !before ? way.filter((one) => !dialog.contains(one)) : (before ?? []);
    way = [...wayFrom(target), ...around];
    held = target;
  }

  /** Left by the person, who pressed beside everything: then nothing takes it over. */
  function onBlur({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget !== null) return;
    setTimeout(() => {
      if (held === target && held && canTake(held) && root.hasFocus()) held = undefined;
    });
  }

  function onPress(): void {
    heir = undefined;
    moved = undefined;
  }

  function onChange(changes: MutationRecord[]): void {
    const came = within(addedBy(changes), HEIR)[0];
    heir = came ?? heir;
    if (!held) return;
    const { activeElement } = root;
    const isWaiting = moved?.to === activeElement || activeElement === root.body;
    if (came && moved && isWaiting && performance.now() - moved.at < HEIR_WAIT_MS) {
      moved = undefined;
      moveTo(came);
      return;
    }
    const isSpent = activeElement === held && held.matches(':disabled');
    if (!isSpent && activeElement !== root.body && activeElement !== null) return;
    if (canTake(held)) return;
    const isHeir = heir !== undefined && canTake(heir);
    const next = isHeir ? heir : [...inPlaceOf(held, changes), ...way].find(canTake);
    held = undefined;
    if (!next) return;
    moveTo(next);
    moved = isHeir ? undefined : { to: next, at: performance.now() };
  }

  const observer = new MutationObserver(onChange);
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'open'],
  });
  const listeners = { focusin: onFocus, focusout: onBlur, pointerdown: onPress, keydown: onPress };
  const names = Object.keys(listeners) as (keyof typeof listeners)[];
  for (const name of names) root.addEventListener(name, listeners[name] as EventListener, true);
  return () => {
    observer.disconnect();
    for (const name of names)
      root.removeEventListener(name, listeners[name] as EventListener, true);
  };
}

/** Where the focus can go from here, the nearest first; made while the element still stands in its place. */
function wayFrom(element: Element): readonly HTMLElement[] {
  const found = new Set<HTMLElement>();
  let scope = element.closest<HTMLElement>(SCOPE);
  while (scope) {
    // All that a page holds has only its heading in common.
    const all =
      scope.localName === 'main' ? [] : [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const follows = (one: Element) =>
      (element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
    for (const one of all.filter(follows)) found.add(one);
    for (const one of all.toReversed()) found.add(one);
    const heading = scope.querySelector<HTMLElement>('h1, h2, h3');
    if (heading) found.add(heading);
    scope =
      scope.localName === 'dialog'
        ? null
        : (scope.parentElement?.closest<HTMLElement>(SCOPE) ?? null);
  }
  found.delete(element as HTMLElement);
  return [...found];
}

/** A heading or a line of text can hold the focus, but is no stop on the way. */
function moveTo(target: HTMLElement): void {
  if (!target.matches(FOCUSABLE)) target.tabIndex = -1;
  target.focus();
}

function canTake(element: HTMLElement): boolean {
  return (
    element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0
  );
}

/** What can be used of that which came where the element was. */
function inPlaceOf(element: Element, changes: MutationRecord[]): HTMLElement[] {
  const isGone = (node: Node) => node.contains(element) && !(node instanceof HTMLDialogElement);
  const place = changes.findLast(({ removedNodes }) => [...removedNodes].some(isGone))?.target;
  return within(addedBy(changes.filter(({ target }) => target === place)), FOCUSABLE);
}

function addedBy(changes: MutationRecord[]): Node[] {
  return changes.flatMap(({ addedNodes }) => [...addedNodes]);
}

function within(nodes: readonly Node[], selector: string): HTMLElement[] {
  return nodes
    .filter((node): node is HTMLElement => node instanceof HTMLElement)
    .flatMap((node) => [
      ...(node.matches(selector) ? [node] : []),
      ...node.querySelectorAll<HTMLElement>(selector),
    ]);
}
