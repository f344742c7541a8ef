import { report } from '#config/context'
import type { Sink } from '#config/context'
import { say } from '#config/messages/say'
import { withoutLookAlikes } from '#domain/deals/suggest'
import type { Entry } from '#config/yaml/tree'
import { shortened } from './shortened'

const idPattern = /^[a-z][a-z0-9_]*$/
const maxIdLength = 60

/** The id that is declared by a line, put right where that is possible; what is wrong with it is reported. */
export function checkedId(sink: Sink, entry: Entry, reserved: readonly string[]): string {
  const id = entry.key
  if (reserved.includes(id) || id === 'constructor') {
    const message = say('reserved', { id })
    report(sink, entry.keyAt, { code: 'bad-id', message, help: say('choose-another', { id: `${id}_2` }) })
    return id
  }
  if (idPattern.test(id) && id.length <= maxIdLength) return id
  const latin = withoutLookAlikes(id)
  if (latin !== undefined && idPattern.test(latin)) {
    report(sink, entry.keyAt, {
      code: 'lookalike-letter',
      message: say('lookalike', { text: id }),
      help: say('write', { text: latin }),
      fix: { text: latin },
    })
    sink.misnamed.add(id)
    return latin
  }
  const better = tidyId(id)
  report(sink, entry.keyAt, {
    code: 'bad-id',
    message: say('bad-id', { id: shortened(id), most: maxIdLength }),
    help: better === undefined ? say('choose-id') : say('write', { text: better }),
  })
  sink.misnamed.add(id)
  return better ?? id
}

/** The nearest thing to a text that can be an id; undefined when nothing of it can stay. */
export function tidyId(text: string): string | undefined {
  const tidy = text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, maxIdLength)
  return idPattern.test(tidy) ? tidy : undefined
}
