import Type from 'typebox'

import { shape, words } from './shape'

/** One fault of a request: where it is and what to send instead. */
export type Fault = Type.Static<typeof Fault>
export const Fault = shape('Fault', {
  in: words(['body', 'query'], { description: 'Where it is' }),
  pointer: Type.String({
    description: 'JSON Pointer into the body, or the name of the parameter',
    examples: ['/title'],
  }),
  detail: Type.String({ examples: ['title must be text, you sent 12.'] }),
})

/** Every error (RFC 9457). A code may add properties of its own, such as `missing` when a gate stops a move. */
export type Problem = Type.Static<typeof Problem>
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Names the kind of problem', examples: ['urn:norma:problem:gate_blocked'] }),
    title: Type.String({ description: 'The same for every problem of the kind' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: 'What is wrong this time and what to do about it' }),
    instance: Type.String({ description: 'Path of the request' }),
    code: Type.String({ description: 'The kind again, short', examples: ['gate_blocked'] }),
    correlationId: Type.String({ description: 'The same in the log; name it when you ask for help' }),
    errors: Type.Optional(Type.Array(Fault, { description: 'All faults of the request at once' })),
  },
  { title: 'Problem', additionalProperties: true, description: 'An error, as RFC 9457 has it' },
)
