/** Adds the title and the chapters to an MP3, for people who play the file elsewhere. */
import nodeId3 from 'node-id3';
import type { Seconds } from '../../model/units.ts';

/** What a player may show of the file. */
export interface AudioTitle {
  title: string;
  routeTitle: string;
  duration: Seconds;
  chapters: { id: string; title: string; startTime: Seconds }[];
}

/** Puts an ID3 tag with chapters before the audio. @param mp3 - Without tags. */
export function addTags(mp3: Uint8Array, about: AudioTitle): Uint8Array {
  const chapter = about.chapters.map((entry, index) => ({
    elementID: entry.id,
    startTimeMs: Math.round(entry.startTime * 1000),
    endTimeMs: Math.round((about.chapters[index + 1]?.startTime ?? about.duration) * 1000),
    tags: { title: entry.title },
  }));
  return nodeId3.write(
    {
      title: about.title,
      album: about.routeTitle,
      artist: 'Luisterroute (computerstem)',
      language: 'nld',
      chapter,
      tableOfContents: [
        { elementID: 'inhoud', isOrdered: true, elements: chapter.map((entry) => entry.elementID) },
      ],
    },
    Buffer.from(mp3),
  );
}
