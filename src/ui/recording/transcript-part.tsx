/** The text that belongs to a recording: adding it, what was wrong with it, and taking it away. */
import { ownerOf, type Recording } from '../../model/recording.ts';
import type { TranscriptNews } from '../../state/recordings/recordings.ts';
import { useApp } from '../frame/app-context.ts';
import { recordingStrings } from '../strings/recording.ts';
import { FileButton } from './file-button.tsx';
import buttonStyles from './recording-button.module.css';
import styles from './transcript-part.module.css';

const words = recordingStrings.transcript;

/** So many faults are told; more would only be a wall. */
const TOLD_PROBLEMS = 3;

export function TranscriptPart({ recording }: { recording: Recording }) {
  const { tools } = useApp();
  const recordings = tools.value?.recordings;
  const { transcript } = recording;
  const news = recordings?.transcriptNews.value.get(ownerOf(recording));
  return (
    <div class={styles.root}>
      <p class={styles.has}>
        {transcript
          ? words.has(transcript.fileName, words.lines(transcript.lines.length))
          : words.hint}
      </p>
      <div class={styles.actions}>
        <FileButton
          label={transcript ? words.replace : words.add}
          accept=".vtt,.srt,text/vtt,application/x-subrip"
          isQuiet
          onFile={(file) => void recordings?.addTranscript(recording, file)}
        />
        {transcript ? (
          <button
            type="button"
            class={buttonStyles.undo}
            onClick={() => void recordings?.removeTranscript(recording)}
          >
            {words.remove}
          </button>
        ) : null}
      </div>
      <div role="status">{news ? <News news={news} /> : null}</div>
    </div>
  );
}

function News({ news }: { news: TranscriptNews }) {
  switch (news.kind) {
    case 'failed':
    case 'removed':
      return <p class={styles.news}>{words[news.kind]}</p>;
    case 'added':
      return (
        <>
          <p class={styles.news}>{words.added(words.lines(news.count))}</p>
          <Problems problems={news.problems} />
        </>
      );
    case 'refused':
      return (
        <>
          <p class={styles.news}>{words.refused[news.why]}</p>
          <Problems problems={news.problems} />
        </>
      );
  }
}

function Problems({ problems }: { problems: readonly { line: number; message: string }[] }) {
  if (problems.length === 0) return null;
  const left = problems.length - TOLD_PROBLEMS;
  return (
    <>
      <p class={styles.news}>{words.problems(problems.length)}</p>
      <ul class={styles.problems}>
        {problems.slice(0, TOLD_PROBLEMS).map(({ line, message }, index) => (
          <li key={index}>{words.problem(line, message)}</li>
        ))}
        {left > 0 ? <li>{words.more(left)}</li> : null}
      </ul>
    </>
  );
}
