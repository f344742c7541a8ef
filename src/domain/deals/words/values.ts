/** A field as a sentence names it: those that every deal has are called by their id in each language. */
export type FieldLabel = { id: string; name: string; builtIn: boolean }

/** A task that is somebody else's: who may do it, as people call them. */
export type OthersTask = { task: string; responsible: string; roles: readonly string[]; people: readonly string[] }

/** What a move lacks: tasks by what is to be done, fields, and what fields should hold as the file words it. */
export type StoppedWords = {
  stage: string
  /** The gate's own message, empty where it has none. */
  own: string
  tasks: readonly string[]
  fields: readonly FieldLabel[]
  must: readonly { field: FieldLabel; wish: string }[]
}
