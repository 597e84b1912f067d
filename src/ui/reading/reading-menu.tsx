/** What can be done with the sentence and the moment that are heard now: a menu beside the text's heading. */
import { useRef } from 'preact/hooks';
import { formatClock } from '../../model/clock-time.ts';
import { plainText } from '../../model/timeline.ts';
import type { AppTools } from '../../state/app-tools.ts';
import { useApp } from '../frame/app-context.ts';
import { formatRate } from '../parts/format.ts';
import { Icon, type IconShape } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import menu from '../parts/menu.module.css';
import { useSecond } from '../parts/use-second.ts';
import { notesStrings } from '../strings/notes.ts';
import { readStrings } from '../strings/read.ts';
import styles from './reading-menu.module.css';

export function ReadingMenu({ reading }: { reading: AppTools['reading'] }) {
  const { playback, tools } = useApp();
  const second = useSecond();
  const popover = useRef<HTMLFieldSetElement>(null);
  const { passages, sharing } = reading;
  const choose = (action: () => void) => () => {
    popover.current?.hidePopover();
    action();
  };
  return (
    <>
      <button
        type="button"
        class={styles.opener}
        popovertarget="bij-het-lezen"
        aria-label={readStrings.more}
        onPointerDown={() => playback.prepare()}
      >
        <Icon shape={icons.more} />
      </button>
      <fieldset
        ref={popover}
        id="bij-het-lezen"
        popover="auto"
        class={menu.popover}
        aria-label={readStrings.more}
      >
        <div class={menu.list}>
          <Item shape={icons.repeat} onClick={choose(passages.repeatSentence)}>
            {readStrings.repeatSentence}
          </Item>
          <Item shape={icons.slow} onClick={choose(passages.slowSentence)}>
            {readStrings.slowSentence(formatRate(reading.slowRate))}
          </Item>
          <Item shape={icons.repeat} onClick={choose(passages.repeatFromHere)}>
            {readStrings.repeatFrom}
          </Item>
          <Item shape={icons.notes} onClick={choose(() => void tools.value?.marks.noteHere())}>
            {notesStrings.writeAt(formatClock(second.value))}
          </Item>
          <Item
            shape={icons.copy}
            onClick={choose(() => {
              const sentence = passages.sentence.peek();
              if (!sentence) return;
              void copyWithTime(reading, plainText(sentence), sentence.startTime ?? 0, titleNow());
            })}
          >
            {readStrings.copyWithTime}
          </Item>
          <Item
            shape={icons.share}
            onClick={choose(() => {
              const url = reading.linkTo(playback.exactTime() ?? playback.currentTime.peek());
              if (url !== undefined) void sharing.share({ title: titleNow(), url });
            })}
          >
            {readStrings.share}
          </Item>
        </div>
      </fieldset>
    </>
  );

  function titleNow(): string {
    return playback.loaded.peek()?.summary.title ?? '';
  }
}

/** Copies words with where they are said, as a person would quote them. */
export async function copyWithTime(
  { linkTo, sharing }: AppTools['reading'],
  text: string,
  time: number,
  title: string,
): Promise<void> {
  const link = linkTo(time);
  if (link === undefined) return;
  await sharing.copyText(readStrings.quote(text, title, formatClock(time), link));
}

interface ItemProps {
  shape: IconShape;
  onClick: () => void;
  children: preact.ComponentChildren;
}

function Item({ shape, onClick, children }: ItemProps) {
  return (
    <button type="button" class={styles.item} onClick={onClick}>
      <Icon shape={shape} />
      {children}
    </button>
  );
}
