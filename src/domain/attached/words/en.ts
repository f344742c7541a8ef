/** Why something was not attached, in English, by code. */
export const en = {
  comment_unknown: ({ id }: { id: string }) => `There is no comment “${id}” here. It may have been taken away.`,
  'version_conflict.comment':
    'Somebody else has changed this comment meanwhile. Look at it as it is now and try again.',
  file_unknown: ({ id }: { id: string }) => `There is no file “${id}” here. It may have been taken away.`,
  'field_value.mention': ({ names }: { names: readonly string[] }) =>
    names.length === 1
      ? `${names.join('')} cannot see this, so a mention would lead nowhere. Ask somebody who can, or leave the @ away.`
      : `${names.join(', ')} cannot see this, so a mention would lead nowhere. Ask somebody who can, or leave the @ away.`,
  'field_value.file_empty': ({ name }: { name: string }) =>
    `“${name}” is empty. Choose a file that has something in it.`,
  'field_value.file_large': ({ name, megabytes }: { name: string; megabytes: string }) =>
    `“${name}” has ${megabytes} MB; 20 MB at most are taken. Make it smaller, or put a link into a comment.`,
  'field_value.file_away': ({ name }: { name: string }) =>
    `The bytes of “${name}” have not come. Send them to the address that was given, then say so again.`,
  'field_value.given_once': 'Give the bytes once: as base64 in “content”, or the id of what was sent in “upload”.',
  'field_value.no_base64': 'This is not base64. Send the bytes of the file as base64.',
  'file_unknown.upload': ({ id }: { id: string }) =>
    `Nothing has come under “${id}”, or its day is over. Announce it anew (POST /uploads), send the bytes, then say so.`,
  'forbidden.comment': 'Only whoever wrote a comment changes its text.',
  'forbidden.remove_comment': 'Only whoever wrote a comment, and their head, take it away.',
  'forbidden.remove_file': 'Only whoever brought a file, and their head, take it away.',
} as const
