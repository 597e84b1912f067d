/**
 * Finding words in all notes and all texts. The worker is made when somebody first searches; the page hands
 * it what there is in portions, and whatever changes after that.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { NoteWithText } from '../../model/note.ts';
import {
  MIN_SEARCH_LENGTH,
  NO_ANSWER,
  type SearchAnswer,
  type SearchDocument,
  type SearchFilter,
  type SearchReply,
  type SearchRequest,
} from '../../model/search.ts';
import type { ContentState } from '../content.ts';
import { createModel } from '../create-model.ts';
import { noteDocument, type TextPlace, textDocuments } from './search-documents.ts';
import { createEpisodeDocuments } from './search-episodes.ts';

/** The thread that searches. */
export interface SearchWorker {
  post(request: SearchRequest): void;
}

export interface SearchDeps {
  content: Pick<ContentState, 'catalog' | 'settled' | 'episodes' | 'module'>;
  notes: ReadonlySignal<ReadonlyMap<string, NoteWithText>>;
  /** @param onFailure - Told when it could not start, or broke. */
  createWorker: (onReply: (reply: SearchReply) => void, onFailure: () => void) => SearchWorker;
  /** Lets the page do what waits: keys, taps, drawing. */
  breathe: () => Promise<void>;
}

/** `building`: what was found so far may not be all. */
export type SearchStatus = 'idle' | 'building' | 'ready' | 'failed';

/** What is asked for. */
export interface SearchWish {
  words: string;
  filter: SearchFilter;
  limit: number;
}

/** Copying this many notes to the worker takes the page a few milliseconds. */
const PORTION = 200;

export const SearchModel = createModel((deps: SearchDeps) => {
  const status = signal<SearchStatus>('idle');
  const answer = signal<SearchAnswer>(NO_ANSWER);
  /** The words that {@link answer} is about. */
  const answered = signal<string | undefined>(undefined);
  const missingTexts = signal(0);
  const places = new Map<string, TextPlace>();
  const episodes = createEpisodeDocuments(deps.content, places);
  const indexed = new Map<string, NoteWithText>();
  let worker: SearchWorker | undefined;
  let wish: SearchWish | undefined;
  let latest: SearchWish | undefined;
  let turn = 0;
  /** The question behind the last portion: its answer tells that all of them are in the index. */
  let lastBuilt: number | undefined;
  /** The question that the worker has not answered yet. */
  let asked: number | undefined;
  let isFollowing = false;
  let isBehind = false;

  function fail(): void {
    worker = undefined;
    asked = undefined;
    lastBuilt = undefined;
    indexed.clear();
    places.clear();
    episodes.forget();
    status.value = 'failed';
  }

  /** One question at a time: what is typed meanwhile replaces what waits. */
  function ask(): void {
    if (!wish || !worker || asked !== undefined) return;
    asked = ++turn;
    worker.post({ kind: 'search', turn, ...wish });
    wish = undefined;
  }

  function onReply(reply: SearchReply): void {
    if (reply.turn === lastBuilt) status.value = 'ready';
    if (reply.turn !== asked) return;
    asked = undefined;
    // An answer to what stands there no more would jump.
    if (!wish) {
      answer.value = reply.answer;
      answered.value = latest?.words;
    }
    ask();
  }

  async function postNotes(to: SearchWorker): Promise<void> {
    const notes = deps.notes.peek();
    let portion: SearchDocument[] = [];
    for (const [id, entry] of notes) {
      if (indexed.get(id) === entry) continue;
      indexed.set(id, entry);
      portion.push(noteDocument(entry));
      if (portion.length < PORTION) continue;
      to.post({ kind: 'put', documents: portion });
      portion = [];
      await deps.breathe();
    }
    to.post({ kind: 'put', documents: portion });
    const gone = [...indexed.keys()].filter((id) => !notes.has(id));
    for (const id of gone) indexed.delete(id);
    if (gone.length > 0) to.post({ kind: 'remove', ids: gone });
  }

  async function postTexts(to: SearchWorker): Promise<void> {
    let missing = 0;
    for (const route of deps.content.catalog.peek().routes) {
      for (const { id } of route.modules) {
        const load = await deps.content.settled(route.id, id);
        if (load.kind !== 'ready') missing += 1;
        else to.post({ kind: 'put', documents: textDocuments(load.module, places) });
        await deps.breathe();
      }
    }
    missingTexts.value = missing;
  }

  function postEpisodes(to: SearchWorker): void {
    const { put, remove } = episodes.changes();
    if (remove.length > 0) to.post({ kind: 'remove', ids: remove });
    if (put.length > 0) to.post({ kind: 'put', documents: put });
  }

  /** Hands over what is new; a change that comes meanwhile is taken along. */
  async function follow(to: SearchWorker): Promise<void> {
    isBehind = true;
    if (isFollowing) return;
    isFollowing = true;
    while (isBehind && worker === to) {
      isBehind = false;
      await postNotes(to);
    }
    isFollowing = false;
  }

  function askAgain(): void {
    wish = latest;
    ask();
  }

  async function build(to: SearchWorker): Promise<void> {
    await follow(to);
    await postTexts(to);
    if (worker !== to) return;
    postEpisodes(to);
    lastBuilt = ++turn;
    to.post({ kind: 'search', turn, words: '', filter: {}, limit: 0 });
    askAgain();
  }

  effect(() => {
    void deps.notes.value;
    if (lastBuilt === undefined || !worker) return;
    void follow(worker).then(askAgain);
  });
  effect(() => {
    void deps.content.episodes.value;
    if (lastBuilt === undefined || !worker) return;
    postEpisodes(worker);
    askAgain();
  });

  return {
    status,
    /** To the latest words; empty while they are too short. */
    answer,
    answered,
    /** How many modules could not be searched, because their texts are not on the device. */
    missingTexts,
    /** Where a found text stands. */
    place: (id: string): TextPlace | undefined => places.get(id),
    /** Makes the index, unless that was done: when the field gets the focus, before the first letter. */
    prepare(): void {
      if (worker) return;
      status.value = 'building';
      try {
        worker = deps.createWorker(onReply, fail);
      } catch {
        fail();
        return;
      }
      void build(worker);
    },
    /** The answer comes in {@link answer}. */
    ask(next: SearchWish): void {
      const isLongEnough = next.words.trim().length >= MIN_SEARCH_LENGTH;
      latest = isLongEnough ? next : undefined;
      wish = latest;
      if (!latest) {
        asked = undefined;
        answer.value = NO_ANSWER;
        answered.value = undefined;
      }
      ask();
    },
  };
});

export type SearchState = InstanceType<typeof SearchModel>;
