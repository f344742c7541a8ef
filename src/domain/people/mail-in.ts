/**
 * What an address of ours is for that was given to one employee: what they answer to a notice becomes a comment on its deal,
 * what they copy or forward there is put on a deal, or with the client it is with.
 */
export type MailInUse = { readonly use: 'comment' | 'deal'; readonly deal: string } | { readonly use: 'client' }

/** An address as it names its use, with the mark that proves for whom it was made. */
export type MailIn = MailInUse & { readonly mark: string }

/** How such an address is written: behind a plus, so that it lies in a mailbox that is there already. */
export function writtenMailIn(mailbox: string, use: MailInUse, mark: string): string {
  const [local = '', domain = ''] = mailbox.split('@')
  const about = use.use === 'client' ? '' : `.${use.deal.slice('deal_'.length)}`
  return `${local}+${letters[use.use]}${about}.${mark}@${domain}`
}

const letters = { comment: 'n', deal: 'd', client: 'log' } as const

/** What an address is for, as it says; undefined where it is none of these. */
export function mailInOf(address: string): MailIn | undefined {
  const [, letter = '', deal, mark = ''] = form.exec(address) ?? []
  if (letter.toLowerCase() === letters.client) return deal === undefined ? { use: 'client', mark } : undefined
  if (deal === undefined) return undefined
  return { use: letter.toLowerCase() === letters.comment ? 'comment' : 'deal', deal: `deal_${deal}`, mark }
}

const form = /\+(n|d|log)(?:\.(\w{1,40}))?\.([\da-f]{12})@/i
