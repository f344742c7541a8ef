import { originAt, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { isTextFile } from '#domain/rules/consent-file'
import { mapOf, scalarOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode } from '#config/yaml/tree'
import { consentChannels, type ConsentKind } from '#schemas/clients/client-rules'
import type { Model } from '#schemas/model'
import { humanName } from './read-fields'

/** Reads what clients are asked to agree to. */
export function readConsents(context: Context, root: MapNode): Pick<Model, 'consents'> {
  const entries = mapOf(root, 'consents')?.entries
  if (entries === undefined) return {}
  const read = entries.flatMap((entry) =>
    entry.value.kind === 'map' ? [[entry.key, readConsent(context, entry, entry.value)] as const] : [],
  )
  return { consents: Object.fromEntries(read) }
}

function readConsent(context: Context, entry: Entry, map: MapNode): ConsentKind {
  const text = scalarOf(map, 'text')
  // What is set in type is not read as words: nobody could say what somebody agreed to.
  if (text !== undefined && /^\S+\.(html?|docx?|pdf|rtf|odt)$/i.test(text.text)) {
    const message = say('consent-is-path', { text: text.text })
    reportIn(context, text, { code: 'consent-text-missing', message, help: say('write-consent') })
  }
  const file = text !== undefined && isTextFile(text.text) ? text.text.trim() : undefined
  const named = scalarsOf(map, 'for').map((node) => node.text)
  return {
    id: entry.key,
    name: textOf(map, 'name') ?? humanName(entry.key),
    text: file === undefined ? (text?.text ?? '') : '',
    ...(file === undefined || text === undefined
      ? {}
      : { file, fileAt: originAt(context, text, `${entry.path}.text`) }),
    version: textOf(map, 'version') ?? '',
    required: textOf(map, 'required') === 'yes',
    for: consentChannels.filter((channel) => named.includes(channel)),
    origin: originAt(context, entry.keyAt, entry.path),
  }
}
