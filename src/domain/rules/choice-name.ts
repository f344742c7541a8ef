import type { Field } from '#schemas/model'

/** What a choice of a field is called, or was last. */
export function choiceName({ options, former }: Pick<Field, 'options' | 'former'>, id: string): string | undefined {
  return options?.[id] ?? former?.[id]
}
