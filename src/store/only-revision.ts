/** A thing changes only from the revision the decision saw; a new one is written only while nobody else has made it. */
export function onlyRevision(rev: number | undefined) {
  if (rev === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' }
  return { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } }
}
