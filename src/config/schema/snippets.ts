import type { EditorSchema } from './editor-schema'

const task = { do: '${2:What is to be done}', by: '${3:owner}', due: '${4:2 working days}' }
const addedTask = { do: '${3:What is to be done}', by: '${4:owner}', due: '${5:1 working day}' }

const stage = {
  name: '${2:Name of the stage}',
  goal: '${3:What is true when it is done}',
  max_age: '${4:5 working days}',
  tasks: { '${5:task_id}': { do: '${6:What is to be done}', by: '${7:owner}', due: '${8:2 working days}' } },
}

const pipeline = {
  name: '${2:Name of the direction}',
  stages: ['${3:first_stage}', '${4:last_stage}'],
  won_after: '${5:last_stage}',
}

const rule = { on: '${2:deal_created}', do: [{ add_task: addedTask }] }

const newDeals = {
  when: { client_type: '${1:company}' },
  pipeline: '${2:pipeline}',
  give_to: '${3:role}',
  first_reply: '${4:2 working hours}',
}

const ladder = [
  { after: 'at once', notify: 'owner' },
  { after: '1 working day', notify: 'owner_manager' },
]

const snippets: Readonly<Record<string, EditorSchema>> = {
  task: {
    label: 'new task',
    description: 'A task: what is to be done, by whom, until when.',
    body: { '${1:task_id}': task },
  },
  stage: { label: 'new stage', description: 'A stage with its first task.', body: { '${1:stage_id}': stage } },
  pipeline: {
    label: 'new pipeline',
    description: 'A sales direction: its stages and when it is won.',
    body: { '${1:pipeline_id}': pipeline },
  },
  automation: { label: 'new rule', description: 'Something that happens by itself.', body: { '${1:rule_id}': rule } },
  escalation: { label: 'new ladder', description: 'Who is told, step by step.', body: { '${1:ladder_id}': ladder } },
  field: {
    label: 'new field',
    description: 'Something to be known of a deal.',
    body: { '${1:field_id}': { type: '${2:text}', name: '${3:What people call it}' } },
  },
  new_deals: { label: 'new line', description: 'Which deals go to which direction, and to whom.', body: newDeals },
}

/** The ready-made part that can be inserted where such things stand; none where there is none. */
export function snippetFor(what: string | undefined): EditorSchema {
  const snippet = what === undefined ? undefined : snippets[what]
  return snippet === undefined ? {} : { defaultSnippets: [snippet] }
}
