import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Lets one finding of the checks stand for this construct and what is inside it; the reason is kept in the assembly. */
export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason })
}
