import type { Language } from '#schemas/language-names'
import { check } from '#config/check'
import type { EditorSchema } from '#config/schema/editor-schema'
import { projectSchema } from '#config/schema/project-schema'
import { schemaTextInRussian } from '#config/schema/russian'
import { explanationAt, suggestionsAt } from '#config/schema/suggestions-at'
import { withMoved } from '#config/schema/with-moved'
import type { Diagnostic, Model } from '#schemas/model'
import type { CheckerWork, Looked } from './checker'
import { drawDirection } from './drawing'
import type { DrawingWords } from './drawing'
import { marksOf } from './marks'

/** More faults than this are counted, not shown. */
const mostFaults = 50
const mostMarks = 500

type Settings = { readonly language: Language; readonly words: DrawingWords }

/** What is done beside the page: the check of the rules, what may stand where, and the drawing. */
export function checkerWork({ language, words }: Settings): CheckerWork {
  const translate = language === 'ru' ? schemaTextInRussian : (text: string) => text
  let model: Model | undefined
  let schema: EditorSchema | undefined
  const draw = (direction: string): string => {
    if (model === undefined) return ''
    const first = Object.keys(model.pipelines)[0] ?? ''
    return drawDirection(model, Object.hasOwn(model.pipelines, direction) ? direction : first, words, language)
  }
  return {
    look: (text, direction) => {
      const { diagnostics, model: found } = check(text, {
        lang: language,
        today: new Date().toISOString().slice(0, 10),
      })
      schema = projectSchema(text)
      model = found ?? model
      const directions = Object.values(model?.pipelines ?? {}).map(({ id, name }) => [id, name] as const)
      return { isWhole: found !== undefined, ...foundIn(text, diagnostics), directions, drawing: draw(direction) }
    },
    draw,
    offers: (text, at) => {
      schema ??= projectSchema(text)
      const found = suggestionsAt(text, at, schema)
      if (found === undefined) return undefined
      return { ...found, offers: found.offers.map((offer) => ({ ...offer, says: translate(offer.says) })) }
    },
    explanation: (text, at) => {
      schema ??= projectSchema(text)
      return explanationAt(text, at, schema)?.split('\n\n').map(translate).join('\n\n')
    },
    withMoved,
  }
}

function foundIn(
  text: string,
  diagnostics: readonly Diagnostic[],
): Pick<Looked, 'faults' | 'warnings' | 'marks' | 'shown'> {
  const faults = diagnostics.filter(({ severity }) => severity === 'error').length
  return {
    faults,
    warnings: diagnostics.length - faults,
    marks: marksOf(text, diagnostics.slice(0, mostMarks)),
    shown: diagnostics.slice(0, mostFaults).map(({ line, message, help, severity }) => ({
      line,
      text: message,
      severity,
      ...(help === undefined ? {} : { help }),
    })),
  }
}
