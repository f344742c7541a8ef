/**
 * An e-mail address as addresses are compared: small letters, the domain as machines write it. Nothing is folded here: a
 * card keeps the address as its client uses it (dots, what is behind a plus). Undefined for what is no address.
 */
export function mailText(written: string): string | undefined {
  const text = written.normalize('NFKC').trim().toLowerCase()
  const [, bare = text] = /<([^<>]+)>$/.exec(text) ?? []
  const [, local, domain] = address.exec(bare.replace(/^mailto:/, '').trim()) ?? []
  const host = domain === undefined ? undefined : machineName(domain)
  return local === undefined || host === undefined ? undefined : `${local}@${host}`
}

/** What addresses are compared by that may be none, as those from before there was one rule: then as they stand. */
export function mailKey(written: string): string {
  return mailText(written) ?? written.trim().toLowerCase()
}

/** The address without what stands behind a plus: mail of both comes to one box. Undefined where there is no plus. */
export function withoutTag(address: string): string | undefined {
  const [, local, rest] = /^([^+@]+)\+[^@]*(@.+)$/.exec(address) ?? []
  return local === undefined ? undefined : `${local}${rest}`
}

const address = /^([^\s@,;<>"]{1,64})@([^\s@,;<>"/?#:[\]]{1,253})$/

/** `пример.рф` is `xn--e1afmkfd.xn--p1ai`; undefined for what no domain can be called. */
function machineName(domain: string): string | undefined {
  const whole = domain.replace(/\.$/, '')
  if (!/^(?:[\p{L}\p{M}\p{N}_-]{1,63}\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u.test(whole) || !URL.canParse(`http://${whole}`))
    return undefined
  return new URL(`http://${whole}`).hostname
}
