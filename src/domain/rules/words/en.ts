/** What there is not in the rules or their versions, in English, by code. */
export const en = {
  pipeline_unknown: ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no direction “${id}”. There are: ${known.join(', ')}.`,
  'pipeline_unknown.none': 'The rules have no direction.',
  stage_unknown: ({ pipeline, stage, known }: { pipeline: string; stage: string; known: readonly string[] }) =>
    `“${pipeline}” has no stage “${stage}”. Its stages are: ${known.join(', ')}.`,
  'stage_unknown.none': ({ pipeline }: { pipeline: string }) => `“${pipeline}” has no stages.`,
  'stage_unknown.any_version': ({ stage, pipeline }: { stage: string; pipeline: string }) =>
    `No version of the rules knows the stage “${stage}” of “${pipeline}”.`,
  'stage_unknown.any_direction': ({ stage, known }: { stage: string; known: readonly string[] }) =>
    `No direction has a stage “${stage}”. There are: ${known.join(', ')}.`,
  rules_unknown: ({ version }: { version: number }) => `There is no version ${version} of the rules.`,
  'rules_unknown.number': ({ version }: { version: string }) =>
    `There is no version “${version}” of the rules: versions are numbers from 1.`,
  'rules_unknown.none': 'No rules are published yet. Publish pipelines.yaml first.',
  'version_conflict.rules': ({ version }: { version: number }) =>
    `Somebody published in between: version ${version} is not the newest any more.`,
} as const
