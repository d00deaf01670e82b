// One firm never stops another: who goes from firm to firm asks the helper that passes over the one that fails.
const message = 'Go from firm to firm by firmByFirm (platform/firms): one that fails keeps none of the others.';

const NAMED = '[name=/^firm(s|Id|Ids)?$/]';

/** For `no-restricted-syntax`: loops whose variable is a firm or its id, or that run through a list of firms. */
export const noFirmLoops = [
  `:matches(ForOfStatement, ForInStatement) > VariableDeclaration :matches(Identifier${NAMED}.id, ArrayPattern > Identifier${NAMED}, Property > Identifier${NAMED}.value, Property > Identifier${NAMED}.key)`,
  'ForOfStatement:matches([right.name=/firms/i], [right.property.name=/firms/i], [right.callee.property.name=/firms/i], [right.argument.callee.property.name=/firms/i])',
  ...[`Identifier${NAMED}.params`, 'ObjectPattern > Property[key.name="firmId"]'].map(
    (parameter) =>
      `CallExpression[callee.property.name=/^(map|flatMap|forEach)$/] > ArrowFunctionExpression[async=true] > ${parameter}`,
  ),
].map((selector) => ({ selector, message }));
