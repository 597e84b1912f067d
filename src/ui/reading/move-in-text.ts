/** The arrow keys in the text: from sentence to sentence, and with shift a selection that grows along. */

/** Moves the focus for an arrow key. @returns The id of the sentence that has it now; `undefined` where nothing moved. */
export function moveInText(event: KeyboardEvent, root: HTMLElement | null): string | undefined {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const from = event.target instanceof HTMLElement ? event.target : undefined;
  if (step === undefined || from?.dataset.sentence === undefined || !root) return undefined;
  const lines = [...root.querySelectorAll<HTMLElement>('[data-sentence]')];
  const target = lines[lines.indexOf(from) + step];
  if (!target) return undefined;
  event.preventDefault();
  target.focus();
  const selection = window.getSelection();
  if (event.shiftKey) extend(selection, from, target);
  else selection?.removeAllRanges();
  return target.dataset.sentence;
}

/** Selects whole sentences, from the one where shift was first held to the one that has the focus. */
function extend(selection: Selection | null, from: HTMLElement, to: HTMLElement): void {
  if (!selection) return;
  const first = selection.isCollapsed ? from : (sentenceOf(selection.anchorNode) ?? from);
  const isForward = first.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (isForward) selection.setBaseAndExtent(first, 0, to, to.childNodes.length);
  else selection.setBaseAndExtent(first, first.childNodes.length, to, 0);
}

function sentenceOf(node: Node | null): HTMLElement | undefined {
  const element = node instanceof HTMLElement ? node : node?.parentElement;
  return element?.closest<HTMLElement>('[data-sentence]') ?? undefined;
}
