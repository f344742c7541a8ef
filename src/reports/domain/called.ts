import type { Words } from '#domain/rules/renamed-words'
import type { Place } from '#schemas/release'
import { wonStage } from './facts'

/** What directions and stages of facts are called by the rules of now. Facts keep the names they were made under. */
export type Called = {
  readonly pipeline: (id: string) => string
  readonly place: (pipeline: string, stage: string) => Place
}

/** How facts are to be called; undefined where nothing was ever called otherwise. Asked half a million times, it remembers. */
export function calledBy(words: Pick<Words, 'hasOld' | 'pipeline' | 'place'>): Called | undefined {
  if (!words.hasOld) return undefined
  const pipelines = new Map<string, string>()
  const pipeline = (id: string): string => {
    const now = pipelines.get(id) ?? words.pipeline(id)
    pipelines.set(id, now)
    return now
  }
  const places = new Map<string, Map<string, Place>>()
  const place = (direction: string, stage: string): Place => {
    const stages = places.get(direction) ?? new Map<string, Place>()
    places.set(direction, stages)
    const known = stages.get(stage)
    if (known !== undefined) return known
    // Being won is no stage of the rules: it goes with its direction.
    const now =
      stage === wonStage ? { pipeline: pipeline(direction), stage } : words.place({ pipeline: direction, stage })
    stages.set(stage, now)
    return now
  }
  return { pipeline, place }
}

/** A row that came of a text, as it is called now. */
export function rowInWords<T extends object>(row: T, called: Called | undefined): T {
  if (called === undefined) return row
  const { pipeline, stage, dealPipeline, path } = row as Partial<Readonly<Record<string, string>>>
  return {
    ...row,
    ...(pipeline === undefined ? {} : placeInWords({ pipeline, stage }, called)),
    ...(dealPipeline === undefined ? {} : { dealPipeline: called.pipeline(dealPipeline) }),
    ...(path === undefined || pipeline === undefined ? {} : { path: pathInWords(pipeline, path, called) }),
  }
}

/** Stages set apart by blanks, as they are called now. */
export function pathInWords(pipeline: string, path: string, called: Called): string {
  return path
    .split(' ')
    .map((stage) => called.place(pipeline, stage).stage)
    .join(' ')
}

function placeInWords(
  { pipeline, stage }: { readonly pipeline: string; readonly stage: string | undefined },
  called: Called,
): Partial<Place> {
  return stage === undefined ? { pipeline: called.pipeline(pipeline) } : called.place(pipeline, stage)
}
