/** Joins marks, questions and previews with the player, the storage and the page. */
import { createPreviewPlayer } from '../../player/preview-player.ts';
import { PreviewModel } from '../listening/preview.ts';
import { focusOf } from '../listening/shortcuts.ts';
import { connectVoice } from '../notebook/connect-voice.ts';
import { makeRoom } from '../offline/make-room.ts';
import type { ToolParts } from '../tool-parts.ts';
import { followQuestions } from './follow-questions.ts';
import { MarksModel } from './marks.ts';
import { OpenQuestionsModel } from './open-questions.ts';

/** Makes the tools; from then on questions are followed. */
export function createQuestionTools(parts: ToolParts) {
  const { base, storage, content, playback, notebook, settings } = parts;
  const player = createPreviewPlayer();
  const preview = new PreviewModel({
    base,
    player,
    playback,
    chooseUrl: parts.chooseUrl,
  });
  const marks = new MarksModel({
    content,
    playback,
    settings,
    notes: storage.notes,
    giveWay: (gone) => makeRoom(parts.downloads, playback.loaded.peek()?.moduleId, gone),
    notebook,
    mediaSession: navigator.mediaSession,
    tick: () => preview.tick(),
    createId: () => crypto.randomUUID(),
    now: Date.now,
  });
  const spoken = connectVoice(parts, player);
  const questions = new OpenQuestionsModel({
    settings: storage.settings,
    notebook,
    answering: spoken.voice.answering,
    now: Date.now,
  });
  followQuestions({
    playback,
    notebook,
    settings,
    questions,
    addHeard: parts.addHeard,
    isVisible: () => document.visibilityState === 'visible',
    canAsk: () =>
      parts.isSheetThere() &&
      document.querySelector('dialog[open]') === null &&
      focusOf(document.activeElement) !== 'field',
    onHidden(listener) {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') listener();
      });
    },
    chime: () => preview.chime(),
    clock: () => performance.now(),
  });
  void questions.load();
  storage.onKindChange(() => void questions.load());
  return { preview, marks, questions, ...spoken };
}
