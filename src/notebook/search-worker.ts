/**
 * The search in a thread of its own, so that typing never waits for it. It is handed everything it knows
 * and asks nothing of anybody: its own script forbids it to connect.
 */
import type { SearchReply, SearchRequest } from '../model/search.ts';
import { createSearchIndex } from './search-index.ts';

const index = createSearchIndex();

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  switch (data.kind) {
    case 'put':
      index.put(data.documents);
      break;
    case 'remove':
      index.remove(data.ids);
      break;
    case 'search': {
      const { turn, words, filter, limit } = data;
      const reply: SearchReply = { turn, answer: index.search(words, filter, limit) };
      postMessage(reply);
    }
  }
});
