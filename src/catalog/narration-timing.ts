/** `narration.json` as it lies beside the audio: written by the narration tool, checked before it is trusted. */
import * as v from 'valibot';
import type { NarrationTiming } from '../model/narration.ts';
import { FILE_START, type ProblemSink } from './content-problem.ts';

const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const id = v.pipe(v.string(), v.nonEmpty());
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const TimingSchema = v.pipe(
  v.object({
    format: v.literal(1),
    textHash: hash,
    voiceHash: hash,
    duration: v.pipe(seconds, v.gtValue(0)),
    chapters: v.array(v.object({ id, startTime: seconds })),
    sentences: v.array(
      v.pipe(
        v.object({ id, startTime: seconds, endTime: seconds }),
        v.check(({ startTime, endTime }) => startTime < endTime),
      ),
    ),
    questions: v.array(
      v.pipe(
        v.object({
          id,
          cueTime: seconds,
          startTime: seconds,
          quietTime: seconds,
          endTime: seconds,
        }),
        v.check((times) => times.cueTime <= times.startTime && times.startTime < times.quietTime),
        v.check((times) => times.quietTime <= times.endTime),
      ),
    ),
    peaks: v.array(fraction),
  }),
  v.check(({ sentences, duration }) => sentences.every(({ endTime }) => endTime <= duration)),
);

/** Reads the timing; a file that is not what the tool writes is reported once, with the part that is wrong. */
export function readNarrationTiming(
  bytes: Uint8Array,
  sink: ProblemSink,
): NarrationTiming | undefined {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    sink.report(
      'narration-malformed',
      FILE_START,
      'Dit bestand is geen JSON. Maak het opnieuw met npm run narrate',
    );
    return undefined;
  }
  const result = v.safeParse(TimingSchema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const part = v.getDotPath(issue) ?? 'het bestand';
  sink.report(
    'narration-malformed',
    FILE_START,
    `${part}: deze waarde kan niet kloppen. Maak het bestand opnieuw met npm run narrate`,
  );
  return undefined;
}
