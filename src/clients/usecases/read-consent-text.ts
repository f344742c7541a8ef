import { clientRefusal } from '#clients/words/client-refusal'
import { own } from '#domain/kernel/own'
import { ruleFileKey } from '#domain/files/file-key'
import { wordsIn } from '#domain/rules/consent-file'
import type { Ports } from '#ports/ports'
import type { KeptConsent } from '#schemas/clients/kept-consent'
import type { ConsentText } from '#schemas/clients/consents'
import { hashOfWords } from '#usecases/rules/consent-words'

import { readableClient, type Asker } from './readable-client'

type Needs = Pick<Ports, 'clients' | 'consents' | 'deals' | 'files' | 'rules'>

/**
 * What a client said of a consent, with the words they saw then: those that a site told, of a file that rules were published
 * with, or of the rules of that time. Without words where only their hash was ever told.
 */
export async function readConsentText(
  ports: Needs,
  asker: Asker,
  { client: id, said }: { readonly client: string; readonly said: string },
): Promise<ConsentText> {
  const { client } = await readableClient(ports, asker, id)
  const found = (await ports.consents.of(client.id)).find((one) => one.id === said)
  if (found === undefined) throw clientRefusal('consent_unknown.said', { id: said })
  const text = await wordsSeen(ports, found)
  const { consent, name, state, at, version, textSha256, page } = found
  return {
    id: found.id,
    consent,
    name,
    state,
    at,
    ...(version === undefined ? {} : { version }),
    ...(textSha256 === undefined ? {} : { textSha256 }),
    ...(page === undefined ? {} : { page }),
    ...(text === undefined ? {} : { text }),
  }
}

async function wordsSeen({ files, rules }: Needs, said: KeptConsent): Promise<string | undefined> {
  const { text, textSha256 } = said
  if (text !== undefined || textSha256 === undefined) return text
  const bytes = await files.get(ruleFileKey(textSha256))
  const read = bytes === undefined ? { fault: 'no_text' } : wordsIn(bytes)
  return 'text' in read ? read.text : publishedWords(rules, said, textSha256)
}

/** So many of the newest rules are looked through for words. */
const mostVersions = 50

/** The words of a hash among those that rules were published with: the rules of that time first, they nearly always have them. */
async function publishedWords(
  rules: Ports['rules'],
  { consent, at }: KeptConsent,
  sha256: string,
): Promise<string | undefined> {
  const heads = await rules.versions()
  const then = heads.find((head) => head.at <= at)
  for (const { version } of [...(then === undefined ? [] : [then]), ...heads.slice(0, mostVersions)]) {
    // oxlint-disable-next-line no-await-in-loop -- one version after another, until one has the words
    const { model } = await rules.version(version)
    const kind = own(model.consents ?? {}, consent)
    if (kind !== undefined && hashOfWords(kind.text) === sha256) return kind.text
  }
  return undefined
}
