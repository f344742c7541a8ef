import type { Notice, NoticeKind } from '#schemas/notice'
import type { Format } from './format'

/** A notice in words: one line, and what stands below it. */
export type Said = { readonly title: string; readonly text: string }

/** Everything Norma tells people, in one language. A notice without a text does not compile. */
export type NoticeTexts = {
  readonly notices: Readonly<Record<NoticeKind, (notice: Notice, format: Format) => Said>>
  readonly digest: (count: number, format: Format) => string
  readonly footer: string
  /** Where an answer to the message reaches the deal. */
  readonly answerable: string
}
