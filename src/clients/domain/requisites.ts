import { isAccount, isBik, isInn, isKpp, isOgrn } from '#domain/kernel/requisites'
import { clientRefusal } from '#clients/words/client-refusal'
import type { KeptClient } from '#schemas/kept-client'
import type { Requisites } from '#schemas/client'

/** Refuses requisites whose form or check digits are not right, naming the one and what it should be. */
export function refuseWrong(
  { kind, name, inn, kpp }: Pick<KeptClient, 'kind' | 'name' | 'inn' | 'kpp'>,
  said: Requisites = {},
): void {
  if (kind === 'person' && (kpp !== undefined || Object.keys(said).length > 0)) {
    throw clientRefusal('client_requisite.of_person', { name })
  }
  if (inn !== undefined && !isInn(inn)) throw clientRefusal('client_requisite.inn', { text: inn })
  if (kpp !== undefined && !isKpp(kpp)) throw clientRefusal('client_requisite.kpp', { text: kpp })
  const { ogrn, bik, account, correspondentAccount } = said
  if (ogrn !== undefined && !isOgrn(ogrn)) throw clientRefusal('client_requisite.ogrn', { text: ogrn })
  if (bik !== undefined && !isBik(bik)) throw clientRefusal('client_requisite.bik', { text: bik })
  for (const text of [account, correspondentAccount]) {
    if (text === undefined) continue
    if (bik === undefined) throw clientRefusal('client_requisite.account_without_bik', { text })
    if (!isAccount(text, bik)) throw clientRefusal('client_requisite.account', { text, bik })
  }
}

/** A number as it is kept: without spaces. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
}

/** Requisites as they are kept: numbers without spaces, what is empty left out. */
export function plainRequisites(said: Requisites): Requisites {
  const numbers = new Set(['ogrn', 'bik', 'account', 'correspondentAccount'])
  const kept = Object.entries(said).flatMap(([name, text]) => {
    const plain = numbers.has(name) ? plainNumber(text) : text.trim()
    return plain === '' ? [] : [[name, plain] as const]
  })
  return Object.fromEntries(kept)
}
