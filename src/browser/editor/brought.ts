import type { DrawingWords } from './drawing'

type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** The words of the workshop in the language of the page. */
export type EditorWords = DrawingWords &
  Readonly<
    Record<
      | 'editor'
      | 'fine'
      | 'line'
      | 'stale'
      | 'nothing'
      | 'restored'
      | 'revert'
      | 'plans'
      | 'planning'
      | 'publish'
      | 'publishing'
      | 'published'
      | 'note'
      | 'noteHint'
      | 'when'
      | 'whenHint'
      | 'goBack'
      | 'again'
      | 'cancel'
      | 'mend'
      | 'same'
      | 'nobody'
      | 'blocked'
      | 'ready'
      | 'since'
      | 'sinceLine'
      | 'paste'
      | 'pasted'
      | 'complete'
      | 'now'
      | 'examples'
      | 'notLoaded'
      | 'unchecked'
      | 'write',
      string
    >
  > &
  Readonly<Record<'faults' | 'warnings' | 'deals' | 'tasks', Forms>> & {
    readonly nowEffect: Readonly<
      Record<'deals' | 'opened' | 'cancelled' | 'redated' | 'forgiven' | 'handedOver' | 'won', Forms>
    >
  }

/** What the page brings along for its script. */
export type Brought = {
  readonly words: EditorWords
  readonly version: number
  readonly mayPublish: boolean
  /** Who is called what, to say who published in the meantime. */
  readonly names: Readonly<Record<string, string>>
}

/** The language of the page. */
export const language = document.body.dataset['language'] === 'ru' ? 'ru' : 'en'

const plural = new Intl.PluralRules(language)
const numbers = new Intl.NumberFormat(language)

/** A number with its noun: “3 faults”. */
export function counted(value: number, forms: Forms): string {
  return `${numbers.format(value)} ${forms[plural.select(value)] ?? forms.other}`
}

/** Reads what the page brought along. */
export function readBrought(): Brought {
  return JSON.parse(document.getElementById('editor-brought')?.textContent ?? '{}') as Brought
}
