/** Joins marks, questions and previews with the player, the storage and the page. */
import { createPreviewPlayer } from '../../player/preview-player.ts';
import type { ToolParts } from '../listening/listening-tools.ts';
import { PreviewModel } from '../listening/preview.ts';
import { followQuestions } from './follow-questions.ts';
import { MarksModel } from './marks.ts';
import { OpenQuestionsModel } from './open-questions.ts';

/** Makes the three tools; from then on questions are followed. */
export function createQuestionTools(parts: ToolParts) {
  const { base, storage, content, playback, notebook, settings, location } = parts;
  const preview = new PreviewModel({
    base,
    player: createPreviewPlayer(),
    playback,
    chooseUrl: parts.chooseUrl,
  });
  const marks = new MarksModel({
    content,
    playback,
    settings,
    notes: storage.notes,
    mediaSession: navigator.mediaSession,
    tick: () => preview.tick(),
    createId: () => crypto.randomUUID(),
    now: Date.now,
  });
  const questions = new OpenQuestionsModel({
    settings: storage.settings,
    notebook,
    now: Date.now,
  });
  followQuestions({
    playback,
    notebook,
    location,
    settings,
    questions,
    addHeard: parts.addHeard,
    isVisible: () => document.visibilityState === 'visible',
    onHidden(listener) {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') listener();
      });
    },
    chime: () => preview.chime(),
    clock: () => performance.now(),
  });
  void questions.load();
  storage.onKindChange(() => {
    void questions.load();
    void marks.load();
  });
  return { preview, marks, questions };
}
