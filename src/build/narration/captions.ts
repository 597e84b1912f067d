/**
 * Writes WebVTT: one cue for each sentence and each question.
 *
 * @see https://www.w3.org/TR/webvtt1/
 */
import type { NarrationTiming, Utterance } from '../../model/narration.ts';
import type { Seconds } from '../../model/units.ts';

/**
 * Formats the captions of a narration.
 *
 * @param utterances - For the texts; each sentence and question of `timing` is looked up by id.
 * @returns Cues in order of time, named by sentence id or `vraag-<question id>`.
 */
export function formatCaptions(
  utterances: readonly Utterance[],
  timing: Pick<NarrationTiming, 'sentences' | 'questions'>,
): string {
  const sentences = new Map(timing.sentences.map((sentence) => [sentence.id, sentence]));
  const questions = new Map(timing.questions.map((question) => [question.id, question]));
  const cues = ['WEBVTT', 'NOTE Gesproken door een computerstem.'];
  for (const utterance of utterances) {
    if (utterance.kind === 'sentence') {
      const found = sentences.get(utterance.sentenceId);
      if (found) cues.push(formatCue(found.id, found.startTime, found.endTime, utterance.text));
    } else if (utterance.kind === 'question') {
      const found = questions.get(utterance.questionId);
      if (found) {
        cues.push(formatCue(`vraag-${found.id}`, found.startTime, found.quietTime, utterance.text));
      }
    }
  }
  return `${cues.join('\n\n')}\n`;
}

/** A WebVTT timestamp with hours, rounded to milliseconds. */
export function formatTimestamp(time: Seconds): string {
  const total = Math.round(time * 1000);
  const parts = [
    Math.floor(total / 3_600_000),
    Math.floor(total / 60_000) % 60,
    Math.floor(total / 1000) % 60,
  ];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${clock}.${String(total % 1000).padStart(3, '0')}`;
}

function formatCue(id: string, startTime: Seconds, endTime: Seconds, text: string): string {
  return `${id}\n${formatTimestamp(startTime)} --> ${formatTimestamp(endTime)}\n${escapeText(text)}`;
}

function escapeText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
