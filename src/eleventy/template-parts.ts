import nunjucks from 'nunjucks'

const { nodes } = nunjucks

type Node = nunjucks.nodes.Node
type Macro = nunjucks.nodes.Macro

/** The kinds of parts that need no frame at run time. */
const FRAMELESS = new Set(
  [
    'Output TemplateData NodeList If For Set Capture Switch Case Super Caller',
    'Literal Symbol Group Array Dict Pair LookupVal FunCall KeywordArgs Filter InlineIf In Is Or And Not',
    'Add Concat Sub Mul Div FloorDiv Mod Pow Neg Pos Compare CompareOperand',
  ].flatMap((names) => names.split(' ')),
)

/** The bodies of a template's blocks and macros that can do without frames; the others are left to Nunjucks as they are. */
export function framelessBodies(root: nunjucks.nodes.Root): Set<Node> {
  const blocks = root.findAll(nodes.Block)
  // The body of a call sees the frame of the macro that it is given to, where both belong to the same function.
  const macros = callsOutsideBlocks(root) ? [] : root.findAll(nodes.Macro).filter((macro) => !(macro instanceof nodes.Caller))
  return new Set([...blocks, ...macros].filter(isFrameless).map(({ body }) => body))
}

/** The names of a macro's arguments, and those that have a default. */
export function signature(macro: Macro): { readonly args: readonly string[]; readonly defaults: readonly nunjucks.nodes.Pair[] } {
  const given = macro.args.children
  const last = given.at(-1)
  const args = last instanceof nodes.Dict ? given.slice(0, -1) : given
  return { args: valuesOf(args), defaults: last instanceof nodes.Dict ? last.children : [] }
}

/** The names that are set in a part of a template, but for those that a loop or a call in it keeps for itself. */
export function namesSetIn(node: Node): string[] {
  return partsOf(node).flatMap((part) => [
    ...(part instanceof nodes.Set ? valuesOf(part.targets) : []),
    ...(part instanceof nodes.For || part instanceof nodes.Macro ? [] : namesSetIn(part)),
  ])
}

/** Whether a name stands anywhere in a part of a template. */
export function mentions(node: Node, name: string): boolean {
  return (node instanceof nodes.Symbol && node.value === name) || partsOf(node).some((part) => mentions(part, name))
}

/**
 * Whether all parts are of a known kind, and each name means one thing: what a loop or an argument is called is not set as
 * well, nor is anything called as what Nunjucks gives.
 */
function isFrameless(unit: nunjucks.nodes.Block | Macro): boolean {
  const parts = everyPart(unit.body)
  if (!parts.every(({ typename }) => FRAMELESS.has(typename))) return false
  const loops = parts.flatMap((part) => (part instanceof nodes.For ? [part.name] : []))
  const targets = parts.flatMap((part) => (part instanceof nodes.Set ? part.targets : []))
  if (![...loops, ...targets].every((name) => name instanceof nodes.Symbol)) return false
  const signatures = [unit, ...parts].flatMap((part) => (part instanceof nodes.Macro ? [signature(part)] : []))
  const bound = [...valuesOf(loops), ...signatures.flatMap(({ args }) => args)]
  const set = [...valuesOf(targets), ...signatures.flatMap(({ defaults }) => valuesOf(defaults.map(({ key }) => key)))]
  return ![...bound, ...set].some((name) => name === 'loop' || name === 'caller') && !set.some((name) => bound.includes(name))
}

function callsOutsideBlocks(node: Node): boolean {
  return !(node instanceof nodes.Block) && (node instanceof nodes.Caller || partsOf(node).some(callsOutsideBlocks))
}

function valuesOf(names: readonly Node[]): string[] {
  return names.map((name) => (name as nunjucks.nodes.Symbol).value)
}

function everyPart(node: Node): Node[] {
  return [node, ...partsOf(node).flatMap(everyPart)]
}

function partsOf(node: Node): Node[] {
  const parts: Node[] = []
  for (const value of Object.values(node)) {
    if (value instanceof nodes.Node) parts.push(value)
    else if (Array.isArray(value)) parts.push(...value.filter((part) => part instanceof nodes.Node))
  }
  return parts
}
