import { readFileSync } from 'node:fs'
import { check } from '#config/check'
import type { Model, Pipeline, Stage, TaskTemplate } from '#schemas/model'
import { baseFile } from '#test/config/base-file'

/** The rules of a file that must have no faults. */
export function rulesOf(text: string): Model {
  const { model, diagnostics } = check(text)
  if (model === undefined) throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  return model
}

/** Rules with every key of the language in use, in words that could break a page. */
const difficult = baseFile
  .replace('name: Meeting', 'name: "Meeting <b> & \\"tea\\" | *stars*"')
  .replace(
    '        due: 1 working day\n      write:',
    `        due: 1 working day
        optional: yes
        on_leave: keep
        on_return: once
        while_away: wait
        how_to: |
          # Loud
          Say **hello** <script>alert(1)</script> and ![pic](https://example.org/x.png)
          [bad](javascript:alert(1))
          | a | b |
          |:--|--:|
          | 1 | 2 |
        checklist: [Be there, "<img src=x>"]
      later:
        do: Later
        by: owner_manager
        due: same day at 15:00
      thursday:
        do: Thursday
        by: hunters
        due: on 2027-03-01
      promised:
        do: Promised
        by: lawyer
        due: 2 calendar hours before delivery_date
        when: { any: [{ discount: between 1% and 5% }, { delivery_date: at least 2027-01-01 }, { need: filled }] }
      write:`,
  )
  .replace('    goal: They listen\n', '    goal: They listen\n    max_idle: 1 working week\n')
  .replace('      notify: [owner, lawyer]\n', '      notify: [owner, lawyer]\n      urgent: yes\n')

/** The files every promise of the playbook is held against. */
export const books: readonly (readonly [name: string, model: Model])[] = [
  ['the file of the repository', rulesOf(readFileSync('pipelines.yaml', 'utf8'))],
  ['the complete example', rulesOf(readFileSync('test/fixtures/rules/complete.yaml', 'utf8'))],
  ['a file in difficult words', rulesOf(difficult)],
]

/** Every stage of every direction. */
export function everyStage(model: Model): readonly { readonly pipeline: Pipeline; readonly stage: Stage }[] {
  return Object.values(model.pipelines).flatMap((pipeline) => pipeline.stages.map((stage) => ({ pipeline, stage })))
}

/** Every task of every stage of every direction. */
export function everyTask(
  model: Model,
): readonly { readonly pipeline: Pipeline; readonly stage: Stage; readonly task: TaskTemplate }[] {
  return everyStage(model).flatMap(({ pipeline, stage }) => stage.tasks.map((task) => ({ pipeline, stage, task })))
}
