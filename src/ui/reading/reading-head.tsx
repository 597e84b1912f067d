/** The heading of the text, with searching in it and what can be done with the sentence that is heard. */
import { useEffect, useRef } from 'preact/hooks';
import { timedSentences } from '../../model/timeline.ts';
import type { TextSearch } from '../../state/reading/text-search.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { readStrings } from '../strings/read.ts';
import { searchStrings } from '../strings/search.ts';
import { headingId } from './heading-id.ts';
import styles from './reading-head.module.css';
import { ReadingMenu } from './reading-menu.tsx';
import { TextSearchBar } from './text-search-bar.tsx';

interface ReadingHeadProps {
  routeId: string;
  /** The sound that says the text. */
  soundId: string;
  label: string;
  /** Whether the player has this sound. */
  isHere: boolean;
  search: TextSearch;
}

export function ReadingHead({ routeId, soundId, label, isHere, search }: ReadingHeadProps) {
  const { content, playback, tools } = useApp();
  const opener = useRef<HTMLButtonElement>(null);
  const reading = tools.value?.reading;
  const isOpen = search.isOpen.value;
  const hasSound = content.sound(routeId, soundId)?.audio !== undefined;
  const playFrom = (lineId: string) => {
    const load = content.module(routeId, soundId).peek();
    if (load.kind !== 'ready') return;
    const line =
      timedSentences(load.module).find(({ id }) => id === lineId) ??
      load.module.chapters.find((chapter) => headingId(chapter) === lineId);
    void playback.playModule(routeId, soundId, line?.startTime);
  };
  return (
    <div class={styles.root} data-below-controls={isHere ? '' : undefined}>
      <div class={styles.row}>
        <h2 class={styles.title}>{label}</h2>
        <button
          ref={opener}
          type="button"
          class={styles.search}
          aria-expanded={isOpen}
          onClick={isOpen ? search.close : search.open}
        >
          <Icon shape={icons.search} small />
          {searchStrings.label}
        </button>
        {reading && isHere ? <ReadingMenu reading={reading} /> : null}
      </div>
      {isOpen ? (
        <TextSearchBar
          search={search}
          playFrom={hasSound ? playFrom : undefined}
          onClose={() => {
            search.close();
            opener.current?.focus();
          }}
        />
      ) : null}
      <SharingMessage />
    </div>
  );
}

const MESSAGE_TIME_MS = 6000;

function SharingMessage() {
  const sharing = useApp().tools.value?.reading.sharing;
  const result = sharing?.result.value;
  useEffect(() => {
    if (result === undefined) return;
    const timer = setTimeout(() => sharing?.forget(), MESSAGE_TIME_MS);
    return () => clearTimeout(timer);
  }, [sharing, result]);
  return (
    <p class={styles.message} role="status">
      {result === undefined ? null : readStrings.sharing[result]}
    </p>
  );
}
