/** The names of sound files in a backup. */

/** Where the voice of a note is: named by its note, by a number when that makes no name of a file. */
export function voiceFile(noteId: string, type: string): string {
  const name = /^[\w-]{1,80}$/.test(noteId) ? noteId : toHex(noteId);
  return `spraak/${name}.${soundExtension(type)}`;
}

/** The ending by which a computer knows what plays it. */
export function soundExtension(type: string): string {
  if (type.startsWith('audio/webm')) return 'webm';
  if (type.startsWith('audio/mp4')) return 'm4a';
  if (type.startsWith('audio/ogg')) return 'ogg';
  return 'bin';
}

/** Different for different ids; at most 250 characters are told apart. */
function toHex(text: string): string {
  return [...new TextEncoder().encode(text)]
    .slice(0, 100)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
