import { keyed, same } from '#channels/adapter'

/**
 * The address that answers to a mail of ours come to: it names the talk, with a mark that only whoever has the key can make,
 * so that nobody writes into a talk by guessing.
 */
export function replyAddress(mailbox: string, talk: string, key: string): string {
  const [local = '', domain = ''] = mailbox.split('@')
  return `${local}+t.${talk.slice('talk_'.length)}.${mark(talk, key)}@${domain}`
}

/** The talk that an address names; undefined where it names none, or its mark is wrong. */
export function talkAt(address: string, key: string): string | undefined {
  const [, id, given] = /\+t\.([a-z0-9_]{1,80})\.([0-9a-f]{10})@/.exec(address) ?? []
  if (id === undefined) return undefined
  const talk = `talk_${id}`
  return same(given, mark(talk, key)) ? talk : undefined
}

function mark(talk: string, key: string): string {
  return keyed('sha256', key, `reply#${talk}`).slice(0, 10)
}
