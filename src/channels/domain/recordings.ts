import type { RecordingFault } from '#schemas/channels/talk'

/** So many bytes of a recording are taken at most: five hours of compressed speech, or an hour of it as it is. */
export const mostRecordingBytes = 50 * 1024 * 1024

/** After each attempt in vain so many minutes pass; after the last it is not to be had. */
const pausesMin = [1, 3, 9, 27] as const

/** When it is tried again after so many attempts in vain; undefined where it is given up. */
export function nextFetch(attempts: number, now: string): string | undefined {
  const pause = pausesMin[attempts - 1]
  return pause === undefined ? undefined : new Date(Date.parse(now) + pause * 60_000).toISOString()
}

/** What was fetched: the type it is handed out as, or what speaks against it; some of it may be ready later. */
export type Sounds = { readonly type: string } | { readonly fault: RecordingFault }

type Answer = { readonly status: number; readonly said: string; readonly size: number; readonly byContent: string }

/** What an answer is, by its status, its size and what its bytes say; a page that asks to sign in is no sound. */
export function soundOf({ status, said, size, byContent }: Answer): Sounds {
  if (status !== 200 || size === 0) return { fault: 'not_there' }
  if (size > mostRecordingBytes) return { fault: 'too_large' }
  if (/^(?:audio\/|video\/mp4$)/.test(byContent)) return { type: byContent }
  if (byContent !== 'application/octet-stream') return { fault: 'no_sound' }
  const [first = ''] = said.toLowerCase().split(';')
  const type = usual[first.trim()] ?? first.trim()
  return { type: /^audio\/[a-z0-9.+-]{1,40}$/.test(type) ? type : byContent }
}

/** Other names of the same sound. */
const usual: Readonly<Record<string, string>> = {
  'audio/mp3': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
}
