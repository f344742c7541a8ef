const mailAdapters: ReadonlySet<string> = new Set(['mail', 'imap', 'graph'])

/** Whether what is connected is a mailbox: the same mail is one in whichever it comes. */
export function isMailbox({ adapter }: { readonly adapter: string }): boolean {
  return mailAdapters.has(adapter)
}
