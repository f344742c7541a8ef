import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  pipeline_unknown: ({ id, known }) => `Направления «${id}» нет. Есть: ${known.join(', ')}.`,
  'pipeline_unknown.none': 'В правилах нет ни одного направления.',
  stage_unknown: ({ pipeline, stage, known }) =>
    `В направлении «${pipeline}» нет этапа «${stage}». Есть: ${known.join(', ')}.`,
  'stage_unknown.none': ({ pipeline }) => `В направлении «${pipeline}» нет этапов.`,
  'stage_unknown.any_version': ({ stage, pipeline }) =>
    `Ни одна версия правил не знает этапа «${stage}» в «${pipeline}».`,
  'stage_unknown.any_direction': ({ stage, known }) =>
    `Ни в одном направлении нет этапа «${stage}». Есть: ${known.join(', ')}.`,
  rules_unknown: ({ version }) => `Версии ${version} у правил нет.`,
  'rules_unknown.number': ({ version }) => `Версии «${version}» у правил нет: версии – это числа от 1.`,
  'rules_unknown.none': 'Правила ещё не опубликованы. Сначала опубликуйте pipelines.yaml.',
  'version_conflict.rules': ({ version }) => `Кто-то опубликовал раньше вас: версия ${version} уже не последняя.`,
}
