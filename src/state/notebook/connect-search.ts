/** Joins the search with its worker and with what there is to find. */
import workerUrl from '../../notebook/search-worker.ts?worker&url';
import type { ToolParts } from '../tool-parts.ts';
import { SearchModel, type SearchState } from './search.ts';

/** Makes the search; its worker and its index come when {@link SearchState.prepare} is called. */
export function connectSearch({ content, notebook, scriptUrl }: ToolParts): SearchState {
  return new SearchModel({
    content,
    notes: notebook.notes,
    createWorker(onReply, onFailure) {
      const worker = new Worker(scriptUrl(workerUrl));
      worker.addEventListener('message', ({ data }) => onReply(data));
      worker.addEventListener('error', () => {
        worker.terminate();
        onFailure();
      });
      return { post: (request) => worker.postMessage(request) };
    },
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
}
