import type { CellFault } from './edits'

type Kind = 'month' | 'quarter' | 'half' | 'year'

/** The words of the grid in the language of the page, which brings them along; `{…}` is to be filled in. */
export type GridWords = {
  readonly sources: Readonly<Record<'explicit' | 'recurring' | 'derived' | 'sum' | 'none', string>>
  readonly every: Readonly<Record<Kind, string>>
  readonly faults: Readonly<Record<CellFault['why'], string>>
  readonly refused: Readonly<Record<'version_conflict' | 'forbidden' | 'other', string>>
} & Readonly<
  Record<
    | 'gap'
    | 'monthsGap'
    | 'edits'
    | 'marked'
    | 'unsaved'
    | 'save'
    | 'saveCount'
    | 'saved'
    | 'savedPartly'
    | 'more'
    | 'leave'
    | 'repeated'
    | 'nothingToRepeat',
    string
  >
>

/** Fills in a sentence. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)
}
