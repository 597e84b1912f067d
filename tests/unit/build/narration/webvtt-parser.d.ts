/** The part of the WebVTT validator's interface that the tests use; the package has no types of its own. */
declare module 'webvtt-parser' {
  export interface ParsedCue {
    id: string;
    startTime: number;
    endTime: number;
    text: string;
  }
  export class WebVTTParser {
    parse(
      text: string,
      mode: string,
    ): { cues: ParsedCue[]; errors: { line: number; col?: number; message: string }[] };
  }
}
